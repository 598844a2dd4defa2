import type { WaitingPage } from "./source-state.ts";

/** So many times a page is asked for where asking again may help. */
const MOST_TRIES = 3;
const MINUTE = 60_000;
const FIRST_PAUSE = 10 * MINUTE;

/** The page when it is to be tried again, or null when it is given up. */
export function afterPageFailure(page: WaitingPage, passing: boolean, now: number): WaitingPage | null {
  const tries = page.tries + 1;
  if (!passing || tries >= MOST_TRIES) return null;
  return { ...page, tries, nextTry: now + FIRST_PAUSE * 4 ** page.tries };
}
