import type { EventTrace } from "./event-trace.ts";
import type { MergeReason } from "./likeness.ts";

/** A row of the table happening_events. */
export interface HappeningEvent {
  readonly happening: string;
  readonly event: string;
  /** 1 for the first event, else the points that the merge had. */
  readonly score: number;
  readonly reasons: readonly MergeReason[];
}

/** An event in a happening, and why it is there. */
export interface HappeningMember {
  readonly event: string;
  readonly trace: EventTrace;
  readonly score: number;
  readonly reasons: readonly MergeReason[];
}

/** What several reports tell, while it grows. Its id is that of its first event. */
export interface Happening {
  /** How many happenings came before. */
  readonly position: number;
  readonly members: HappeningMember[];
}
