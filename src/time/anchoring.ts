import type { Status } from "../core/codes.ts";
import type { Sentence } from "../core/layers.ts";
import type { DateInfo } from "../core/record.ts";
import type { Report } from "../core/report.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import type { DateInterval, TimeExpression } from "../core/time-layers.ts";
import type { TimeTables } from "../lexicon/time-tables.ts";
import { addMonths, intervalOf, parseDay, unitAround } from "./calendar.ts";
import { sharedTime, type SharedTime } from "./shared-time.ts";
import { tiedClue } from "./tied-clue.ts";
import { cluesOf, type TimeClue } from "./time-clues.ts";

/** What the dater needs to know of an act. */
export interface DatedAct {
  readonly sentence: number;
  /** Head token of the trigger, the light verb that carries it, and the outermost operator ("agreed" in "agreed to withdraw"). */
  readonly head: number;
  readonly light: number | null;
  readonly outer: number;
  readonly status: Status;
}

export interface EventDate {
  readonly date: string | null;
  readonly enddate: string | null;
  readonly dateInfo: DateInfo | null;
}

/** Dates acts of one report. Build it once a report; each act then costs the way from its head to the root. */
export interface Dater {
  /** `dateOfEventAt` is asked for the date of the event that a token heads, for "a day after the talks". */
  dateOf(act: DatedAct, dateOfEventAt?: (sentence: number, token: number) => DateInterval | null): EventDate;
}

const NO_DATE: EventDate = { date: null, enddate: null, dateInfo: null };
/** Days on either side of publication within which a told date is the report's own news and may be inherited. */
const NEWS_DAYS = 45;
const STALE_DAYS = 20;
const LEAD_SENTENCES = 2;

/**
 * A dater for a report. An act takes, in this order: the expression tied in syntax to its head, its light verb, or a predicate whose
 * time it shares; the date last told by a main clause before it (`inherited`), if a main clause in the past tells it; the
 * publication date, if it stands in the lead; else none. Commitments are dated by the statement: an actual act with an operator above
 * it is dated by the operator.
 */
export function createDater(
  doc: { readonly report: Report; readonly sentences: readonly Sentence[]; readonly times: readonly TimeExpression[] },
  tables: Pick<TimeTables, "anchors">,
): Dater {
  const state = new DaterState(doc, tables.anchors);
  return { dateOf: (act, dateOfEventAt) => dateAct(state, act, dateOfEventAt ?? (() => null)) };
}

class DaterState {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly anchors: TimeTables["anchors"];
  readonly published: number | null;
  /** Events that were dated by what is counted from them; nothing is counted from these again. */
  private readonly counted = new Set<string>();
  private readonly times: readonly (readonly TimeExpression[])[];
  private readonly graphs: (SentenceGraph | undefined)[] = [];
  private readonly clues: (readonly TimeClue[] | undefined)[] = [];
  private readonly main: (TimeClue | null | undefined)[] = [];
  /** The sentences that open the report, headlines and headings without a verb left aside. */
  private readonly lead: readonly number[];

  constructor(doc: Parameters<typeof createDater>[0], anchors: TimeTables["anchors"]) {
    this.report = doc.report;
    this.sentences = doc.sentences;
    this.anchors = anchors;
    this.published = doc.report.date === null ? null : parseDay(doc.report.date);
    const times: TimeExpression[][] = doc.sentences.map(() => []);
    for (const time of doc.times) times[time.sentence]?.push(time);
    this.times = times;
    this.lead = leadOf(doc.sentences);
  }

  isLead(sentence: number): boolean {
    const last = this.lead[this.lead.length - 1] ?? 0;
    const opening = this.sentences[this.lead[0] ?? 0]?.paragraph;
    return sentence <= last || this.sentences[sentence]?.paragraph === opening;
  }

  leadSentences(): readonly number[] {
    return this.lead;
  }

  graph(sentence: number): SentenceGraph | null {
    const known = this.graphs[sentence];
    if (known !== undefined) return known;
    const found = this.sentences[sentence];
    return found === undefined ? null : (this.graphs[sentence] = new SentenceGraph(found));
  }

  cluesIn(sentence: number): readonly TimeClue[] {
    const found = this.sentences[sentence];
    if (found === undefined) return [];
    return (this.clues[sentence] ??= cluesOf(found, this.times[sentence] ?? [], this.anchors, this.report.date));
  }

  noteCounted(sentence: number, token: number): void {
    this.counted.add(`${sentence}:${token}`);
  }

  isCounted(sentence: number, token: number): boolean {
    return this.counted.has(`${sentence}:${token}`);
  }

  /** The date by which a sentence's main clause tells its own news, if it has one. */
  mainClue(sentence: number): TimeClue | null {
    const known = this.main[sentence];
    if (known !== undefined) return known;
    const graph = this.graph(sentence);
    const found = this.cluesIn(sentence).find(
      (c) => c.isFree && this.isNews(c.interval) && graph !== null && isMain(graph, c.governor),
    );
    return (this.main[sentence] = found ?? null);
  }

  /** Ended long enough before publication that news would not tell it in the present. */
  isLongPast(interval: DateInterval | null): boolean {
    const end = interval?.end == null ? null : parseDay(interval.end);
    return end !== null && this.published !== null && end < this.published - STALE_DAYS;
  }

  private isNews(interval: DateInterval | null): boolean {
    if (interval?.start == null || (interval.precision !== "day" && interval.precision !== "week")) return false;
    if (this.published === null) return true;
    const day = parseDay(interval.start);
    return day !== null && Math.abs(day - this.published) <= NEWS_DAYS && day <= this.published;
  }
}

function leadOf(sentences: readonly Sentence[]): readonly number[] {
  const told: number[] = [];
  for (const { index, tokens } of sentences) {
    if (tokens.some((t) => t.xpos === "VBD" || t.xpos === "VBZ" || t.xpos === "VBP")) told.push(index);
    if (told.length === LEAD_SENTENCES) break;
  }
  return told;
}

/** Whether a date belongs to the main telling of its sentence: no clause with a time of its own lies between. */
function isMain(graph: SentenceGraph, governor: number): boolean {
  let at = governor;
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    const { deprel, head, xpos } = graph.token(at);
    if (deprel === "root") return true;
    if (deprel === "ccomp" || deprel === "acl:relcl" || deprel === "csubj") return false;
    if ((deprel === "advcl" || deprel === "acl") && xpos !== "VBG" && graph.markOf(at) !== "as") return false;
    at = head;
  }
  return at < 0;
}

type Resolver = (sentence: number, token: number) => DateInterval | null;

function dateAct(state: DaterState, act: DatedAct, dateOfEventAt: Resolver): EventDate {
  const graph = state.graph(act.sentence);
  if (graph === null) return NO_DATE;
  const isReal = act.status === "actual" || act.status === "negation";
  const start = isReal && act.outer !== act.head ? act.outer : act.head;
  const shared = sharedTime(graph, start, state.anchors);
  const light =
    start === act.head && act.light !== null && !shared.nodes.includes(act.light)
      ? sharedTime(graph, act.light, state.anchors)
      : null;
  const nodes = light === null ? shared.nodes : [start, ...light.nodes];
  const clues = state.cluesIn(act.sentence);
  const clue =
    tiedClue(clues, nodes, graph, state.anchors, (c) => state.isLongPast(c.interval)) ??
    (start === act.head ? soleClue(clues, graph, shared) : null);
  if (clue !== null) return byText(state, act.sentence, clue, dateOfEventAt);
  const back = isReal ? countedBack(state, graph, act.sentence, nodes) : null;
  if (back !== null) return back;
  return isReal ? byContext(state, act.sentence, start, light ?? shared) : NO_DATE;
}

/** Expressions by which news dates itself ("on Friday", "yesterday", "last night"); others do so at the front of a sentence. */
const NEWS_DAY = /^(?:date\.weekday|deictic|near\.last|near\.this|overnight)/;
const FRONT = 2;

/**
 * The only free date of a sentence with one finite verb is that of all its acts, wherever the parser hung it; not that of what its
 * verb is about ("condemned the attack on Tuesday"), nor of the content of a commitment.
 */
function soleClue(clues: readonly TimeClue[], graph: SentenceGraph, shared: SharedTime): TimeClue | null {
  const [only, other] = clues;
  if (only?.interval == null || other !== undefined || !only.isFree || only.isOpen) return null;
  if (only.first > FRONT && !NEWS_DAY.test(only.expression.rule)) return null;
  const top = shared.nodes[shared.nodes.length - 1];
  if (shared.end === "aside" && top !== undefined && graph.token(top).deprel === "obj") return null;
  let finite = 0;
  for (const t of graph.tokens)
    if (t.xpos === "VBD" || t.xpos === "VBZ" || t.xpos === "VBP" || t.xpos === "MD") finite++;
  return finite <= 1 ? only : null;
}

function byText(state: DaterState, sentence: number, clue: TimeClue, dateOfEventAt: Resolver): EventDate {
  const { relative } = clue.expression;
  const interval = clue.interval ?? (relative === null ? null : fromEvent(state, sentence, clue, dateOfEventAt));
  if (interval === null) return NO_DATE;
  const { start, end } = clue;
  // What has gone on "since June" has gone on until the report.
  const closed = clue.isOpen && interval.end === null ? { ...interval, end: state.report.date } : interval;
  return dated(closed, "text", { text: state.report.text.slice(start, end), start, end });
}

/** "a day after the talks": counted from the date of the talks, from a date tied to them, or from what the report told before. */
function fromEvent(state: DaterState, sentence: number, clue: TimeClue, dateOfEventAt: Resolver): DateInterval | null {
  const { relative } = clue.expression;
  if (relative === null) return null;
  const { eventToken } = relative;
  const others = state.cluesIn(sentence).filter((c) => c !== clue && c.interval !== null);
  const base =
    eventToken === null
      ? inheritedClue(state, sentence)?.interval
      : (dateOfEventAt(sentence, eventToken) ??
        (
          others.find((c) => c.governor === eventToken || (c.first <= eventToken && c.last >= eventToken)) ??
          soleAfter(others, clue)
        )?.interval);
  const day = base?.start == null ? null : parseDay(base.start);
  if (base == null || day === null) return null;
  if (eventToken !== null && state.isCounted(sentence, eventToken)) return null;
  // Counted from a month or a year, "two days after" is no sharper than that.
  if (base.precision !== "day" && relative.months === 0) return base;
  const shifted = addMonths(day + relative.days, relative.months);
  return intervalOf(unitAround(shifted, relative.unit), relative.unit);
}

/**
 * "met on Wednesday, a day after envoys had gathered": the event that is counted from is as far from the date of the main clause,
 * its own or the one told before it.
 */
function countedBack(
  state: DaterState,
  graph: SentenceGraph,
  sentence: number,
  nodes: readonly number[],
): EventDate | null {
  for (const clue of state.cluesIn(sentence)) {
    const { relative } = clue.expression;
    const from = relative?.eventToken ?? null;
    if (clue.interval !== null || relative === null || from === null) continue;
    if (!nodes.some((n) => n === from || isClauseOf(graph, n, from))) continue;
    const base = (state.mainClue(sentence) ?? inheritedClue(state, sentence))?.interval;
    const day = base?.start == null || base.precision !== "day" ? null : parseDay(base.start);
    if (day === null) continue;
    state.noteCounted(sentence, from);
    const shifted = addMonths(day - relative.days, -relative.months);
    const { start, end } = clue;
    const text = state.report.text.slice(start, end);
    return dated(intervalOf(unitAround(shifted, relative.unit), relative.unit), "text", { text, start, end });
  }
  return null;
}

/** "after envoys from Peru and Chile gathered" with the verb read as a clause of its subject, or of a name within it. */
function isClauseOf(graph: SentenceGraph, verb: number, noun: number): boolean {
  if (!graph.token(verb).deprel.startsWith("acl")) return false;
  let at = graph.token(verb).head;
  while (at > noun && /^(?:nmod|conj|appos)/.test(graph.token(at).deprel)) at = graph.token(at).head;
  return at === noun;
}

/** "a few hours before the jet crashed on Wednesday": the only other date of the sentence, told after it. */
function soleAfter(others: readonly TimeClue[], clue: TimeClue): TimeClue | undefined {
  return others.length === 1 && (others[0]?.first ?? 0) > clue.last ? others[0] : undefined;
}

function byContext(state: DaterState, sentence: number, head: number, shared: SharedTime): EventDate {
  const here = state.sentences[sentence];
  const token = here?.tokens[head];
  if (here === undefined || token === undefined) return NO_DATE;
  if (shared.end === "aside" || shared.tense === "pluperfect" || isQuoted(here, head)) return NO_DATE;
  const isLead = state.isLead(sentence);
  if (shared.end === "near") return isLead ? publicationDate(state.report) : NO_DATE;
  const isPast = shared.tense === "past" || shared.tense === "none";
  const clue = isPast ? inheritedClue(state, sentence) : isLead ? state.mainClue(sentence) : null;
  if (clue?.interval != null) {
    return dated(clue.interval, "inherited", {
      text: state.report.text.slice(clue.start, clue.end),
      start: clue.start,
      end: clue.end,
    });
  }
  return isLead ? publicationDate(state.report) : NO_DATE;
}

function publicationDate({ date }: Report): EventDate {
  if (date === null) return NO_DATE;
  const where = { text: null, start: null, end: null };
  return dated({ start: date, end: date, precision: "day" }, "publication", where);
}

/** The date told last by a main clause of the paragraph, else by the lead. */
function inheritedClue(state: DaterState, sentence: number): TimeClue | null {
  const paragraph = state.sentences[sentence]?.paragraph;
  for (let s = sentence; s >= 0 && s > sentence - 8 && state.sentences[s]?.paragraph === paragraph; s--) {
    const clue = state.mainClue(s);
    if (clue !== null) return clue;
  }
  for (const s of state.leadSentences()) {
    const clue = s < sentence ? state.mainClue(s) : null;
    if (clue !== null) return clue;
  }
  return null;
}

/** Inside quotation marks that were opened in the sentence before the token. */
function isQuoted(sentence: Sentence, at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i++) {
    const form = sentence.tokens[i]?.form;
    if (form === "“" || form === "``") open = true;
    else if (form === "”" || form === "''") open = false;
    else if (form === '"') open = !open;
  }
  return open;
}

function dated(
  interval: DateInterval,
  basis: DateInfo["basis"],
  where: { readonly text: string | null; readonly start: number | null; readonly end: number | null },
): EventDate {
  const { start, end, precision } = interval;
  return { date: start, enddate: end ?? start, dateInfo: { precision, basis, ...where } };
}
