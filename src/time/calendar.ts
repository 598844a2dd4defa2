import type { DateInterval, DatePrecision } from "../core/time-layers.ts";

/** Date arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian), without `Date`, clock or time zone. */

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a civil date; the algorithm is Howard Hinnant's `days_from_civil`. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Civil date of a day number; the inverse of `dayNumber`. */
export function civilDate(day: number): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** Day number of `YYYY-MM-DD`, or null when that is no date. */
export function parseDay(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivil(year, month, day) ? dayNumber(year, month, day) : null;
}

export function isCivil(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD` of a day number, "BC0490-09-12" before Christ. */
export function formatDay(day: number): string {
  const { year, month, day: d } = civilDate(day);
  return `${yearText(year)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** Four digits, with "BC" in front of years before Christ (astronomical year 0 is 1 BC). */
export function yearText(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day `months` later, cut to the length of that month. */
export function addMonths(day: number, months: number): number {
  const civil = civilDate(day);
  const index = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

/** Western Easter Sunday (the anonymous Gregorian computus). */
export function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

/** First and last day of the calendar unit that holds the day. Weeks run from Monday to Sunday. */
export function unitAround(day: number, unit: DatePrecision): readonly [number, number] {
  const { year, month } = civilDate(day);
  switch (unit) {
    case "week": {
      const monday = day - weekdayOf(day) + 1;
      return [monday, monday + 6];
    }
    case "month":
      return monthDays(year, month, 1);
    case "quarter":
      return monthDays(year, month - ((month - 1) % 3), 3);
    case "season":
      return seasonAround(year, month);
    case "year":
      return monthDays(year, 1, 12);
    case "decade":
      return monthDays(year - (((year % 10) + 10) % 10), 1, 120);
    case "day":
    case "open":
      return [day, day];
  }
}

/** First and last day of `count` months from the given one on. */
export function monthDays(year: number, month: number, count: number): readonly [number, number] {
  const first = dayNumber(year, month, 1);
  return [first, addMonths(first, count) - 1];
}

function seasonAround(year: number, month: number): readonly [number, number] {
  if (month === 12) return monthDays(year, 12, 3);
  if (month < 3) return monthDays(year - 1, 12, 3);
  return monthDays(year, month - (month % 3), 3);
}

/** The interval of two day numbers. */
export function intervalOf(days: readonly [number, number], precision: DatePrecision): DateInterval {
  return { start: formatDay(days[0]), end: formatDay(days[1]), precision };
}
