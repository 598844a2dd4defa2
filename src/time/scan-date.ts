import { readNumber } from "../core/number-words.ts";
import { isCivil } from "./calendar.ts";
import { EMPTY_DATE, type DateShape, type FoundTime } from "./time-shape.ts";
import type { ScanInput } from "./time-words.ts";

/** Calendar dates: "17 February 2022", "Feb. 17", "Friday, 23-25 July", "2022-02-17", "October", "2018", "490 BC". */

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t.*)?$/;
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/;
const YEAR_RANGE = /^(1\d{3}|20\d{2})[-–—/](\d{4}|\d{2})$/;
const YEAR = /^(?:1\d{3}|20\d{2}|2100)$/;
const DAY = /^([0-3]?\d)(?:st|nd|rd|th)?$/;
const DAY_RANGE = /^([0-3]?\d)[-–—]([0-3]?\d)$/;
const DASH = /^[-–—/]$/;

/** The date that starts at token `i`, a weekday in front of it included. */
export function scanDate(s: ScanInput, i: number): FoundTime | null {
  const numeric = scanNumeric(s, i);
  if (numeric !== null) return numeric;
  const weekday = s.words[i]?.weekday ?? 0;
  if (weekday > 0) return scanWeekday(s, i, weekday);
  return scanMonthDay(s, i) ?? scanDayMonth(s, i) ?? scanYear(s, i);
}

function scanNumeric(s: ScanInput, i: number): FoundTime | null {
  const word = s.lower[i] ?? "";
  const code = word.charCodeAt(0);
  if (code < 48 || code > 57 || word.length < 6) return null;
  const iso = ISO.exec(word);
  if (iso !== null) return numericDate(i, Number(iso[1]), Number(iso[2]), Number(iso[3]), "date.iso");
  const range = YEAR_RANGE.exec(word);
  if (range !== null) {
    const from = Number(range[1]);
    const to = (range[2] ?? "").length === 2 ? from - (from % 100) + Number(range[2]) : Number(range[2]);
    return to > from && to - from < 200
      ? { first: i, last: i, shape: { kind: "years", from, to }, rule: "date.years" }
      : null;
  }
  const slashed = SLASHED.exec(word);
  if (slashed === null) return null;
  const [a, b] = [Number(slashed[1]), Number(slashed[2])];
  const year = Number(slashed[3]) + ((slashed[3] ?? "").length === 2 ? 2000 : 0);
  // Day first, as most of the world writes it; month first when only that is a date.
  return numericDate(i, year, b, a, "date.slashed") ?? numericDate(i, year, a, b, "date.slashed");
}

function numericDate(i: number, year: number, month: number, day: number, rule: string): FoundTime | null {
  if (!isCivil(year, month, day)) return null;
  return { first: i, last: i, shape: { ...EMPTY_DATE, year, month, day }, rule };
}

/** "Friday", "Friday, 17 February 2022", "Wednesday (Feb. 17)". */
function scanWeekday(s: ScanInput, i: number, weekday: number): FoundTime {
  const gap = s.lower[i + 1] === "," || s.lower[i + 1] === "(" || s.lower[i + 1] === "the" ? 2 : 1;
  const date = scanMonthDay(s, i + gap) ?? scanDayMonth(s, i + gap);
  if (date?.shape.kind === "date" && date.shape.day !== null) {
    return { ...date, first: i, shape: { ...date.shape, weekday } };
  }
  return { first: i, last: i, shape: { ...EMPTY_DATE, weekday }, rule: "date.weekday" };
}

/** "February 17, 2022", "Feb. 17", "July 4-6", "October 2018", "October". */
function scanMonthDay(s: ScanInput, i: number): FoundTime | null {
  const month = s.words[i]?.month ?? 0;
  if (month === 0) return null;
  const base = { ...EMPTY_DATE, month };
  const days = s.lower[i + 1] === "the" ? daysAt(s, i + 2) : daysAt(s, i + 1);
  if (days === null || days.day > 31) {
    const gap = s.lower[i + 1] === "," || s.lower[i + 1] === "of" ? 2 : 1;
    const year = yearAt(s, i + gap);
    if (year !== null) return found(i, year.last, { ...base, year: year.year, bc: year.bc }, "date.month-year");
    return isPersonName(s, i) ? null : withYearRef(s, found(i, i, base, "date.month"));
  }
  const shape = { ...base, day: days.day, dayEnd: days.dayEnd };
  const year = s.lower[days.last + 1] === "," ? yearAt(s, days.last + 2) : yearAt(s, days.last + 1);
  if (year === null) return withYearRef(s, found(i, days.last, shape, "date.month-day"));
  return found(i, year.last, { ...shape, year: year.year, bc: year.bc }, "date.full");
}

/** "17 February 2022", "the 17th of February", "23-25 July". */
function scanDayMonth(s: ScanInput, i: number): FoundTime | null {
  const days = daysAt(s, i);
  if (days === null) return null;
  const at = s.lower[days.last + 1] === "of" ? days.last + 2 : days.last + 1;
  const month = s.words[at]?.month ?? 0;
  if (month === 0) return null;
  const shape = { ...EMPTY_DATE, month, day: days.day, dayEnd: days.dayEnd };
  const gap = s.lower[at + 1] === "," || s.lower[at + 1] === "of" ? 2 : 1;
  const year = yearAt(s, at + gap);
  if (year === null) return withYearRef(s, found(i, at, shape, "date.month-day"));
  return found(i, year.last, { ...shape, year: year.year, bc: year.bc }, "date.full");
}

/** "October of that year", "May last year", "17 June of the following year". */
export function withYearRef(s: ScanInput, time: FoundTime): FoundTime {
  let at = time.last + 1;
  if (s.lower[at] === "of" || s.lower[at] === "in") at++;
  if (s.lower[at] === "the") at++;
  if (s.words[at]?.sense === "same" && s.words[at + 1]?.sense === "same") at++;
  const sense = s.words[at]?.sense ?? null;
  const next = s.words[at + 1] ?? null;
  if (sense === null || next?.unit !== "year" || next.plural || !("yearRef" in time.shape)) return time;
  return { ...time, last: at + 1, shape: { ...time.shape, yearRef: sense } };
}

/** A bare year, where it is one: not "in 2000 cases", "Resolution 1973", "1500 GMT", "$ 2000". */
function scanYear(s: ScanInput, i: number): FoundTime | null {
  const era = eraYear(s, i);
  if (era !== null) return era;
  const year = yearAt(s, i);
  if (year === null || isCount(s, i, year.year)) return null;
  return found(i, year.last, { ...EMPTY_DATE, year: year.year, bc: year.bc }, "date.year");
}

/** "490 BC", "AD 70". */
function eraYear(s: ScanInput, i: number): FoundTime | null {
  const word = s.lower[i] ?? "";
  if (s.words[i]?.era === "ad" && /^\d{1,4}$/.test(s.lower[i + 1] ?? "")) {
    return found(i, i + 1, { ...EMPTY_DATE, year: Number(s.lower[i + 1]) }, "date.year");
  }
  const era = s.words[i + 1]?.era ?? null;
  if (era === null || !/^\d{1,4}$/.test(word)) return null;
  return found(i, i + 1, { ...EMPTY_DATE, year: Number(word), bc: era === "bc" }, "date.year");
}

function isCount(s: ScanInput, i: number, year: number): boolean {
  const before = s.words[i - 1] ?? null;
  const after = s.words[i + 1] ?? null;
  if (before?.label === true || s.lower[i - 1] === "$" || after?.measure === true || s.lower[i + 1] === ":")
    return true;
  if (s.lower[i - 1] === "-" && !/\d$/.test(s.lower[i - 2] ?? "") && !isPart(s, i - 2)) return true;
  if (before !== null && before.sense !== null && before.sense !== "this") return true;
  const unit = after?.unit ?? null;
  if (unit !== null && after?.plural === true) return true;
  const isSpecified = /^(?:the|'s|'|this|that|its|their|his|her|of|\()$/.test(s.lower[i - 1] ?? "");
  const next = s.tokens[i + 1];
  if (next?.xpos === "NNS" && !isSpecified && next.lower !== "elections") return true;
  if (year >= 1900 && year <= 2100) return false;
  return before?.lead !== true && !isSpecified && s.lower[i - 1] !== ",";
}

function isPart(s: ScanInput, i: number): boolean {
  const word = s.words[i] ?? null;
  return word !== null && (word.part !== null || word.month > 0);
}

interface YearAt {
  readonly year: number;
  readonly bc: boolean;
  readonly last: number;
}

function yearAt(s: ScanInput, i: number): YearAt | null {
  const word = s.lower[i] ?? "";
  const era = s.words[i + 1]?.era ?? null;
  if (era !== null && /^\d{1,4}$/.test(word)) return { year: Number(word), bc: era === "bc", last: i + 1 };
  if (!YEAR.test(word) || (s.lower[i + 1] === ":" && i > 0) || s.words[i + 1]?.measure === true) return null;
  return { year: Number(word), bc: false, last: i };
}

interface DaysAt {
  readonly day: number;
  readonly dayEnd: number | null;
  readonly last: number;
}

function daysAt(s: ScanInput, i: number): DaysAt | null {
  const word = s.lower[i] ?? "";
  const code = word.charCodeAt(0);
  if (code < 48 || code > 57) return ordinalDay(s, i);
  const range = DAY_RANGE.exec(word);
  if (range !== null) return rangeOf(Number(range[1]), Number(range[2]), i);
  const match = DAY.exec(word);
  if (match === null || s.lower[i + 1] === ":" || s.words[i + 1]?.measure === true) return null;
  const day = Number(match[1]);
  if (day < 1 || day > 31) return null;
  return dayRange(s, i, day) ?? { day, dayEnd: null, last: i };
}

/** "4-6" before or after the month, "4 to 6 July", "6 and 7 May", "July 4 and 5,". */
function dayRange(s: ScanInput, i: number, day: number): DaysAt | null {
  const end = DAY.exec(s.lower[i + 2] ?? "");
  if (end === null || s.words[i + 3]?.era != null) return null;
  const joint = s.lower[i + 1] ?? "";
  const isJoined = /^(?:to|and|until|till|or|through)$/.test(joint);
  if (!DASH.test(joint) && !isJoined) return null;
  if (isJoined && (s.words[i + 3]?.month ?? 0) === 0 && !/(?:st|nd|rd|th)$/.test(end[0])) return null;
  return rangeOf(day, Number(end[1]), i + 2);
}

function rangeOf(day: number, dayEnd: number, last: number): DaysAt | null {
  return day >= 1 && dayEnd > day && dayEnd <= 31 ? { day, dayEnd, last } : null;
}

/** "the first of May", "the twenty-fifth of December". */
function ordinalDay(s: ScanInput, i: number): DaysAt | null {
  const word = s.lexicon.numbers[s.lower[i] ?? ""];
  if (word === undefined || word.value === null || s.words[i]?.unit === "second") return null;
  if (word.class === "ordinal" && s.lower[i + 1] === "of") return { day: word.value, dayEnd: null, last: i };
  if (word.class !== "unit" || s.lower[i + 1] !== "-") return null;
  const tens = readNumber(s.lower, i, s.lexicon.numbers);
  const one = s.lexicon.numbers[s.lower[i + 2] ?? ""];
  if (tens?.low == null || one?.class !== "ordinal" || one.value === null || s.lower[i + 3] !== "of") return null;
  return { day: word.value + one.value, dayEnd: null, last: i + 2 };
}

/** "April Ryan", "June Smith": a name when syntax says flat, or a capitalised name follows and nothing leads into a date. */
function isPersonName(s: ScanInput, i: number): boolean {
  const next = s.tokens[i + 1];
  return next !== undefined && next.deprel === "flat" && next.head === i;
}

function found(first: number, last: number, shape: DateShape, rule: string): FoundTime {
  return { first, last, shape, rule };
}
