/**
 * Numbers killed and captured in a press release, from its coded records. A release tells one operation, or several in several
 * places, and tells most of them twice: at the head in one sentence, then at length.
 *
 * The sum: only records of what happened (`actual`) count, with `dead` (killed) and `arrested` (captured), each number once however many
 * records carry it. A record that is the same as an earlier one (`same_as`) adds nothing where that had a number. Records at one place are
 * one operation, a record without a place belongs to the latest. Within it, numbers are added part by part ("two leaders and three
 * others"); a part told again is not:
 * - the sum of all parts so far, or a pronoun or a definite person ("him", "the leader") after any part;
 * - as many of the same noun, or fewer of it; as many of nobody in particular ("two"); "others" after "others"; loose numbers ("several", "numerous")
 *   of the same noun;
 * - parts told before that a later, larger number names among its own ("two insurgents, including a commander").
 * "Two additional" and "another" always add. "More than 30" is at least 31.
 */
import { join } from "node:path";
import type { CountRecord } from "../src/core/record.ts";
import type { EventRecord } from "../src/index.ts";
import { ErrorCounter } from "./error-counter.ts";
import { goldSet } from "./gold-set.ts";
import { readJsonLines } from "./json-lines.ts";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";
import { numberOf } from "./size-figures.ts";
import { headerDate } from "./time.ts";

export interface ReleaseCounts {
  readonly killed: number;
  readonly captured: number;
}

export function releaseCounts(records: readonly EventRecord[]): ReleaseCounts {
  return { killed: sumOf(records, "dead"), captured: sumOf(records, "arrested") };
}

const ADDS = /\b(?:additional|another|more|further)\b/i;

interface Part {
  readonly number: number;
  /** Last word of who is counted; empty where nothing is told of them. */
  readonly noun: string;
  readonly isLoose: boolean;
  isRetold: boolean;
}

interface Operation {
  readonly place: string | null;
  parts: Part[];
}

function sumOf(records: readonly EventRecord[], field: "dead" | "arrested"): number {
  const operations: Operation[] = [];
  const counted = new Set<number>();
  const withNumber = new Set<string>();
  for (const record of records) {
    const count = record.size[field];
    if (record.status !== "actual" || count === null || counted.has(count.start)) continue;
    if (record.same_as !== null && withNumber.has(record.same_as) && !ADDS.test(count.text)) continue;
    counted.add(count.start);
    withNumber.add(record.same_as ?? record.id);
    add(operationOf(operations, record), count);
  }
  return operations.reduce((sum, operation) => sum + totalOf(operation), 0);
}

function totalOf({ parts }: Operation): number {
  return parts.reduce((sum, { number }) => sum + number, 0);
}

function add(operation: Operation, count: CountRecord): void {
  const isAdded = ADDS.test(`${count.text} ${count.by.map((side) => side.text).join(" ")}`);
  const told = partsOf(count);
  const all = totalOf(operation);
  const isAll = leastOf(count) === all && all > 1 && !(isAdded && told.length === 1);
  if (isAll || (operation.parts.length > 0 && REFERS.test(count.text) && leastOf(count) === 1)) return;
  for (const part of operation.parts) part.isRetold = false;
  operation.parts = operation.parts.filter((part) => !isAmong(part, count));
  for (const part of told) {
    const known = isAdded ? undefined : operation.parts.find((p) => !p.isRetold && isSamePart(p, part));
    if (known === undefined) operation.parts.push({ ...part, isRetold: true });
    else known.isRetold = true;
  }
}

const REFERS = /^(?:the|this|that|he|him|she|her|his)\b/i;
const MORE = /^(?:more than|over)\b/i;

/** The least number that a count allows. */
function leastOf(count: Pick<CountRecord, "low" | "high"> & { readonly text: string }): number {
  return (numberOf(count) ?? 0) + (MORE.test(count.text) ? 1 : 0);
}

/** "two insurgents, including a commander": the commander told before is one of the two. */
function isAmong(part: Part, count: CountRecord): boolean {
  const whole = leastOf(count);
  const sum = count.by.reduce((all, side) => all + side.low, 0);
  return (
    sum > whole &&
    count.by.some((side) => side.low < whole && side.low === part.number && nounOf(side.text) === part.noun)
  );
}

function isSamePart(a: Part, b: Part): boolean {
  const isSameNoun = a.noun === b.noun;
  if (isSameNoun && (b.number <= a.number || (a.isLoose && b.isLoose))) return true;
  return a.number === b.number && (b.noun === "" || (a.noun === "" && a.number > 1));
}

function partsOf(count: CountRecord): readonly Part[] {
  const whole = leastOf(count);
  const isLoose = count.low !== count.high;
  const sides = count.by.map((side) => ({
    number: numberOf(side) ?? 0,
    noun: nounOf(side.text),
    isLoose: side.low !== side.high,
    isRetold: false,
  }));
  const rest = whole - sides.reduce((sum, { number }) => sum + number, 0);
  const noun = sides[0]?.noun ?? "";
  if (rest < 0 || sides.length === 0) return [{ number: whole, noun, isLoose, isRetold: false }];
  if (sides.length === 1) return [{ number: whole, noun, isLoose, isRetold: false }];
  return rest === 0 ? sides : [...sides, { number: rest, noun: "", isLoose, isRetold: false }];
}

/** "other militants" are those told as "other insurgents" before. */
function nounOf(text: string): string {
  if (/^others?\b/.test(text)) return "other";
  return (text.split(" ").at(-1) ?? "").toLowerCase().replace(/s$/, "");
}

/** The operation at the record's place; a record without a place belongs to the latest. */
function operationOf(operations: Operation[], { event_loc }: EventRecord): Operation {
  const place = event_loc === null ? null : (event_loc.province ?? event_loc.resolved_place);
  const latest = operations.at(-1);
  const known = place === null ? latest : operations.find((o) => o.place === place || o.place === null);
  if (known !== undefined) return known;
  const operation: Operation = { place, parts: [] };
  operations.push(operation);
  return operation;
}

interface ReleaseRow {
  readonly id: string;
  readonly text: string;
  readonly gold: { readonly name: string; readonly min_killed: number; readonly min_captured: number };
}

export const RELEASE_COUNTS: EvalSet = goldSet(
  "isaf-counts",
  "Numbers killed and captured in press releases",
  ({ data }) => {
    const path = join(data, "gold/events/isaf-dev.jsonl");
    return { path, read: () => readJsonLines<ReleaseRow>(path) };
  },
  scoreReleaseCounts,
);

function scoreReleaseCounts(set: string, title: string, rows: readonly ReleaseRow[], { coder }: EvalTools): SetReport {
  const errors = new ErrorCounter();
  const right = { killed: 0, captured: 0 };
  const some: Record<keyof ReleaseCounts, [right: number, of: number]> = { killed: [0, 0], captured: [0, 0] };
  for (const { id, text, gold } of rows) {
    const records = coder.code({ id, date: headerDate(text), text });
    const coded = releaseCounts(records);
    const expected = { killed: gold.min_killed, captured: gold.min_captured };
    for (const field of ["killed", "captured"] as const) {
      if (coded[field] === expected[field]) right[field]++;
      if (expected[field] > 0) {
        some[field][1]++;
        if (coded[field] === expected[field]) some[field][0]++;
      }
      if (coded[field] !== expected[field])
        errors.add(`${field} ${expected[field]} summed ${coded[field]}`, `${id} ${gold.name}`);
    }
  }
  const of = rows.length;
  return {
    set,
    title,
    figures: (["killed", "captured"] as const).flatMap((field) => [
      { name: `${field}, exact`, value: (100 * right[field]) / of, unit: "%" as const, of },
      {
        name: `${field}, exact where the gold has any`,
        value: (100 * some[field][0]) / Math.max(1, some[field][1]),
        unit: "%" as const,
        of: some[field][1],
      },
    ]),
    tables: [],
    errors: errors.list(),
    failures: [],
    notes: ["sums over distinct happenings as eval/release-counts.ts says"],
  };
}
