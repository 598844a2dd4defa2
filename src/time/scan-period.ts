import { withYearRef } from "./scan-date.ts";
import type { FoundTime, Part, TimeShape } from "./time-shape.ts";
import type { ScanInput } from "./time-words.ts";

/** Longer stretches with a name: seasons, quarters and halves, decades, centuries, named days. */

const DECADE = /^(1\d|20)(\d0)'?s$/;
const SHORT_DECADE = /^['’]?([1-9]0)['’]?s$/;
const QUARTER = /^q([1-4])$/;
const YEAR = /^(?:1\d{3}|20\d{2})$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;

/** The named period that starts at token `i`, or null. */
export function scanPeriod(s: ScanInput, i: number): FoundTime | null {
  return scanHoliday(s, i) ?? scanSeason(s, i) ?? scanDecade(s, i) ?? scanFraction(s, i) ?? scanCentury(s, i);
}

export function scanHoliday(s: ScanInput, i: number): FoundTime | null {
  const entries = s.lexicon.holidays.get(s.lower[i] ?? "");
  if (entries === undefined || !isCapital(s, i)) return null;
  for (const { words, rule } of entries) {
    if (!words.every((word, k) => s.lower[i + k] === word)) continue;
    const last = i + words.length - 1;
    const year = yearAfter(s, last);
    // "Tet Offensive", "White Christmas" are names of something else.
    const after = s.tokens[last + 1];
    if (after !== undefined && isCapital(s, last + 1) && s.words[last + 1] == null) continue;
    if (i > 1 && isCapital(s, i - 1) && s.words[i - 1] == null) continue;
    return make(i, year.last, { kind: "holiday", rule, year: year.year, sense: null }, "holiday");
  }
  return null;
}

function scanSeason(s: ScanInput, i: number): FoundTime | null {
  // "the 1982 summer offensives"
  const later = YEAR.test(s.lower[i] ?? "") ? (s.words[i + 1]?.season ?? null) : null;
  if (later !== null) {
    return make(
      i,
      i + 1,
      { kind: "season", season: later, year: Number(s.lower[i]), bc: false, part: null, yearRef: null },
      "season",
    );
  }
  const season = s.words[i]?.season ?? null;
  if (season === null) return null;
  const year = yearAfter(s, i);
  const lead = s.words[i - 1] ?? null;
  const led = lead !== null && (lead.lead || lead.sense !== null || lead.part !== null || lead.each);
  if (year.year === null && !led && s.lower[i - 1] !== "the" && s.lower[i - 1] !== "-") return null;
  // "Arab Spring", "Prague Spring" are names.
  if (isCapital(s, i) && i > 0 && isCapital(s, i - 1) && lead === null && s.lower[i - 1] !== "the") return null;
  const shape: TimeShape = { kind: "season", season, year: year.year, bc: year.bc, part: null, yearRef: null };
  return withYearRef(s, make(i, year.last, shape, "season"));
}

function scanDecade(s: ScanInput, i: number): FoundTime | null {
  const word = s.lower[i] ?? "";
  const full = DECADE.exec(word);
  if (full !== null) {
    const bc = s.words[i + 1]?.era === "bc";
    return make(i, bc ? i + 1 : i, decade(Number(full[1]) * 100 + Number(full[2]), bc, false), "decade");
  }
  const old = /^(\d{2}0)s$/.exec(word);
  if (old !== null && s.words[i + 1]?.era === "bc")
    return make(i, i + 1, decade(Number(old[1]), true, false), "decade");
  const short = SHORT_DECADE.exec(word);
  const tens = short === null ? (s.words[i]?.decade ?? 0) : Number(short[1]);
  if (tens === 0) return null;
  const before = s.words[i - 1] ?? null;
  if (before?.possessive === true || s.words[i - 2]?.possessive === true) {
    return make(i, i, { kind: "age", unit: "year", count: null }, "age.decade");
  }
  return s.lower[i - 1] === "the" || before?.part != null
    ? make(i, i, decade(1900 + tens, false, true), "decade")
    : null;
}

function decade(year: number, bc: boolean, short: boolean): TimeShape {
  return { kind: "decade", year, short, bc, part: null };
}

/** "the first quarter of 2019", "Q1 2020", "the second half of the year". */
function scanFraction(s: ScanInput, i: number): FoundTime | null {
  const short = QUARTER.exec(s.lower[i] ?? "");
  if (short !== null) {
    const year = yearAfter(s, i);
    return make(i, year.last, { kind: "fraction", of: 4, index: Number(short[1]), year: year.year }, "quarter");
  }
  const index = ordinalAt(s, i) ?? (s.words[i]?.half === "second" ? 2 : null);
  if (index === null) return null;
  if (s.words[i + 1]?.unit === "quarter" && index <= 4) {
    const year = yearAfter(s, i + 1);
    return make(i, year.last, { kind: "fraction", of: 4, index, year: year.year }, "quarter");
  }
  if (s.lower[i + 1] !== "half" || s.words[i]?.half == null || s.lower[i + 2] !== "of") return null;
  const half = s.words[i]?.half === "first" ? 1 : 2;
  const year = yearAfter(s, i + 1);
  if (year.year === null) return null;
  return make(i, year.last, { kind: "fraction", of: 2, index: half, year: year.year }, "half");
}

function scanCentury(s: ScanInput, i: number): FoundTime | null {
  const index = ordinalAt(s, i);
  if (index === null) return null;
  const at = s.lower[i + 1] === "-" ? i + 2 : i + 1;
  if (s.words[at]?.unit !== "century") return null;
  const era = s.words[at + 1]?.era ?? null;
  const last = era === null ? at : at + 1;
  return make(i, last, { kind: "century", index, bc: era === "bc" }, "century");
}

export function ordinalAt(s: ScanInput, i: number): number | null {
  const word = s.lower[i] ?? "";
  const digits = ORDINAL.exec(word);
  if (digits !== null) return Number(digits[1]);
  const named = s.lexicon.numbers[word];
  if (named?.class === "ordinal") return named.value;
  // "twenty-first" as three tokens.
  if (named?.class !== "unit" || named.value === null || s.lower[i + 1] !== "-") return null;
  const one = s.lexicon.numbers[s.lower[i + 2] ?? ""];
  return one?.class === "ordinal" && one.value !== null ? named.value + one.value : null;
}

function yearAfter(s: ScanInput, i: number): { year: number | null; bc: boolean; last: number } {
  for (const at of [i + 1, i + 2]) {
    if (at === i + 2 && s.lower[i + 1] !== "of" && s.lower[i + 1] !== ",") break;
    const word = s.lower[at] ?? "";
    if (s.words[at + 1]?.era === "bc" && /^\d{1,4}$/.test(word)) return { year: Number(word), bc: true, last: at + 1 };
    if (YEAR.test(word)) return { year: Number(word), bc: false, last: at };
  }
  return { year: null, bc: false, last: i };
}

/** Attaches "early", "late" … to what it modifies; null when that takes none. */
export function withPart(found: FoundTime, part: Part, first: number): FoundTime | null {
  const { shape } = found;
  const rule = `${found.rule}.${part}`;
  if (shape.kind === "season" || shape.kind === "decade" || shape.kind === "near") {
    return { ...found, first, shape: { ...shape, part }, rule };
  }
  if (shape.kind === "date") {
    const takes = shape.day === null && shape.weekday === null && (shape.month !== null || shape.year !== null);
    return { ...found, first, shape: takes ? { ...shape, part } : shape, rule };
  }
  return { ...found, first };
}

export function isCapital(s: ScanInput, i: number): boolean {
  const token = s.tokens[i];
  return token !== undefined && token.form.charAt(0) !== token.lower.charAt(0);
}

function make(first: number, last: number, shape: TimeShape, rule: string): FoundTime {
  return { first, last, shape, rule };
}
