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
export type LeftOut = "undated" | "no-cameo" | "no-parties";

/** The rows of one event, or why there are none. */
export type Rows = { readonly rows: readonly string[] } | { readonly leftOut: LeftOut };

/** Writes events one after the other; some formats number their rows, so a writer serves one file. */
export interface RowWriter {
  /** The first line, without its end; null for a format that has none. */
  readonly header: string | null;
  /** Lines without their ends. */
  rowsOf(event: HandedEvent): Rows;
}
