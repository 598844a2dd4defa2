/** How many dead, injured, arrested and taking part, among the events of a set that the coder found. */
import type { CountRecord } from "../src/core/record.ts";
import type { EventRecord } from "../src/index.ts";
import { alignReport, pairsOf } from "../src/scoring/count.ts";
import type { GoldEvent, GoldReport, ScoredReport } from "../src/scoring/types.ts";
import type { ErrorCounter } from "./error-counter.ts";
import type { Figure } from "./set-report.ts";

/** Hand-coded numbers: one for each field that the text tells; `size` is what the category counts. */
export type SizedGold = GoldEvent & {
  readonly dead?: number | null;
  readonly injured?: number | null;
  readonly size?: number | null;
};

type CodedSize = Pick<EventRecord, "event" | "size">;

const FIELDS = ["dead", "injured", "size"] as const;

interface FieldCounts {
  told: number;
  right: number;
  untold: number;
  invented: number;
  /** Of the invented, one person: "arrested the governor" tells one, and the hand-coders left it out. */
  single: number;
}

/**
 * Of each field: how many numbers of the gold are met exactly, and of how many events without one a number is coded (one person
 * apart, whom the hand-coders do not count). "At least 8"
 * and "8 to 12" are 8, "up to 30" is 30.
 */
export function sizeFigures(
  gold: ReadonlyMap<string, GoldReport>,
  reports: ReadonlyMap<string, ScoredReport>,
  predictions: readonly EventRecord[],
  errors: ErrorCounter,
): readonly Figure[] {
  const counts = { dead: noCounts(), injured: noCounts(), size: noCounts() };
  for (const [id, golds] of gold) {
    const report = reports.get(id);
    if (report === undefined) continue;
    const own = predictions.filter((prediction) => prediction.report === id);
    for (const { prediction, event } of pairsOf(alignReport(golds, report, own, false)))
      for (const field of FIELDS) count(counts[field], field, event, prediction as unknown as CodedSize, errors, id);
  }
  return FIELDS.flatMap((field) => figuresOf(field, counts[field]));
}

function count(
  counts: FieldCounts,
  field: (typeof FIELDS)[number],
  event: SizedGold,
  prediction: CodedSize,
  errors: ErrorCounter,
  report: string,
): void {
  const expected = event[field] ?? null;
  const record = field === "size" ? sizeOfCategory(prediction) : prediction.size[field];
  const coded = numberOf(record);
  const told = expected === null ? "none" : String(expected);
  const example = `${report} ${event.id} “${event.anchor}” in “${event.sentence}”: gold ${told}, coded ${record?.text ?? "none"}`;
  if (expected === null) {
    counts.untold++;
    if (coded === null) return;
    counts.invented++;
    if (coded === 1) counts.single++;
    errors.add(`${field} where there is none`, example);
    return;
  }
  counts.told++;
  if (coded === expected) counts.right++;
  else errors.add(`${field} ${coded === null ? "missing" : "other than the gold’s"}`, example);
}

/** What the hand-coders' `size` counts: those arrested by coercion, those who took part in a protest or a deployment. */
function sizeOfCategory({ event, size }: CodedSize): CountRecord | null {
  return event[0] === "COERCE" ? (size.arrested ?? size.participants) : size.participants;
}

/** The number of a count as a single one: the least, or the most where only that is told. */
export function numberOf(count: Pick<CountRecord, "low" | "high"> | null): number | null {
  if (count === null) return null;
  return count.low === 0 && count.high !== null ? count.high : count.low;
}

function figuresOf(field: string, { told, right, untold, invented, single }: FieldCounts): readonly Figure[] {
  const figures: Figure[] = [];
  if (told > 0) figures.push({ name: `${field}, exact where told`, value: (100 * right) / told, unit: "%", of: told });
  if (untold === 0) return figures;
  figures.push({ name: `${field}, coded where untold`, value: invented, unit: "n", of: untold });
  figures.push({ name: `${field}, of these one person`, value: single, unit: "n", of: untold });
  return figures;
}

function noCounts(): FieldCounts {
  return { told: 0, right: 0, untold: 0, invented: 0, single: 0 };
}
