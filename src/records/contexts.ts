import type { ContextRow, ContextRule, EvidenceSource } from "../core/contexts.ts";
import type { Doc } from "../core/layers.ts";
import type { Reason } from "../core/record.ts";
import { ruleHolds, type ContextEvent } from "./contexts/event-rules.ts";
import { neighbourWeight, ReportTopics } from "./contexts/report-topics.ts";
import { TopicScanner, type SentenceTopics } from "./contexts/sentence-topics.ts";

export type { ContextRow } from "../core/contexts.ts";

/** Contexts of one event and the evidence for each. */
export interface ContextAnswer {
  readonly contexts: readonly string[];
  readonly because: readonly Reason[];
}

/** Evidence of this weight makes a context. */
const ENOUGH = 1;
const COMPANION = 0.5;
/** Tokens of a sentence that may say only that somebody answered. */
const SHORT = 12;
/** So much evidence of one context is written to the record. */
const REASONS_KEPT = 3;

/**
 * Reads contexts from the event itself, its sentence, the neighbouring sentences and the report. Each kind of evidence has its
 * weight; a context is given when they reach one together.
 */
export class ContextReader {
  private readonly rows: readonly ContextRow[];
  private readonly numbers = new Map<string, number>();
  private readonly scanner: TopicScanner;
  /** Rules that see the event alone, and those that look at contexts already found. */
  private readonly first: readonly NumberedRule[];
  private readonly second: readonly NumberedRule[];
  private readonly drops: readonly NumberedRule[];

  constructor(rows: readonly ContextRow[]) {
    this.rows = rows;
    this.scanner = new TopicScanner(rows);
    rows.forEach(({ name }, i) => this.numbers.set(name, i));
    const rules = rows.flatMap((row, context) => row.rules.map((rule) => ({ context, rule })));
    const looksAround = ({ rule }: NumberedRule): boolean => rule.beside.length > 0 || rule.absent.length > 0;
    this.drops = rules.filter((r) => r.rule.drop);
    this.first = rules.filter((r) => !r.rule.drop && !looksAround(r));
    this.second = rules.filter((r) => !r.rule.drop && looksAround(r));
  }

  /** The topics of a report, read as far as its events ask for them. */
  topicsOf(doc: Doc<"report" | "sentences">): ReportTopics {
    return new ReportTopics(this.scanner, doc.sentences, doc.report.title);
  }

  read(event: ContextEvent, report: ReportTopics): ContextAnswer {
    const own = report.of(event.sentence);
    const tally = new Tally();
    const found = (name: string): boolean => tally.weight(this.numbers.get(name) ?? -1) >= ENOUGH;
    for (const r of this.first) this.apply(r, event, own, tally, found);
    this.addSentence(event.sentence, own, report, tally);
    this.addNeighbours(event.sentence, report, tally);
    this.addReport(report, tally);
    this.addCompanions(own, tally, found);
    for (const r of this.second) this.apply(r, event, own, tally, found);
    const dropped = this.drops.filter(({ context, rule }) => {
      return tally.weight(context) >= ENOUGH && ruleHolds(rule, event, own, found);
    });
    for (const { context } of dropped) tally.drop(context);
    return this.answer(tally);
  }

  private apply(
    { context, rule }: NumberedRule,
    event: ContextEvent,
    own: SentenceTopics,
    tally: Tally,
    found: (name: string) => boolean,
  ): void {
    if (ruleHolds(rule, event, own, found)) tally.add(context, rule.weight, "event", rule.told);
  }

  private addSentence(sentence: number, own: SentenceTopics, report: ReportTopics, tally: Tally): void {
    for (const [context, topic] of own.topics)
      tally.add(context, topic.score, "sentence", () => wordsOf(sentence, topic.hits, report));
  }

  private addNeighbours(sentence: number, report: ReportTopics, tally: Tally): void {
    const pointsBack = this.pointsBack(sentence, report);
    for (const near of report.neighbours(sentence)) {
      const isMeant = pointsBack && near.sentence < sentence;
      for (const [context, topic] of near.topics.topics)
        if (this.rows[context]?.reach !== "sentence")
          tally.add(context, neighbourWeight(topic, isMeant), "neighbour", () =>
            wordsOf(near.sentence, topic.hits, report),
          );
    }
  }

  /** A short sentence without a topic of its own ("Moscow rejected the demand.") goes on about the sentence before it. */
  private pointsBack(sentence: number, report: ReportTopics): boolean {
    if (report.lengthOf(sentence) > SHORT) return false;
    for (const { score } of report.of(sentence).topics.values()) if (score >= ENOUGH) return false;
    return true;
  }

  private addReport(report: ReportTopics, tally: Tally): void {
    for (const [context, { weight, told }] of report.report)
      if (this.rows[context]?.reach === "report") tally.add(context, weight, "report", told);
  }

  /** A weak word is enough beside a context that gives it its meaning: "women" beside discrimination. */
  private addCompanions(own: SentenceTopics, tally: Tally, found: (name: string) => boolean): void {
    for (const context of tally.touched()) {
      if (!own.topics.has(context)) continue;
      const companion = this.rows[context]?.companions.find(found);
      if (companion !== undefined) tally.add(context, COMPANION, "sentence", `beside ${companion}`);
    }
  }

  private answer(tally: Tally): ContextAnswer {
    const contexts: string[] = [];
    const because: Reason[] = [];
    this.rows.forEach(({ name }, context) => {
      if (tally.weight(context) < ENOUGH) return;
      contexts.push(name);
      for (const { source, told } of tally.evidence(context).slice(0, REASONS_KEPT)) {
        const path = `${source}: ${typeof told === "string" ? told : told()}`;
        because.push({ field: "context", rule: `context.${name}`, path });
      }
    });
    return { contexts, because };
  }
}

interface NumberedRule {
  readonly context: number;
  readonly rule: ContextRule;
}

/** Words are written out only for contexts that are given. */
interface Piece {
  readonly source: EvidenceSource;
  readonly told: string | (() => string);
}

/** Evidence of one event, by the number of the context. */
class Tally {
  private readonly weights = new Map<number, number>();
  private readonly pieces = new Map<number, Piece[]>();

  add(context: number, weight: number, source: EvidenceSource, told: Piece["told"]): void {
    this.weights.set(context, this.weight(context) + weight);
    const pieces = this.pieces.get(context);
    if (pieces) pieces.push({ source, told });
    else this.pieces.set(context, [{ source, told }]);
  }

  weight(context: number): number {
    return this.weights.get(context) ?? 0;
  }

  evidence(context: number): readonly Piece[] {
    return this.pieces.get(context) ?? [];
  }

  /** Contexts with some evidence that is not enough yet. */
  touched(): readonly number[] {
    return [...this.weights].filter(([, weight]) => weight > 0 && weight < ENOUGH).map(([context]) => context);
  }

  drop(context: number): void {
    this.weights.delete(context);
  }
}

type Hits = readonly { readonly phrase: string; readonly start: number; readonly end: number }[];

function wordsOf(sentence: number, hits: Hits, report: ReportTopics): string {
  return hits.map((h) => `${h.phrase} (${report.spanOf(sentence, h.start, h.end)})`).join(", ");
}
