import type { DatePrecision, TimeExpression } from "../core/time-layers.ts";
import {
  civilDate, dayNumber, daysInMonth, formatDay, isCivil, monthDays, pad, unitAround, weekdayOf, yearText,
} from "./calendar.ts"; // prettier-ignore
import { durationValue, isFiner, precisionOf, shiftedDay, valueOf } from "./time-units.ts";
import { holidayDay } from "./holidays.ts";
import type { DateShape, NearItem, Part, Season, Sense, TimeShape, TimeUnit } from "./time-shape.ts";

export type Days = readonly [number, number];

/** What an expression is resolved against. */
export interface TimeContext {
  /** Publication date as a day number. */
  readonly published: number | null;
  /** The last date told before in the text, for "the next day"; null when there is none. */
  readonly running: { readonly days: Days; readonly precision: DatePrecision } | null;
  /** Day that bare months, days and seasons count from: the publication date, or the time the text is telling about. */
  readonly base: number | null;
  /** True when bare months and days come after `base` (a narrative), not before (news). */
  readonly narrative: boolean;
  readonly direction: "past" | "future" | null;
}

export interface Resolved {
  readonly kind: TimeExpression["kind"];
  /** First and last day as day numbers; also of years before Christ, which have no interval. */
  readonly days: Days | null;
  readonly precision: DatePrecision;
  readonly value: string | null;
  readonly relative: TimeExpression["relative"];
}

/** The meaning of a shape in its context. Never guesses: what cannot be dated has a null interval. */
export function resolveShape(shape: TimeShape, context: TimeContext): Resolved {
  switch (shape.kind) {
    case "date":
      return resolveDate(shape, context);
    case "years":
      return dated(yearSpan(shape.from, shape.to), "year", `${shape.from}/${shape.to}`);
    case "season":
      return resolveSeason(shape.season, seasonYear(shape, context));
    case "fraction":
      return resolveFraction(shape, context);
    case "decade":
      return resolveDecade(shape);
    case "century":
      return resolveCentury(shape.index, shape.bc);
    case "holiday":
      return resolveHoliday(shape.rule, shape.year, context);
    case "near":
      return resolveNear(shape, context);
    case "shift":
      return resolveShift(shape, context);
    case "span":
      return resolveSpan(shape, context);
    case "duration":
    case "set":
    case "age":
      return { ...undated(durationValue(shape.unit, shape.count)), kind: shape.kind };
    case "vague":
      return undated(shape.value);
  }
}

function resolveDate(shape: DateShape, context: TimeContext): Resolved {
  const { month } = shape;
  const told = shape.year !== null && shape.bc ? 1 - shape.year : (shape.year ?? referredYear(shape.yearRef, context));
  if (month === null)
    return told === null ? resolveWeekday(shape.weekday ?? 1, context) : resolveYear(told, shape.part);
  const year = told ?? (shape.day === null ? monthYear(month, context) : dayYear(month, shape.day, context));
  if (year === null) return undated(`XXXX-${pad(month, 2)}${shape.day === null ? "" : `-${pad(shape.day, 2)}`}`);
  if (shape.day === null) {
    return dated(partOfMonth(year, month, shape.part), "month", `${yearText(year)}-${pad(month, 2)}`);
  }
  if (!isCivil(year, month, shape.day)) return undated(null);
  const first = dayNumber(year, month, shape.day);
  const last =
    shape.dayEnd !== null && isCivil(year, month, shape.dayEnd) ? dayNumber(year, month, shape.dayEnd) : first;
  return dated([first, last], "day", formatDay(first));
}

/** "October of that year", "May last year". */
function referredYear(ref: Sense | null, { published, running }: TimeContext): number | null {
  if (ref === null) return null;
  const from = ref === "same" || ref === "following" ? (running?.days[0] ?? null) : published;
  if (from === null) return null;
  return civilDate(from).year + (ref === "last" ? -1 : ref === "next" || ref === "following" ? 1 : 0);
}

function resolveYear(year: number, part: Part | null): Resolved {
  const value = yearText(year);
  const months: Partial<Record<Part, [number, number]>> = { early: [1, 4], mid: [5, 4], late: [9, 4] };
  const [from, count] = (part === null ? undefined : months[part]) ?? [1, 12];
  return dated(monthDays(year, from, count), "year", value);
}

function partOfMonth(year: number, month: number, part: Part | null): Days {
  const [first, last] = monthDays(year, month, 1);
  if (part === "early") return [first, first + 9];
  if (part === "mid") return [first + 10, first + 19];
  return part === "late" ? [first + 20, last] : [first, last];
}

/** News: the last such day up to the publication date, or the next from it on. */
function resolveWeekday(weekday: number, { published, base, narrative, direction }: TimeContext): Resolved {
  const from = narrative ? base : published;
  if (from === null) return undated(`XXXX-WXX-${weekday}`);
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  const day = from + (narrative || direction === "future" || ahead === 0 ? ahead : ahead - 7);
  return oneDay(day);
}

function oneDay(day: number): Resolved {
  return dated([day, day], "day", formatDay(day));
}

function monthYear(month: number, { base, narrative, direction }: TimeContext): number | null {
  if (base === null) return null;
  const now = civilDate(base);
  if (narrative) return now.year + storyShift(month - now.month, 12, BACK_MONTHS);
  if (direction === "future") return month >= now.month ? now.year : now.year + 1;
  return month <= now.month ? now.year : now.year - 1;
}

/** A story goes forward, but may step back a little: how far, measured on the training half of WikiWars. */
const BACK_MONTHS = 4;

/** Years to add so that a date `ahead` of the story's present lies neither far back nor a year ahead. */
function storyShift(ahead: number, year: number, back: number): number {
  if (ahead < -back) return 1;
  return ahead > year - back ? -1 : 0;
}

/** "on August 9": the nearest one, the past preferred; tense decides when it is known. */
function dayYear(month: number, day: number, { base, narrative, direction }: TimeContext): number | null {
  if (base === null) return null;
  const { year } = civilDate(base);
  const here = dayNumber(year, month, Math.min(day, daysInMonth(year, month)));
  if (narrative) return year + storyShift(here - base, 365, 30 * BACK_MONTHS);
  if (here === base) return year;
  if (direction === "future") return here > base ? year : year + 1;
  if (here < base) return direction === null && base - here > 305 ? year + 1 : year;
  return direction === null && here - base <= 60 ? year : year - 1;
}

const SEASON_MONTH: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
const SEASON_CODE: Readonly<Record<Season, string>> = { spring: "SP", summer: "SU", autumn: "FA", winter: "WI" };

function seasonYear(shape: Extract<TimeShape, { kind: "season" }>, context: TimeContext): number | null {
  if (shape.year !== null) return shape.bc ? 1 - shape.year : shape.year;
  return referredYear(shape.yearRef, context) ?? monthYear(SEASON_MONTH[shape.season], context);
}

function resolveSeason(season: Season, year: number | null): Resolved {
  const code = SEASON_CODE[season];
  if (year === null) return undated(`XXXX-${code}`);
  return dated(monthDays(year, SEASON_MONTH[season], 3), "season", `${yearText(year)}-${code}`);
}

function resolveFraction(shape: Extract<TimeShape, { kind: "fraction" }>, { base }: TimeContext): Resolved {
  const year = shape.year ?? (base === null ? null : civilDate(base).year);
  const code = shape.of === 4 ? "Q" : "H";
  if (year === null) return undated(`XXXX-${code}${shape.index}`);
  const months = 12 / shape.of;
  const days = monthDays(year, (shape.index - 1) * months + 1, months);
  return dated(days, shape.of === 4 ? "quarter" : "year", `${year}-${code}${shape.index}`);
}

function resolveDecade(shape: Extract<TimeShape, { kind: "decade" }>): Resolved {
  if (shape.bc) return undated(`BC${pad(Math.floor(shape.year / 10), 3)}`);
  const shift =
    shape.part === "early" ? [0, 4] : shape.part === "mid" ? [3, 6] : shape.part === "late" ? [6, 9] : [0, 9];
  const days = yearSpan(shape.year + (shift[0] ?? 0), shape.year + (shift[1] ?? 9));
  return dated(days, "decade", pad(Math.floor(shape.year / 10), 3));
}

function resolveCentury(index: number, bc: boolean): Resolved {
  if (bc) return undated(`BC${pad(index - 1, 2)}`);
  return dated(yearSpan((index - 1) * 100 + 1, index * 100), "open", pad(index - 1, 2));
}

function resolveHoliday(rule: string, year: number | null, context: TimeContext): Resolved {
  if (rule === "") return undated(null);
  const { base, narrative, direction } = context;
  if (year !== null) return oneDayOrNone(holidayDay(rule, year));
  if (base === null) return undated(null);
  const now = civilDate(base).year;
  const here = holidayDay(rule, now);
  if (here === null) return undated(null);
  const isAhead = narrative || direction === "future";
  const near = direction === null && !narrative && here > base && here - base <= 30;
  const other = isAhead ? (here < base ? now + 1 : now) : here > base && !near ? now - 1 : now;
  return oneDayOrNone(holidayDay(rule, other));
}

function oneDayOrNone(day: number | null): Resolved {
  return day === null ? undated(null) : oneDay(day);
}

function resolveNear(shape: Extract<TimeShape, { kind: "near" }>, context: TimeContext): Resolved {
  const { item, sense } = shape;
  const { running } = context;
  const from =
    shape.text || context.narrative ? (running?.days[0] ?? (shape.text ? null : context.published)) : context.published;
  if (running !== null && from === running.days[0] && "unit" in item && isFiner(item.unit, running.precision))
    return within(running);
  const step = sense === "last" ? -1 : sense === "next" || sense === "following" ? 1 : 0;
  if (from === null)
    return { ...undated(null), relative: shape.text && "unit" in item ? relativeOf(item.unit, step, null) : null };
  if ("unit" in item) return resolveNearUnit(item, step, from, shape.part, context.published);
  if ("weekday" in item) return oneDay(nearWeekday(item.weekday, step, from, context.direction));
  const month = "month" in item ? item.month : SEASON_MONTH[item.season];
  const now = civilDate(from);
  const year =
    step < 0
      ? month < now.month
        ? now.year
        : now.year - 1
      : step > 0
        ? month > now.month
          ? now.year
          : now.year + 1
        : now.year;
  if ("season" in item)
    return resolveSeason(
      item.season,
      sense === "this" && item.season === "winter" && now.month < 3 ? now.year - 1 : year,
    );
  if (item.day !== null && isCivil(year, month, item.day)) return oneDay(dayNumber(year, month, item.day));
  return dated(partOfMonth(year, month, shape.part), "month", `${yearText(year)}-${pad(month, 2)}`);
}

function nearWeekday(weekday: number, step: number, from: number, direction: TimeContext["direction"]): number {
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  if (step < 0) return ahead === 0 ? from - 7 : from + ahead - 7;
  if (step > 0) return ahead === 0 ? from + 7 : from + ahead;
  return direction === "past" && ahead > 0 ? from + ahead - 7 : from + ahead;
}

function resolveNearUnit(
  item: NearItem & { unit: TimeUnit },
  step: number,
  from: number,
  part: Part | null,
  published: number | null,
): Resolved {
  const { unit } = item;
  if (unit === "day" || unit === "night") return oneDay(unit === "night" && step < 0 ? from - 1 : from + step);
  const precision = precisionOf(unit);
  if (precision === null || unit === "century") return undated(null);
  const day = shiftedDay(from, unit, step);
  const [first, last] = unit === "weekend" ? weekendOf(day) : unitAround(day, precision);
  // "earlier this month" ends on the publication date, "later this week" begins there.
  if (part === "earlier" && published !== null && published >= first && published <= last) {
    return dated([first, published], precision, valueOf(first, unit));
  }
  if (part === "later" && published !== null && published >= first && published <= last) {
    return dated([published, last], precision, valueOf(first, unit));
  }
  if (unit === "year") return resolveYear(civilDate(first).year, part);
  if (unit === "month")
    return dated(partOfMonth(civilDate(first).year, civilDate(first).month, part), "month", valueOf(first, unit));
  return dated([first, last], precision, valueOf(first, unit));
}

function weekendOf(day: number): Days {
  const monday = day - weekdayOf(day) + 1;
  return [monday + 5, monday + 6];
}

function resolveShift(shape: Extract<TimeShape, { kind: "shift" }>, context: TimeContext): Resolved {
  const { unit, count, from: kind } = shape;
  if (kind === "event" && precisionOf(unit) === null) {
    // Hours or minutes before or after: the same day.
    return { ...undated(null), relative: relativeOf(unit, 0, shape.eventToken) };
  }
  if (kind === "event")
    return { ...undated(null), relative: count === null ? null : relativeOf(unit, count, shape.eventToken) };
  if (count === null) return undated(shape.from === "text" ? "FUTURE_REF" : "PAST_REF");
  if (unit === "night") {
    // "overnight": the night that ends on the publication date.
    if (context.published === null) return undated(null);
    return dated([context.published - 1, context.published], "day", `${formatDay(context.published - 1)}TNI`);
  }
  if (kind === "text" && context.running !== null && isFiner(unit, context.running.precision))
    return within(context.running);
  const from = kind === "text" ? (context.running?.days[0] ?? null) : context.published;
  if (from === null) return { ...undated(null), relative: kind === "text" ? relativeOf(unit, count, null) : null };
  return shiftFrom(from, unit, count);
}

/** All that can be said then is that it lies within the coarser date, or soon after. */
function within(running: { readonly days: Days; readonly precision: DatePrecision }): Resolved {
  return { kind: "date", days: running.days, precision: running.precision, value: null, relative: null };
}

/** The day, week, month or year that lies `count` units from a day. */
export function shiftFrom(from: number, unit: TimeUnit, count: number): Resolved {
  const precision = precisionOf(unit);
  if (precision === null || !Number.isFinite(count))
    return oneDay(from + (unit === "hour" ? Math.trunc(count / 24) : 0));
  const day = shiftedDay(from, unit, count);
  if (day < -900_000 || day > 100_000) return undated(null);
  const days =
    unit === "fortnight"
      ? unitAround(day, "week")
      : unit === "century"
        ? unitAround(day, "decade")
        : unitAround(day, precision);
  return dated(days, precision === "open" ? "decade" : precision, valueOf(day, unit));
}

function relativeOf(unit: TimeUnit, count: number, eventToken: number | null): NonNullable<TimeExpression["relative"]> {
  const precision = precisionOf(unit) ?? "day";
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 } as Partial<Record<TimeUnit, number>>;
  const days = { day: 1, night: 1, week: 7, fortnight: 14, weekend: 7 } as Partial<Record<TimeUnit, number>>;
  return {
    days: Math.round((days[unit] ?? 0) * count),
    months: Math.round((months[unit] ?? 0) * count),
    unit: precision,
    eventToken,
  };
}

function resolveSpan(shape: Extract<TimeShape, { kind: "span" }>, context: TimeContext): Resolved {
  const value = durationValue(shape.unit, shape.count);
  const from = context.narrative ? (context.running?.days[0] ?? null) : context.published;
  if (from === null || shape.count === null || precisionOf(shape.unit) === null) return undated(value);
  const ahead = shape.sense === "next" || shape.sense === "following";
  const far = shiftedDay(from, shape.unit, ahead ? shape.count : -shape.count);
  const days: Days = ahead ? [from, far] : [far, from];
  return dated(days, precisionOf(shape.unit) ?? "day", value);
}

function yearSpan(from: number, to: number): Days {
  return [dayNumber(from, 1, 1), dayNumber(to, 12, 31)];
}

function dated(days: Days, precision: DatePrecision, value: string): Resolved {
  return { kind: "date", days, precision, value, relative: null };
}

function undated(value: string | null): Resolved {
  return { kind: "date", days: null, precision: "open", value, relative: null };
}
