import { contentHash } from "../../core/content-hash.ts";
import type { SourceState } from "./source-state.ts";

/** How a poll ended. */
export type PollOutcome =
  | {
      readonly kind: "read";
      readonly status: number;
      readonly title: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly movedTo: string | null;
    }
  | { readonly kind: "unchanged"; readonly movedTo: string | null }
  | {
      readonly kind: "failed";
      readonly status: number | null;
      readonly problem: string;
      /** What `Retry-After` asks for; null when it asks for nothing. */
      readonly retryAt: number | null;
    };

const DAY = 86_400_000;
/** However often it failed, a source is asked once a day. */
const LONGEST_PAUSE = DAY;
const GONE = 410;
const GONE_PAUSE = 7 * DAY;
/** Doubling stops here: 2^20 intervals are more than any pause. */
const MOST_DOUBLINGS = 20;
/** Part of the interval over which sources are spread. */
const SPREAD = 0.1;

/** The state of a source after a poll, with the time of the next. */
export function afterPoll(state: SourceState, outcome: PollOutcome, now: number, interval: number): SourceState {
  if (outcome.kind === "failed") {
    const failures = state.failures + 1;
    const pause = outcome.status === GONE ? GONE_PAUSE : backOff(failures, interval);
    // A server may ask for patience, but not take a source away for good.
    const asked = Math.min(outcome.retryAt ?? 0, now + LONGEST_PAUSE);
    const nextPoll = Math.max(now + pause, asked);
    return { ...state, polled: now, nextPoll, failures, status: outcome.status, problem: outcome.problem };
  }
  const next = { ...state, polled: now, succeeded: now, failures: 0, problem: null, movedTo: outcome.movedTo };
  const nextPoll = now + interval + shiftOf(state.source, interval);
  if (outcome.kind === "unchanged") return { ...next, nextPoll, status: 304 };
  const { status, etag, lastModified } = outcome;
  return { ...next, nextPoll, status, etag, lastModified, title: state.title ?? outcome.title };
}

function backOff(failures: number, interval: number): number {
  return Math.max(interval, Math.min(LONGEST_PAUSE, interval * 2 ** Math.min(failures - 1, MOST_DOUBLINGS)));
}

/** A fixed share of the interval for each source, so that a long list is not asked all at once. */
function shiftOf(source: string, interval: number): number {
  return Math.round((Number.parseInt(contentHash([source], 8), 16) / 0xffffffff) * SPREAD * interval);
}
