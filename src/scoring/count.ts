import { categoryOf, codesOf, intersection, isUsable, matchEvents, placeGold } from "./match.ts";
import type { MatchedPair, PlacedGold } from "./match.ts";
import type { GoldEvent, GoldReport, Prediction, ScoredParty, ScoredReport } from "./types.ts";

/** What is counted in a report; every figure is a ratio of sums of these. */
const COUNTS = [
  "pred", "refused", "hit", "core", "core_hit", "strict", "actor", "recipient", "triple", "triple_core", "sector_n",
  "sector", "status", "na_g", "na_p", "na_both", "date_n", "date", "dm_n", "dm", "dn_n", "dn", "at_g", "at_p", "at_both",
  "md_both", "md_g", "md_p", "sa_both", "sa_g", "sa_p",
] as const; // prettier-ignore
type CountName = (typeof COUNTS)[number];
export type Counts = Readonly<Record<CountName, number>>;
type Tally = Record<CountName, number>;

export interface CategoryRecall {
  readonly hit: number;
  readonly of: number;
}

/** A report's events side by side: which prediction met which gold event. */
export interface AlignedReport {
  readonly golds: readonly PlacedGold[];
  /** Predictions that may be matched; pairs refer to these. */
  readonly usable: readonly Prediction[];
  readonly refused: readonly Prediction[];
  readonly pairs: readonly MatchedPair[];
}

export interface CountedReport {
  readonly counts: Counts;
  /** Core events found, by gold category. */
  readonly recall: ReadonlyMap<string, CategoryRecall>;
}

export function noCounts(): Tally {
  return Object.fromEntries(COUNTS.map((name) => [name, 0])) as Tally;
}

/** Adds `more` to `sum`. */
export function addCounts(sum: Tally, more: Counts): void {
  for (const name of COUNTS) sum[name] += more[name];
}

/** Matches the predictions of one report with its gold events. */
export function alignReport(
  gold: GoldReport,
  report: ScoredReport,
  predictions: readonly Prediction[],
  bySentence: boolean,
): AlignedReport {
  const golds = gold.events.map((event) => placeGold(event, report.text));
  const usable: Prediction[] = [];
  const refused: Prediction[] = [];
  for (const prediction of predictions) {
    (isUsable(prediction, report.text, bySentence) ? usable : refused).push(prediction);
  }
  return { golds, usable, refused, pairs: matchEvents(usable, golds, bySentence) };
}

/** Counts what is right in one report. */
export function countReport(aligned: AlignedReport, report: ScoredReport): CountedReport {
  const counts = noCounts();
  const recall = new Map<string, CategoryRecall>();
  counts.pred = aligned.usable.length + aligned.refused.length;
  counts.refused = aligned.refused.length;
  counts.hit = aligned.pairs.length;
  for (const { event } of aligned.golds) {
    if (!event.core) continue;
    counts.core++;
    const sofar = recall.get(event.type) ?? { hit: 0, of: 0 };
    recall.set(event.type, { hit: sofar.hit, of: sofar.of + 1 });
  }
  for (const { prediction, event } of pairsOf(aligned)) {
    if (event.core) {
      counts.core_hit++;
      const sofar = recall.get(event.type) ?? { hit: 0, of: 0 };
      recall.set(event.type, { hit: sofar.hit + 1, of: sofar.of });
    }
    countParties(counts, prediction, event);
    countStatus(counts, prediction, event);
    countDate(counts, prediction, event, report.date ?? null);
    countAttribution(counts, prediction, event);
    countModes(counts, prediction, event);
  }
  countSameAs(counts, aligned);
  return { counts, recall };
}

interface Pair {
  readonly prediction: Prediction;
  readonly event: GoldEvent;
  /** The prediction's id; its number among the usable ones when it has none. */
  readonly key: string | number | null;
}

/** The matched events themselves. */
export function pairsOf(aligned: AlignedReport): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const pair of aligned.pairs) {
    const prediction = aligned.usable[pair.prediction];
    const event = aligned.golds[pair.gold]?.event;
    if (prediction === undefined || event === undefined) continue;
    pairs.push({ prediction, event, key: prediction.id === undefined ? pair.prediction : prediction.id });
  }
  return pairs;
}

function countParties(counts: Tally, prediction: Prediction, event: GoldEvent): void {
  if (categoryOf(prediction) === event.type) counts.strict++;
  const actor = sameSet(codesOf(prediction.actor, "country"), codesOf(event.actor, "country"));
  const recipient = sameSet(codesOf(prediction.recipient, "country"), codesOf(event.recipient, "country"));
  if (actor) counts.actor++;
  if (recipient) counts.recipient++;
  if (actor && recipient) counts.triple++;
  if (actor && recipient && event.core) counts.triple_core++;
  for (const side of ["actor", "recipient"] as const) {
    const expected = codesOf(event[side], "sector");
    if (expected.size === 0) continue;
    counts.sector_n++;
    if (sameSet(codesOf(prediction[side], "sector"), expected)) counts.sector++;
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && intersection(a, b) === a.size;
}

/** The status under the record's names: "negated" is negation, nothing is actual. */
export function normalStatus(status: string | null | undefined): string {
  if (!status) return "actual";
  return status === "negated" ? "negation" : status;
}

function countStatus(counts: Tally, prediction: Prediction, event: GoldEvent): void {
  const expected = normalStatus(event.status);
  const coded = normalStatus(prediction.status);
  if (expected === coded) counts.status++;
  if (expected !== "actual") {
    counts.na_g++;
    if (expected === coded) counts.na_both++;
  }
  if (coded !== "actual") counts.na_p++;
}

function countDate(counts: Tally, prediction: Prediction, event: GoldEvent, published: string | null): void {
  const expected = event.date;
  if (!expected) {
    counts.dn_n++;
    if (!prediction.date || prediction.date_info?.basis === "publication") counts.dn++;
    return;
  }
  const right = datesEqual(expected, prediction);
  counts.date_n++;
  if (right) counts.date++;
  if (expected.start === expected.end && expected.end === published) return;
  counts.dm_n++;
  if (right) counts.dm++;
}

/** A day must be that day; a span within a month that month; a longer one the years of its ends. */
export function datesEqual(
  expected: { readonly start: string; readonly end: string },
  prediction: Pick<Prediction, "date" | "enddate">,
): boolean {
  const start = prediction.date;
  if (!start) return false;
  const end = prediction.enddate || start;
  const length = expected.start === expected.end ? Infinity : sameMonth(expected) ? 7 : 4;
  return cut(start, length) === cut(expected.start, length) && cut(end, length) === cut(expected.end, length);
}

function sameMonth(dates: { readonly start: string; readonly end: string }): boolean {
  return cut(dates.start, 7) === cut(dates.end, 7);
}

function cut(date: string, length: number): string {
  return date.slice(0, length);
}

function countAttribution(counts: Tally, prediction: Prediction, event: GoldEvent): void {
  const expected = filled(event.attribution);
  const coded = filled(prediction.attribution);
  if (expected) counts.at_g++;
  if (coded) counts.at_p++;
  if (!expected || !coded) return;
  const sameCode = Boolean(expected.country) && expected.country === (coded.code || coded.country);
  if (sameCode || intersection(wordsOf(expected.text), wordsOf(coded.entity_text || coded.text)) > 0) counts.at_both++;
}

/** An empty object counts as nothing. */
function filled<T extends ScoredParty>(party: T | null | undefined): T | null {
  return party && Object.keys(party).length > 0 ? party : null;
}

function wordsOf(text: string | null | undefined): Set<string> {
  const words = new Set((text ?? "").toLowerCase().match(/[\p{L}\p{N}_]{3,}/gu) ?? []);
  words.delete("the");
  words.delete("and");
  return words;
}

function countModes(counts: Tally, prediction: Prediction, event: GoldEvent): void {
  const expected = new Set(event.mode ?? []);
  const coded = new Set(prediction.mode ?? []);
  counts.md_both += intersection(expected, coded);
  counts.md_g += expected.size;
  counts.md_p += coded.size;
}

/** Pairs of events that tell the same happening, among gold events that were found. */
function countSameAs(counts: Tally, aligned: AlignedReport): void {
  const pairs = pairsOf(aligned);
  const goldOf = new Map(pairs.map(({ key, event }) => [key, event.id]));
  const seen = new Set(goldOf.values());
  const expected = goldLinks(aligned.golds, seen);
  const first = new Map(pairs.map(({ key, prediction }) => [key, prediction.same_as || key]));
  const rootOf = (key: string | number | null): string | number | null => {
    const once = first.get(key) ?? null;
    return first.has(once) ? (first.get(once) ?? null) : once;
  };
  const coded = new Set<string>();
  for (const [a, goldA] of goldOf) {
    for (const [b, goldB] of goldOf) {
      if (a !== b && rootOf(a) === rootOf(b)) coded.add(link(goldA, goldB));
    }
  }
  counts.sa_both += intersection(expected, coded);
  counts.sa_g += expected.size;
  counts.sa_p += coded.size;
}

function goldLinks(golds: readonly PlacedGold[], seen: ReadonlySet<string>): Set<string> {
  const root = new Map<string, string>();
  for (const { event } of golds) {
    const earlier = event.same_as ?? "";
    root.set(event.id, (root.get(earlier) ?? earlier) || event.id);
  }
  const links = new Set<string>();
  for (const [a, rootA] of root) {
    for (const [b, rootB] of root) {
      if (a !== b && rootA === rootB && seen.has(a) && seen.has(b)) links.add(link(a, b));
    }
  }
  return links;
}

function link(a: string, b: string): string {
  return JSON.stringify(a === b ? [a] : a < b ? [a, b] : [b, a]);
}
