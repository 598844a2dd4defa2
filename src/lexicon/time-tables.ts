import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import type { NumberClass, NumberWord, NumberWords } from "../core/number-words.ts";
import { readCsvTable } from "./csv-table.ts";

/** What the time stage knows, ready to be stored as JSON. */
export interface TimeTables {
  readonly words: readonly TimeWordRow[];
  readonly holidays: readonly HolidayRow[];
  readonly prospects: Readonly<Record<string, ProspectClass>>;
  readonly numbers: NumberWords;
  /** Classes of the words that tie events to times, by word. */
  readonly anchors: Readonly<Record<string, readonly AnchorClass[]>>;
}

export interface TimeWordRow {
  readonly word: string;
  readonly class: TimeWordClass;
  readonly value: string;
  readonly when: WordCondition;
}

export interface HolidayRow {
  readonly name: string;
  readonly rule: string;
}

const WORD_CLASSES = [
  "weekday", "weekdays", "month", "unit", "units", "daypart", "dayparts", "season", "sense", "after", "part", "half",
  "deictic", "overnight", "each", "set", "vague", "old", "long", "join", "filler", "around", "era", "label", "measure",
  "eve", "decade", "possessive", "lead",
] as const; // prettier-ignore
export type TimeWordClass = (typeof WORD_CLASSES)[number];

const CONDITIONS = ["", "capital", "name", "beside"] as const;
export type WordCondition = (typeof CONDITIONS)[number];

const PROSPECTS = ["modal", "bridge", "plan", "ahead", "past"] as const;
export type ProspectClass = (typeof PROSPECTS)[number];

const ANCHORS = ["from", "until", "beside", "within", "together", "lend", "pair", "earlier", "about"] as const;
export type AnchorClass = (typeof ANCHORS)[number];

const NUMBER_CLASSES = ["unit", "scale", "vague", "few", "ordinal"] as const;
const HOLIDAY_RULE = /^$|^\d\d-\d\d$|^easter:-?\d+$|^[a-z]+day:-?\d:\d\d(?::-?\d+)?$/;

/** Reads and checks `time/*.csv` and `sizes/numbers.csv` of a lexicon folder. */
export function readTimeTables(dataDir: string): TimeTables {
  return {
    words: readWords(join(dataDir, "time", "words.csv")),
    holidays: readHolidays(join(dataDir, "time", "holidays.csv")),
    prospects: readProspects(join(dataDir, "time", "prospects.csv")),
    numbers: readNumberWords(dataDir),
    anchors: readAnchors(join(dataDir, "time", "anchors.csv")),
  };
}

/** Reads and checks `sizes/numbers.csv`. */
export function readNumberWords(dataDir: string): NumberWords {
  const path = join(dataDir, "sizes", "numbers.csv");
  const table: Record<string, NumberWord> = {};
  for (const { line, value } of readCsvTable(path, ["word", "class", "value", "high"])) {
    const kind: NumberClass = oneOf(NUMBER_CLASSES, value.class, { path, line, column: "class" });
    const low = numberOrNull(value.value, { path, line, column: "value" });
    table[value.word] = { class: kind, value: low, high: numberOrNull(value.high, { path, line, column: "high" }) };
  }
  return table;
}

function readWords(path: string): readonly TimeWordRow[] {
  return readCsvTable(path, ["word", "class", "value", "when"]).map(({ line, value }) => ({
    word: value.word,
    class: oneOf(WORD_CLASSES, value.class, { path, line, column: "class" }),
    value: value.value,
    when: oneOf(CONDITIONS, value.when, { path, line, column: "when" }),
  }));
}

function readHolidays(path: string): readonly HolidayRow[] {
  return readCsvTable(path, ["name", "rule"]).map(({ line, value }) => {
    if (!HOLIDAY_RULE.test(value.rule)) {
      const reason = "write MM-DD, easter:OFFSET, WEEKDAY:N:MM or leave it empty";
      throw new AppError("LEXICON_VALUE", { path, line, column: "rule", value: value.rule, reason });
    }
    return value;
  });
}

function readProspects(path: string): Readonly<Record<string, ProspectClass>> {
  const rows = readCsvTable(path, ["word", "class"]);
  return Object.fromEntries(
    rows.map(({ line, value }) => [value.word, oneOf(PROSPECTS, value.class, { path, line, column: "class" })]),
  );
}

function readAnchors(path: string): TimeTables["anchors"] {
  const table: Record<string, AnchorClass[]> = {};
  for (const { line, value } of readCsvTable(path, ["word", "class"])) {
    (table[value.word] ??= []).push(oneOf(ANCHORS, value.class, { path, line, column: "class" }));
  }
  return table;
}

interface Cell {
  readonly path: string;
  readonly line: number;
  readonly column: string;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, cell: Cell): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  const reason = `write one of ${allowed.map((a) => a || "(nothing)").join(", ")}`;
  throw new AppError("LEXICON_VALUE", { ...cell, value, reason });
}

function numberOrNull(value: string, cell: Cell): number | null {
  if (value === "") return null;
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new AppError("LEXICON_VALUE", { ...cell, value, reason: "write a number or nothing" });
}
