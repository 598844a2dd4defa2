import { dayNumber, daysInMonth, easterDay, isCivil, weekdayOf } from "./calendar.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The day that a rule of `data/time/holidays.csv` names in a year; null for an empty or impossible rule. */
export function holidayDay(rule: string, year: number): number | null {
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule);
  if (fixed !== null) {
    const [month, day] = [Number(fixed[1]), Number(fixed[2])];
    return isCivil(year, month, day) ? dayNumber(year, month, day) : null;
  }
  const easter = /^easter:(-?\d+)$/.exec(rule);
  if (easter !== null) return easterDay(year) + Number(easter[1]);
  const nth = /^([a-z]+):(-?\d):(\d\d)(?::(-?\d+))?$/.exec(rule);
  if (nth === null) return null;
  const [month, count] = [Number(nth[3]), Number(nth[2])];
  const wanted = WEEKDAYS.indexOf(nth[1] ?? "") + 1;
  const edge = dayNumber(year, month, count > 0 ? 1 : daysInMonth(year, month));
  const offset = count > 0 ? (wanted - weekdayOf(edge) + 7) % 7 : -((weekdayOf(edge) - wanted + 7) % 7);
  return edge + offset + (count > 0 ? 7 * (count - 1) : 7 * (count + 1)) + Number(nth[4] ?? 0);
}
