import type { EventTrace } from "./event-trace.ts";
import { familyOf } from "./likeness.ts";

/** Days by which two tellings of one happening may miss each other; see `compareDays`. */
const TOLERANCE = 2;
/** A span that is longer is looked for around the report's date: "in 2023" would lie in 365 blocks. */
const LONGEST_SPAN = 14;
const UNDATED_DAYS = 4;
const MOST_NAMES = 8;

/** Where an event looks for happenings: category family x day x country; an event without a country looks by the names in its sentence. */
export function searchKeys(trace: EventTrace): readonly string[] {
  return keysOf(trace, 0, [
    ...trace.countries,
    ...namesOf(trace).map((name) => (trace.isPlaced ? `unplaced ${name}` : `named ${name}`)),
  ]);
}

/** Where an event is found: the same, with the days around. */
export function filingKeys(trace: EventTrace): readonly string[] {
  const names = namesOf(trace);
  return keysOf(trace, TOLERANCE, [
    ...trace.countries,
    ...names.map((name) => `named ${name}`),
    ...(trace.isPlaced ? [] : names.map((name) => `unplaced ${name}`)),
  ]);
}

/** First and last day, by number. */
interface BlockSpan {
  readonly from: number;
  readonly to: number;
}

/** The days on which an event looks for happenings; null where neither it nor its report has a date: then it finds none. */
export function searchedDays(trace: EventTrace): BlockSpan | null {
  return blockDays(trace);
}

/** The days on which it is found; null likewise. */
export function filedDays(trace: EventTrace): BlockSpan | null {
  const span = blockDays(trace);
  return span && { from: span.from - TOLERANCE, to: span.to + TOLERANCE };
}

function namesOf({ names }: EventTrace): readonly string[] {
  return [...names].slice(0, MOST_NAMES);
}

function keysOf(trace: EventTrace, margin: number, drawers: readonly string[]): readonly string[] {
  const family = familyOf(trace.record.event[0]);
  const span = blockDays(trace);
  if (span === null) return [];
  const keys: string[] = [];
  for (let day = span.from - margin; day <= span.to + margin; day++)
    for (const drawer of drawers) keys.push(`${family}|${String(day)}|${drawer}`);
  return keys;
}

function blockDays({ days, published }: EventTrace): BlockSpan | null {
  if (days !== null && days.to - days.from < LONGEST_SPAN) return days;
  if (published !== null) return { from: published - UNDATED_DAYS, to: published };
  return days && { from: days.from, to: days.from };
}
