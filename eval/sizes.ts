/** Numbers of people in texts of our own writing: which each event should carry, as ranges and by side, and which it has. */
import { join } from "node:path";
import type { CountRecord } from "../src/core/record.ts";
import type { EventRecord } from "../src/index.ts";
import { ErrorCounter } from "./error-counter.ts";
import { goldSet } from "./gold-set.ts";
import { readJsonLines } from "./json-lines.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";

type Range = readonly [low: number, high: number | null];
const FIELDS = ["dead", "injured", "arrested", "participants"] as const;
type Field = (typeof FIELDS)[number];

/** One text of eval/gold/sizes.jsonl. */
export interface SizeGold {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly events: readonly SizeGoldEvent[];
}

/** `anchor`: the word that tells the event; `category`: any of these; a field that is not there is not told. */
export interface SizeGoldEvent {
  readonly anchor: string;
  readonly category: readonly string[];
  readonly size: Partial<Record<Field, Range>>;
  /** Who is counted, by the noun that says so. */
  readonly by: Partial<Record<Field, Readonly<Record<string, Range>>>>;
}

interface Tally {
  events: number;
  found: number;
  told: number;
  right: number;
  untold: number;
  invented: number;
  sides: number;
  rightSides: number;
}

/** Three texts below what was measured when the gold was made. */
const FLOOR = 85;
const HELD_OUT_FLOOR = 76;

/** A third of the texts is read only to be scored: no rule is written with them in view. */
export function isHeldOut(id: string): boolean {
  return Number(id.slice(-3)) % 3 === 0;
}

export const SIZES: EvalSet = goldSet(
  "sizes-own",
  "Numbers of people in 150 texts of our own (eval/gold/sizes.jsonl)",
  ({ root }) => {
    const path = join(root, "eval/gold/sizes.jsonl");
    return { path, read: () => readJsonLines<SizeGold>(path) };
  },
  scoreSizes,
);

function scoreSizes(set: string, title: string, gold: readonly SizeGold[], { coder }: EvalTools): SetReport {
  const errors = new ErrorCounter();
  const seen = noTally();
  const heldOut = noTally();
  for (const text of gold) {
    const records = coder.code({ id: text.id, date: text.date, text: text.text });
    if (isHeldOut(text.id)) tallyText(text, records, heldOut, null);
    else tallyText(text, records, seen, errors);
  }
  return {
    set,
    title,
    figures: [...figuresOf("", seen), ...figuresOf("held out: ", heldOut)],
    tables: [],
    errors: errors.list(),
    failures: [],
    notes: ["errors of held-out texts are counted, not shown"],
  };
}

/** An event that is not coded has none of its numbers right. */
export function tallyText(
  gold: SizeGold,
  records: readonly EventRecord[],
  tally: Tally,
  errors: ErrorCounter | null,
): void {
  for (const event of gold.events) {
    const record = recordAt(gold.text, event, records);
    tally.events++;
    if (record !== undefined) tally.found++;
    for (const field of FIELDS) {
      const expected = event.size[field] ?? null;
      const coded = record?.size[field] ?? null;
      const example = `${gold.id} “${event.anchor}” ${field} ${rangeText(expected)}, coded ${coded ? `${rangeText([coded.low, coded.high])} “${coded.text}”` : "none"}: ${gold.text}`;
      if (expected === null) {
        tally.untold++;
        if (coded === null) continue;
        tally.invented++;
        errors?.add(`${field} where there is none`, example);
        continue;
      }
      tally.told++;
      if (coded?.low === expected[0] && coded.high === expected[1]) tally.right++;
      else
        errors?.add(
          record === undefined ? "event not coded" : `${field} ${coded ? "other than the gold’s" : "missing"}`,
          example,
        );
      tallySides(event.by[field] ?? {}, coded, tally, errors, example);
    }
  }
}

function tallySides(
  expected: Readonly<Record<string, Range>>,
  coded: CountRecord | null,
  tally: Tally,
  errors: ErrorCounter | null,
  example: string,
): void {
  for (const [noun, [low, high]] of Object.entries(expected)) {
    tally.sides++;
    const side = coded?.by.find((b) => b.text.split(" ").includes(noun));
    if (side?.low === low && side.high === high) tally.rightSides++;
    else if (coded !== null) errors?.add(`side ${side ? "other than the gold’s" : "missing"}`, `${noun}: ${example}`);
  }
}

function recordAt(text: string, event: SizeGoldEvent, records: readonly EventRecord[]): EventRecord | undefined {
  const start = text.indexOf(event.anchor);
  const end = start + event.anchor.length;
  return records.find(
    (r) => event.category.includes(r.event[0]) && r.trigger.some((t) => t.start < end && start < t.end),
  );
}

function figuresOf(part: string, tally: Tally): readonly Figure[] {
  const figure = (name: string, right: number, of: number): Figure => ({
    name: `${part}${name}`,
    value: of === 0 ? 0 : (100 * right) / of,
    unit: "%",
    of,
  });
  return [
    { ...figure("low and high exact", tally.right, tally.told), floor: part === "" ? FLOOR : HELD_OUT_FLOOR },
    figure("left empty where untold", tally.untold - tally.invented, tally.untold),
    figure("who is counted", tally.rightSides, tally.sides),
    figure("events found", tally.found, tally.events),
  ];
}

function rangeText(range: Range | null): string {
  return range === null ? "none" : `${range[0]}–${range[1] ?? ""}`;
}

function noTally(): Tally {
  return { events: 0, found: 0, told: 0, right: 0, untold: 0, invented: 0, sides: 0, rightSides: 0 };
}
