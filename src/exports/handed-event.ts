import type { EventRecord } from "../core/record.ts";
import type { Report } from "../core/report.ts";

/** What is known of the report of an event; nothing but what the record says of it for an event that was taken in. */
export type HandedReport = Pick<Report, "id" | "date" | "title" | "source" | "url" | "language">;

/** An event on its way out: its record, and the report that told it. */
export interface HandedEvent {
  readonly record: EventRecord;
  readonly report: HandedReport;
}

/** Why a format has no place for an event. */
export type LeftOut = "undated" | "coarse" | "no-cameo" | "no-parties";

/** The rows of one event, or why there are none. */
export type Rows = { readonly rows: readonly string[] } | { readonly leftOut: LeftOut };

/** Writes events one after the other; some formats number their rows, so a writer serves one file. */
export interface RowWriter {
  /** The first line, without its end; null for a format that has none. */
  readonly header: string | null;
  /** Lines without their ends. */
  rowsOf(event: HandedEvent): Rows;
}

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 31;

/**
 * The day of an event for a format that has room for one: the first. An event that is dated to more than a month has none, or
 * every "last year" would have happened on the first of January.
 */
export function oneDay({
  date,
  enddate,
}: Pick<EventRecord, "date" | "enddate">): { readonly day: string } | { readonly leftOut: LeftOut } {
  if (date === null) return { leftOut: "undated" };
  const days = enddate === null ? 1 : (Date.parse(enddate) - Date.parse(date)) / DAY_MS + 1;
  return days > LONGEST_DAYS ? { leftOut: "coarse" } : { day: date };
}
