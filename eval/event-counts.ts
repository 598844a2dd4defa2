/** What is counted in one hand-coded report, for figures with intervals: the scorer's counts and those that it does not make. */
import type { EventRecord } from "../src/index.ts";
import { alignReport, countReport, datesEqual, normalStatus, pairsOf } from "../src/scoring/count.ts";
import { categoryOf, codesOf } from "../src/scoring/match.ts";
import type { GoldEvent, GoldReport, ScoredReport } from "../src/scoring/types.ts";
import { countPlace, noPlaces } from "./event-places.ts";
import type { UnitCounts } from "./resampling.ts";

/** Counts of a category stand under names like "ASSAULT coded". */
export type CategoryCount = "coded" | "right" | "core" | "found";
export function categoryCount(category: string, what: CategoryCount): string {
  return `${category} ${what}`;
}

export function countEvents(gold: GoldReport, report: ScoredReport, records: readonly EventRecord[]): UnitCounts {
  const aligned = alignReport(gold, report, records, false);
  const { counts, recall } = countReport(aligned, report);
  const own = new Tally();
  for (const record of records) {
    own.add(categoryCount(record.event[0], "coded"));
    if (isListed(record)) own.add("listed");
  }
  const places = noPlaces();
  for (const { prediction, event } of pairsOf(aligned)) {
    const record = prediction as EventRecord;
    countPlace(record, event, places, () => undefined);
    own.add(categoryCount(categoryOf(record) ?? "", "right"));
    countWhole(own, record, event);
  }
  for (const [category, { hit, of }] of recall) {
    own.add(categoryCount(category, "core"), of);
    own.add(categoryCount(category, "found"), hit);
  }
  return { ...counts, placed: places.placed, place_right: places.right, ...own.counts };
}

/** What `dragoman events` lists unless it is asked for more. */
function isListed({ status, historical, same_as }: EventRecord): boolean {
  return status === "actual" && !historical && same_as === null;
}

function countWhole(own: Tally, record: EventRecord, event: GoldEvent): void {
  const isActual = normalStatus(event.status) === "actual";
  const isTriple = sameCodes(record, event, "actor") && sameCodes(record, event, "recipient");
  const isDay = event.date ? datesEqual(event.date, record) : !record.date || record.date_info?.basis === "publication";
  if (isTriple && isDay && record.status === normalStatus(event.status)) own.add("whole");
  if (!isListed(record) || !isActual) return;
  own.add("listed_right");
  if (isTriple) own.add("listed_triple");
  if (isTriple && isDay) own.add("listed_triple_day");
}

function sameCodes(record: EventRecord, event: GoldEvent, side: "actor" | "recipient"): boolean {
  const coded = codesOf(record[side], "country");
  const expected = codesOf(event[side], "country");
  return coded.size === expected.size && [...coded].every((code) => expected.has(code));
}

class Tally {
  readonly counts: Record<string, number> = {};

  add(name: string, count = 1): void {
    this.counts[name] = (this.counts[name] ?? 0) + count;
  }
}
