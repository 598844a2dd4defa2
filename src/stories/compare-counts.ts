import { countsOf, type EventTrace } from "./event-trace.ts";
import type { Comparison, MergeReason } from "./likeness.ts";

/** A toll that grows by more than this is that of something else. */
const FAR = 3;
const NEAR = 1.35;
/** Each day of a war has a number of its own. */
const OTHER_DAY = -6;
const TOLL = "toll";

/** Whether two tolls can be of one happening: the same, near, or grown. */
export function compareCounts(a: EventTrace, b: EventTrace): Comparison {
  const others = new Map(countsOf(b.record));
  const reasons: MergeReason[] = [];
  for (const [kind, { low: x }] of countsOf(a.record)) {
    const y = others.get(kind)?.low;
    if (y === undefined) continue;
    if (x === y) reasons.push({ what: `as many ${kind}: ${String(x)}`, points: x >= 6 ? 1.5 : 0.5 });
    else if (ratioOf(x, y) <= NEAR || Math.abs(x - y) === 1)
      reasons.push({ what: `nearly as many ${kind}`, points: 0 });
    else {
      const points = (ratioOf(x, y) > FAR ? -2 : -1) + (isOneDay(a, b) || isToll(a) || isToll(b) ? 0 : OTHER_DAY);
      reasons.push({ what: `${String(x)} and ${String(y)} ${kind}`, points });
    }
  }
  return reasons;
}

/** The text names one day for both. */
function isOneDay({ days: a }: EventTrace, { days: b }: EventTrace): boolean {
  return a !== null && b !== null && a.isFirm && b.isFirm && a.from === b.from && a.to === b.to;
}

/** "The death toll rises to 46": says itself that it is the number of before that grew. */
function isToll({ words }: EventTrace): boolean {
  return words.has(TOLL);
}

function ratioOf(x: number, y: number): number {
  return (Math.max(x, y) + 1) / (Math.min(x, y) + 1);
}
