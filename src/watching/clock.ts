import { setTimeout as wait } from "node:timers/promises";

/** The time of day, and waiting for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, without complaint, when the signal says so. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** A timer takes no longer wait than this. */
const LONGEST_WAIT = 2_000_000_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(Math.min(ms, LONGEST_WAIT), undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  },
};
