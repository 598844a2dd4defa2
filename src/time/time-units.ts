import type { DatePrecision } from "../core/time-layers.ts";
import { addMonths, civilDate, formatDay, pad, parseDay, weekdayOf, yearText } from "./calendar.ts";
import type { TimeUnit } from "./time-shape.ts";

/** Counting in units of time, and writing them as TIMEX3 values. */

export function shiftedDay(day: number, unit: TimeUnit, count: number): number {
  switch (unit) {
    case "day": case "night": return day + Math.round(count);
    case "week": case "weekend": return day + Math.round(7 * count);
    case "fortnight": return day + 14 * count;
    case "month": return addMonths(day, Math.round(count));
    case "quarter": return addMonths(day, 3 * count);
    case "year": return addMonths(day, Math.round(12 * count));
    case "decade": return addMonths(day, Math.round(120 * count));
    case "century": return addMonths(day, Math.round(1200 * count));
    case "second": case "minute": case "hour": return day;
  } // prettier-ignore
}

export function precisionOf(unit: TimeUnit): DatePrecision | null {
  switch (unit) {
    case "second": case "minute": case "hour": return null;
    case "day": case "night": return "day";
    case "week": case "fortnight": case "weekend": return "week";
    case "month": case "quarter": case "year": case "decade": return unit;
    case "century": return "decade";
  } // prettier-ignore
}

/** TIMEX3 value of the unit that holds the day. */
export function valueOf(day: number, unit: TimeUnit): string {
  const { year, month } = civilDate(day);
  if (unit === "week" || unit === "fortnight" || unit === "weekend")
    return weekValue(day) + (unit === "weekend" ? "-WE" : "");
  if (unit === "month") return `${yearText(year)}-${pad(month, 2)}`;
  if (unit === "quarter") return `${yearText(year)}-Q${Math.ceil(month / 3)}`;
  if (unit === "year") return yearText(year);
  if (unit === "decade") return pad(Math.floor(year / 10), 3);
  return unit === "century" ? pad(Math.floor(year / 100), 2) : formatDay(day);
}

/** ISO week: the week belongs to the year of its Thursday. */
function weekValue(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilDate(thursday);
  const week = Math.floor((thursday - (parseDay(`${yearText(year)}-01-01`) ?? thursday)) / 7) + 1;
  return `${yearText(year)}-W${pad(week, 2)}`;
}

export function durationValue(unit: TimeUnit, count: number | null): string {
  const n = count === null ? "X" : String(count);
  switch (unit) {
    case "second": return `PT${n}S`;
    case "minute": return `PT${n}M`;
    case "hour": return `PT${n}H`;
    case "day": case "night": return `P${n}D`;
    case "week": case "weekend": return `P${n}W`;
    case "fortnight": return count === null ? "PXW" : `P${2 * count}W`;
    case "month": return `P${n}M`;
    case "quarter": return count === null ? "PXM" : `P${3 * count}M`;
    case "year": return `P${n}Y`;
    case "decade": return `P${n}DE`;
    case "century": return `P${n}CE`;
  } // prettier-ignore
}

const COARSENESS: readonly DatePrecision[] = ["day", "week", "month", "quarter", "season", "year", "decade", "open"];

/** Whether "two days later" counts from a date that is only known to the month or year. */
export function isFiner(unit: TimeUnit, precision: DatePrecision): boolean {
  const own = precisionOf(unit);
  return own !== null && COARSENESS.indexOf(own) < COARSENESS.indexOf(precision) && precision !== "week";
}
