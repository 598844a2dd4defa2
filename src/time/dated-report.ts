import type { Sentence } from "../core/layers.ts";
import type { Report } from "../core/report.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import type { DateInterval, TimeExpression } from "../core/time-layers.ts";
import type { TimeTables } from "../lexicon/time-tables.ts";
import { hasClass } from "./anchor-class.ts";
import { parseDay } from "./calendar.ts";
import { tenseOf } from "./shared-time.ts";
import { cluesOf, type TimeClue } from "./time-clues.ts";

/** Days on either side of publication within which a told date is the report's own news and may be inherited. */
const NEWS_DAYS = 45;
const STALE_DAYS = 20;
const LEAD_SENTENCES = 2;

export interface DatedDocument {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
}

/** What dating one report looks up again and again, each found once: trees, clues, the lead and what it tells. */
export class DatedReport {
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

  constructor(doc: DatedDocument, anchors: TimeTables["anchors"]) {
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

  timesIn(sentence: number): readonly TimeExpression[] {
    return this.times[sentence] ?? [];
  }

  /** A line above the lead that does not end like a sentence: it tells the lead's news before it. */
  isHeading(sentence: number): boolean {
    return sentence < (this.lead[0] ?? 0) && isUnended(this.sentences[sentence]);
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
    if (graph === null) return (this.main[sentence] = null);
    const news = this.cluesIn(sentence).filter((c) => c.isFree && this.isNews(c.interval));
    const main = news.find((c) => isMain(graph, c.governor, this.anchors));
    const found = main ?? soleDay(news, graph, this.anchors);
    return (this.main[sentence] = found ?? null);
  }

  /** The date of a main clause that tells no news, but what went before: "Last month, …", "… in 2018". */
  earlierClue(sentence: number): TimeClue | null {
    const graph = this.graph(sentence);
    if (graph === null || this.mainClue(sentence) !== null) return null;
    const earlier = this.cluesIn(sentence).filter((c) => c.isFree && !c.isOpen && this.isEarlier(c.interval));
    return earlier.find((c) => isMain(graph, c.governor, this.anchors)) ?? null;
  }

  /** "It also sent vaccines": tells more of what the sentence before it tells. */
  goesOn(sentence: number): boolean {
    return this.sentences[sentence]?.tokens.some(({ lower }) => hasClass(this.anchors, lower, "further")) === true;
  }

  private isEarlier(interval: DateInterval | null): boolean {
    const end = interval?.end == null ? null : parseDay(interval.end);
    return end !== null && this.published !== null && end < this.published && !this.isNews(interval);
  }

  /** Ended long enough before publication that news would not tell it in the present. */
  isLongPast(interval: DateInterval | null): boolean {
    const end = interval?.end == null ? null : parseDay(interval.end);
    return end !== null && this.published !== null && end < this.published - STALE_DAYS;
  }

  /** Told near enough to publication to be what the report is about. */
  isNews(interval: DateInterval | null): boolean {
    if (interval?.start == null || (interval.precision !== "day" && interval.precision !== "week")) return false;
    if (this.published === null) return true;
    const day = parseDay(interval.start);
    return day !== null && Math.abs(day - this.published) <= NEWS_DAYS && day <= this.published;
  }
}

function leadOf(sentences: readonly Sentence[]): readonly number[] {
  const told: number[] = [];
  for (const sentence of sentences) {
    const { index, tokens } = sentence;
    // The only sentence of a report is its lead, however it ends.
    if (isUnended(sentence) && index < sentences.length - 1) continue;
    if (tokens.some((t) => t.xpos === "VBD" || t.xpos === "VBZ" || t.xpos === "VBP")) told.push(index);
    if (told.length === LEAD_SENTENCES) break;
  }
  return told;
}

function isUnended(sentence: Sentence | undefined): boolean {
  return !/[.!?"”'’)]$/.test(sentence?.tokens[sentence.tokens.length - 1]?.form ?? "");
}

/** Expressions by which news dates itself: "on Friday", "yesterday", "last night". */
export function isNewsDay({ expression }: TimeClue): boolean {
  return /^(?:date\.weekday|deictic|near\.last|near\.this|overnight)/.test(expression.rule);
}

/**
 * The only day that a sentence names is that of its main clause, wherever parsers hang it; not what lies before or after it, nor what
 * another clause tells.
 */
function soleDay(news: readonly TimeClue[], graph: SentenceGraph, anchors: TimeTables["anchors"]): TimeClue | null {
  const [only, other] = news.filter(isNewsDay);
  if (only === undefined || other !== undefined || only.isOpen) return null;
  for (let at = only.governor, steps = 0; steps < 8 && at >= 0; steps++) {
    const token = graph.token(at);
    if (token.deprel === "acl:relcl" || (/^(?:ccomp|parataxis)$/.test(token.deprel) && token.head < at)) return null;
    if (hasClass(anchors, graph.caseOf(at) ?? graph.markOf(at), "beside")) return null;
    if (tenseOf(graph, token) === "pluperfect") return null;
    at = token.head;
  }
  return only;
}

/** Whether a date belongs to the main telling of its sentence: no clause with a time of its own lies between. */
function isMain(graph: SentenceGraph, governor: number, anchors: TimeTables["anchors"]): boolean {
  let at = governor;
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    const { deprel, head, xpos } = graph.token(at);
    if (deprel === "root") return true;
    // "following raids on 9 October": when the raids were, the sentence's own news came after.
    if (hasClass(anchors, graph.caseOf(at), "beside")) return false;
    // "Rebels killed six on Monday, officials said": what comes before its source is the news.
    if (deprel === "ccomp" && head < at) return false;
    if (deprel === "acl:relcl" || deprel === "csubj") return false;
    if ((deprel === "advcl" || deprel === "acl") && xpos !== "VBG" && graph.markOf(at) !== "as") return false;
    at = head;
  }
  return at < 0;
}
