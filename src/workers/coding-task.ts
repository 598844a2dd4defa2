import type { Issue } from "../core/errors.ts";
import type { EventRecord } from "../core/record.ts";
import type { Report } from "../core/report.ts";
import type { CodedReport } from "../store/event-store.ts";

/** Which coder the threads load. */
export interface CoderChoice {
  readonly lexicon: readonly string[];
  readonly simd?: "auto" | "off";
  readonly proposals?: boolean;
}

/** The events of a report, or why it could not be coded. */
export type EventsResult = { readonly events: readonly EventRecord[] } | { readonly failed: string };

export interface CodingTask {
  readonly report: Report;
  readonly content: string;
}

export type CodingResult = { readonly coded: CodedReport } | { readonly failed: string };

/** Versions of what the coder is made of, and the name of what it knows. */
export interface CoderDescription {
  readonly version: string;
  readonly fingerprintId: string;
}

/** An error of ours keeps neither code nor data on its way out of a thread, so that it is handed out as an issue. */
export type DescriptionResult = CoderDescription | { readonly broken: Issue };
