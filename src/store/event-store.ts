import type { Issue } from "../core/errors.ts";
import type { Fingerprint } from "../core/fingerprint.ts";
import type { EventRecord } from "../core/record.ts";
import type { Report, ReportOrigin } from "../core/report.ts";
import type { Span } from "../core/span.ts";
import type { LinkStore } from "./event-links.ts";

export type RunKind = "ingest" | "recode" | "import";

/** One `ingest`, `recode` or `import`. */
export interface Run {
  readonly run: number;
  readonly kind: RunKind;
  /** Versions of code, lexicon and model; of an import the format. */
  readonly coder: string;
  readonly started: string;
  /** Null: not finished, or killed. */
  readonly finished: string | null;
  /** Names the lexicon that the run coded with; null for an import. */
  readonly fingerprint: string | null;
  readonly note: string | null;
}

export interface NewRun extends Pick<Run, "kind" | "coder" | "note"> {
  readonly fingerprint: Fingerprint | null;
}

export interface StoredQuotation extends Span {
  readonly speaker: string;
  readonly code: string;
  readonly sector: string;
  readonly cue: string;
  readonly quoted: boolean;
  readonly content: string;
  readonly date: string | null;
}

/** What was read out of one report. */
export interface CodedReport {
  readonly report: Report;
  /** What its source tells of it; not given, nothing is known. */
  readonly origin?: ReportOrigin;
  /** Hash of what was read. */
  readonly content: string;
  /** Distinct lemmas and forms of text and title, lower case, sorted. */
  readonly words: readonly string[];
  readonly sentences: readonly Span[];
  readonly events: readonly EventRecord[];
  readonly quotations: readonly StoredQuotation[];
}

/** Reports in the order of reading, and what was refused between them; stored together or not at all. */
export interface Batch {
  readonly reports: readonly CodedReport[];
  readonly refused: readonly Issue[];
}

/** What a report is known by. */
export interface Identity {
  readonly id: string;
  readonly content: string;
}

/** Which of the stored reports are asked for, to be coded again. */
export interface Recodable {
  /** Runs that coded them last. */
  readonly runs: readonly number[];
  /** Only reports with one of these words; null for all. */
  readonly words: readonly string[] | null;
}

/** How the events of a batch that was coded again differ from those stored. */
export interface RecodeCounts {
  readonly reports: number;
  readonly kept: number;
  readonly gained: number;
  readonly lost: number;
  readonly changed: number;
}

/** An event that held at one run and not, or not so, at the other; `gained` has no `before`, `lost` no `after`. */
export interface EventChange {
  readonly report: string;
  readonly before: EventRecord | null;
  readonly after: EventRecord | null;
  /** The report itself was stored between the two runs. */
  readonly newReport: boolean;
}

/**
 * Where reports and events are kept. Every method that writes is one transaction: after a crash at any moment a base holds
 * all of it or nothing. One process writes at a time.
 */
export interface EventStore extends LinkStore {
  /** `at` is the time of day, ISO 8601; the store has no clock of its own. */
  startRun(run: NewRun, at: string): Promise<number>;
  finishRun(run: number, at: string): Promise<void>;
  /** In the order of their numbers. */
  runs(): Promise<readonly Run[]>;
  fingerprint(id: string): Promise<Fingerprint | null>;
  /** Every stored report that has the id or the content of one of these. */
  stored(reports: readonly Identity[]): Promise<readonly Identity[]>;
  add(run: number, batch: Batch): Promise<void>;
  /** Stores events of others: their report is named `import:<run>`. */
  addEvents(run: number, events: readonly EventRecord[]): Promise<void>;
  /** Run -> number of reports that it coded last. */
  codedBy(): Promise<ReadonlyMap<number, number>>;
  /** Every word of the reports, once. */
  vocabulary(): AsyncIterable<string>;
  /** Marks what is to be coded again, and says how many reports that are. */
  selectForRecoding(choices: readonly Recodable[]): Promise<number>;
  /** The reports so marked, in the order in which they were stored, at most `limit` after the first `offset`. */
  selected(offset: number, limit: number): Promise<readonly (Report & { readonly content: string })[]>;
  /** Replaces what is stored of the reports by what was read now; events that are as they were keep their run. */
  recode(run: number, reports: readonly CodedReport[]): Promise<RecodeCounts>;
  /** What held at `from` and what holds at `to`, where they differ, by report. */
  changes(from: number, to: number): AsyncIterable<EventChange>;
  close(): Promise<void>;
}
