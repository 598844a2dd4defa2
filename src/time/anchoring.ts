import type { Status } from "../core/codes.ts";
import type { Sentence } from "../core/layers.ts";
import type { DateInfo } from "../core/record.ts";
import type { Report } from "../core/report.ts";
import type { SentenceGraph } from "../core/sentence-graph.ts";
import type { DateInterval } from "../core/time-layers.ts";
import type { TimeTables } from "../lexicon/time-tables.ts";
import { hasClass } from "./anchor-class.ts";
import { addMonths, intervalOf, parseDay, unitAround } from "./calendar.ts";
import { DatedReport, isNewsDay, type DatedDocument } from "./dated-report.ts";
import { lastingTime } from "./lasting-time.ts";
import { sharedTime, type SharedTime } from "./shared-time.ts";
import { tiedClue } from "./tied-clue.ts";
import type { TimeClue } from "./time-clues.ts";

/** What the dater needs to know of an act. */
export interface DatedAct {
  readonly sentence: number;
  /** Head token of the trigger, the light verb that carries it, and the outermost operator ("agreed" in "agreed to withdraw"). */
  readonly head: number;
  readonly light: number | null;
  readonly outer: number;
  readonly status: Status;
  /** Whether the act is done by saying something: a demand, a promise, an accusation. */
  readonly isSpeech: boolean;
  /** A plan that counts as a promise made ("will sign next month"): dated by who says so, not by what is said. */
  readonly isPlan: boolean;
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

/**
 * A dater for a report. An act takes the expression tied in syntax to its head, its light verb, or a predicate whose time it shares; else
 * what the report tells before it (`inherited`); the publication date, if it stands in the lead; else none. Commitments are dated by
 * the statement, plans by who states them. docs/reference/time.md lists every step in its order.
 */
export function createDater(doc: DatedDocument, tables: Pick<TimeTables, "anchors">): Dater {
  const state = new DatedReport(doc, tables.anchors);
  return { dateOf: (act, dateOfEventAt) => dateAct(state, act, dateOfEventAt ?? (() => null)) };
}

type Resolver = (sentence: number, token: number) => DateInterval | null;

function dateAct(state: DatedReport, act: DatedAct, dateOfEventAt: Resolver): EventDate {
  const graph = state.graph(act.sentence);
  if (graph === null) return NO_DATE;
  if (act.isPlan) return byPlan(state, act.sentence, act.outer);
  const isReal = act.status === "actual" || act.status === "negation";
  const start = isReal && act.outer !== act.head && !isPhase(state, graph, act) ? act.outer : act.head;
  const shared = sharedTime(graph, start, state.anchors);
  const light =
    start === act.head && act.light !== null && !shared.nodes.includes(act.light)
      ? sharedTime(graph, act.light, state.anchors)
      : null;
  const nodes = light === null ? shared.nodes : [start, ...light.nodes];
  const lasting = isReal ? byDuration(state, act.sentence, nodes) : null;
  if (lasting !== null) return lasting;
  const clues = state.cluesIn(act.sentence);
  const clue =
    tiedClue(clues, nodes, graph, state.anchors, (c) => state.isLongPast(c.interval)) ??
    (start === act.head ? soleClue(clues, graph, shared) : null);
  if (clue !== null) {
    const told = byText(state, act.sentence, clue, dateOfEventAt);
    if (told.date !== null || clue.expression.relative === null || !isReal) return told;
    // What is counted from an event without a date may still go on with the report's story, but is no news of the day.
    const story = byContext(state, act.sentence, start, light ?? shared);
    return story.dateInfo?.basis === "inherited" ? story : NO_DATE;
  }
  const back = isReal ? countedBack(state, graph, act.sentence, nodes, dateOfEventAt) : null;
  if (back !== null) return back;
  if (!isReal) return NO_DATE;
  const told = byContext(state, act.sentence, start, light ?? shared);
  return told.date === null && act.isSpeech ? bySpeech(state, act.sentence, start, light ?? shared) : told;
}

/** "began exchanging prisoners on Tuesday": a verb that tells a phase of the act shares its time both ways. */
function isPhase(state: DatedReport, graph: SentenceGraph, { outer, head }: DatedAct): boolean {
  const { xpos, upos } = graph.token(head);
  return hasClass(state.anchors, graph.token(outer).lemma, "lend") && (xpos === "VBG" || upos === "NOUN");
}

/** "will travel next month, the ministry said on Friday": promised on Friday. */
function byPlan(state: DatedReport, sentence: number, head: number): EventDate {
  const graph = state.graph(sentence);
  if (graph === null) return NO_DATE;
  const { nodes } = sharedTime(graph, head, state.anchors);
  const said = sayingOf(graph, nodes[nodes.length - 1] ?? head);
  if (said !== null) return bySaying(state, sentence, graph, said);
  return state.isLead(sentence) ? publicationDate(state.report) : NO_DATE;
}

/** Expressions by which news dates itself may stand anywhere; others do so at the front of a sentence. */
const FRONT = 2;

/**
 * The only free date of a sentence with one finite verb is that of all its acts, wherever the parser hung it; not that of what its
 * verb is about ("condemned the attack on Tuesday"), nor of the content of a commitment.
 */
function soleClue(clues: readonly TimeClue[], graph: SentenceGraph, shared: SharedTime): TimeClue | null {
  const [only, other] = clues;
  if (only?.interval == null || other !== undefined || !only.isFree || only.isOpen) return null;
  if (only.first > FRONT && !isNewsDay(only)) return null;
  const top = shared.nodes[shared.nodes.length - 1];
  if (shared.end === "aside" && top !== undefined && graph.token(top).deprel === "obj") return null;
  let finite = 0;
  for (const t of graph.tokens)
    if (t.xpos === "VBD" || t.xpos === "VBZ" || t.xpos === "VBP" || t.xpos === "MD") finite++;
  return finite <= 1 ? only : null;
}

function byText(state: DatedReport, sentence: number, clue: TimeClue, dateOfEventAt: Resolver): EventDate {
  const { relative } = clue.expression;
  const interval = clue.interval ?? (relative === null ? null : fromEvent(state, sentence, clue, dateOfEventAt));
  if (interval === null) return NO_DATE;
  const { start, end } = clue;
  // What has gone on "since June" has gone on until the report.
  const closed = clue.isOpen && interval.end === null ? { ...interval, end: state.report.date } : interval;
  return dated(closed, "text", { text: state.report.text.slice(start, end), start, end });
}

/** "a day after the talks": counted from the date of the talks, from a date tied to them, or from what the report told before. */
function fromEvent(state: DatedReport, sentence: number, clue: TimeClue, dateOfEventAt: Resolver): DateInterval | null {
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
 * "met on Wednesday, a day after envoys had gathered": the event that is counted from is as far from the date of the one that the clue
 * stands by, else from that of the main clause or the one told before it.
 */
function countedBack(
  state: DatedReport,
  graph: SentenceGraph,
  sentence: number,
  nodes: readonly number[],
  dateOfEventAt: Resolver,
): EventDate | null {
  for (const clue of state.cluesIn(sentence)) {
    const { relative } = clue.expression;
    const from = relative?.eventToken ?? null;
    if (clue.interval !== null || relative === null || from === null) continue;
    if (!nodes.some((n) => n === from || isClauseOf(graph, n, from))) continue;
    const base =
      dateOfEventAt(sentence, clue.governor) ?? (state.mainClue(sentence) ?? inheritedClue(state, sentence))?.interval;
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

/** "two weeks of protests", "have marched for three days": as long before the report's own day as the duration says. */
function byDuration(state: DatedReport, sentence: number, nodes: readonly number[]): EventDate | null {
  const graph = state.graph(sentence);
  const found = graph === null ? null : lastingTime(state.timesIn(sentence), nodes, graph);
  if (found === null) return null;
  const until = (state.mainClue(sentence) ?? inheritedClue(state, sentence))?.interval?.start ?? state.report.date;
  const last = until === null ? null : parseDay(until);
  if (last === null) return null;
  const { text, start, end } = found.expression;
  const first = addMonths(last, -found.months) - found.days;
  return dated(intervalOf([first, last], found.precision), "text", { text, start, end });
}

/**
 * "“We demand a recount,” she said on Friday": what is done by saying it in the present tense is done when it is said. A quotation that
 * fills its sentence was said when the report's last news was.
 */
function bySpeech(state: DatedReport, sentence: number, head: number, { tense, nodes }: SharedTime): EventDate {
  const graph = state.graph(sentence);
  if (graph === null || tense !== "present") return NO_DATE;
  const top = nodes[nodes.length - 1] ?? head;
  const said = sayingOf(graph, top);
  if (said !== null) return bySaying(state, sentence, graph, said);
  const clue = inheritedClue(state, sentence);
  return clue?.interval == null ? NO_DATE : inherited(state, clue, clue.interval);
}

function bySaying(state: DatedReport, sentence: number, graph: SentenceGraph, said: number): EventDate {
  const shared = sharedTime(graph, said, state.anchors);
  const clue = tiedClue(state.cluesIn(sentence), [said], graph, state.anchors, () => false);
  return clue?.interval == null ? byContext(state, sentence, said, shared) : byText(state, sentence, clue, () => null);
}

/** The verb that says a clause: above it, or beside it ("…, she said"). */
function sayingOf(graph: SentenceGraph, top: number): number | null {
  const { deprel, head, children } = graph.token(top);
  if ((deprel === "ccomp" || deprel === "parataxis") && head >= 0) return head;
  return children.find((c) => graph.token(c).deprel === "parataxis" && graph.token(c).upos === "VERB") ?? null;
}

function byContext(state: DatedReport, sentence: number, head: number, shared: SharedTime): EventDate {
  const here = state.sentences[sentence];
  const token = here?.tokens[head];
  if (here === undefined || token === undefined) return NO_DATE;
  if (shared.end === "aside" || shared.tense === "pluperfect" || isQuoted(here, head)) return NO_DATE;
  const isLead = state.isLead(sentence);
  if (state.isHeading(sentence)) return byLead(state, sentence);
  if (shared.end === "near") return isLead ? publicationDate(state.report) : NO_DATE;
  const isPast = shared.tense === "past" || shared.tense === "none";
  const clue = isPast ? inheritedClue(state, sentence) : isLead ? state.mainClue(sentence) : null;
  if (clue?.interval != null) return inherited(state, clue, clue.interval);
  return isLead ? publicationDate(state.report) : NO_DATE;
}

function inherited(state: DatedReport, { start, end }: TimeClue, interval: DateInterval): EventDate {
  return dated(interval, "inherited", { text: state.report.text.slice(start, end), start, end });
}

/** A heading tells what the lead tells, and in the present tense of headings: the lead says when. */
function byLead(state: DatedReport, heading: number): EventDate {
  for (const s of state.leadSentences()) {
    const clue = s > heading ? state.mainClue(s) : null;
    if (clue?.interval != null) return inherited(state, clue, clue.interval);
  }
  return publicationDate(state.report);
}

function publicationDate({ date }: Report): EventDate {
  if (date === null) return NO_DATE;
  const where = { text: null, start: null, end: null };
  return dated({ start: date, end: date, precision: "day" }, "publication", where);
}

/** The date told last by a main clause of the paragraph, else by the lead. */
function inheritedClue(state: DatedReport, sentence: number): TimeClue | null {
  const paragraph = state.sentences[sentence]?.paragraph;
  for (let s = sentence; s >= 0 && s > sentence - 8 && state.sentences[s]?.paragraph === paragraph; s--) {
    const clue = state.mainClue(s);
    if (clue !== null) return clue;
    // What goes on from "last month" or "in 2018" is not the day's news.
    const earlier = s === sentence - 1 ? state.earlierClue(s) : null;
    if (earlier !== null && !state.isLongPast(earlier.interval)) return earlier;
    // "In 2018 it sent bombers. It also sent vaccines.": when is open.
    if (earlier !== null && state.goesOn(sentence)) return null;
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
