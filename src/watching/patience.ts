import { AppError } from "../core/errors.ts";
import type { Clock } from "./clock.ts";

export interface Patience {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told once for every time that another process keeps us waiting. */
  readonly onWait: () => void;
}

/** Another command has the base for seconds or minutes; there is no hurry. */
const RETRY_MS = 1_000;

/** Tries again while another process uses the base, until the signal says that it is enough. */
export async function patiently<T>({ clock, signal, onWait }: Patience, work: () => Promise<T>): Promise<T> {
  for (let told = false; ; told = true) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "BASE_IN_USE" || signal.aborted) throw error;
      if (!told) onWait();
      await clock.sleep(RETRY_MS, signal);
    }
  }
}
