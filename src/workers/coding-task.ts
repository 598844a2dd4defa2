import type { Report } from "../core/report.ts";
import type { CodedReport } from "../store/event-store.ts";

/** Which coder the threads load. */
export interface CoderChoice {
  readonly lexicon: readonly string[];
}

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
