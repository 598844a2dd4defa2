import type { HostState } from "./source-state.ts";

/** Between two requests to a host, where its robots.txt asks for no more. */
export const HOST_PAUSE = 2_000;
/** Longer delays of robots.txt would keep a newspaper's day from being read. */
const LONGEST_DELAY = 60_000;
/** However long a server asks to wait. */
const LONGEST_HOLD = 86_400_000;

/** The host after a request that ended `now`. `delay` is what robots.txt asks for, in seconds; `retryAt` what `Retry-After` did. */
export function afterRequest(
  host: HostState,
  now: number,
  asked: { readonly pause: number; readonly delay: number | null; readonly retryAt: number | null },
): HostState {
  const pause = Math.max(asked.pause, Math.min(LONGEST_DELAY, (asked.delay ?? 0) * 1000));
  const hold = Math.min(asked.retryAt ?? 0, now + LONGEST_HOLD);
  return { ...host, freeAt: Math.max(host.freeAt, now + pause, hold) };
}
