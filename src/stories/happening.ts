import type { EventTrace } from "./event-trace.ts";
import type { MergeReason } from "./likeness.ts";

/** An event in a happening, as a store keeps it. */
export interface HappeningEvent {
  readonly event: string;
  readonly report: string;
  /** 1 for the first event, else the points that the merge had. */
  readonly score: number;
  readonly reasons: readonly MergeReason[];
}

/** A happening of an earlier run as a store gives it back: its events in the order in which they came. */
export interface StoredHappening {
  readonly position: number;
  readonly events: readonly HappeningEvent[];
}

/** An event in a happening, and why it is there. */
export interface HappeningMember extends HappeningEvent {
  readonly trace: EventTrace;
}

/** What several reports tell, while it grows. Its id is that of its first event. */
export interface Happening {
  /** How many happenings were opened before: it decides ties, and never changes. */
  readonly position: number;
  readonly members: HappeningMember[];
}

/** The id of a happening. */
export function happeningId({ members }: Pick<Happening, "members">): string {
  return members[0]?.event ?? "";
}
