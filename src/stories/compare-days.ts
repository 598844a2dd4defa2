import type { EventTrace } from "./event-trace.ts";
import type { Comparison } from "./likeness.ts";

/** A guess from the publication date is a day late as often as not. */
const LAG = 2;
/** An undated event is of the week before its report. */
const UNDATED_DAYS = 4;
/** Longer spans meet everything. */
const VAGUE_DAYS = 14;

/** Whether two events can be of the same days. */
export function compareDays(a: EventTrace, b: EventTrace): Comparison {
  if (a.days === null || b.days === null) return compareUndated(a, b);
  const gap = Math.max(a.days.from - b.days.to, b.days.from - a.days.to, 0);
  const isFirm = a.days.isFirm && b.days.isFirm;
  const length = Math.max(a.days.to - a.days.from, b.days.to - b.days.from) + 1;
  if (gap === 0) {
    if (length > VAGUE_DAYS) return [{ what: "the spans of days meet", points: 0 }];
    if (length > 2) return [{ what: "the days meet", points: 1 }];
    return [isFirm ? { what: "same day", points: 2.5 } : { what: "same day, guessed from a report's date", points: 2 }];
  }
  if (!a.days.isFirm && !b.days.isFirm && gap === 1)
    return [{ what: "reports of other days, both days guessed", points: -2.5 }];
  if (gap === 1) return isFirm ? [{ what: "a day apart", points: -2 }] : [{ what: "about the same day", points: 0.5 }];
  if (gap === LAG && a.days.isFirm !== b.days.isFirm)
    return [{ what: "two days apart, one of them guessed", points: -0.5 }];
  return null;
}

function compareUndated(a: EventTrace, b: EventTrace): Comparison {
  const [x, y] = [a.days ?? reportDays(a), b.days ?? reportDays(b)];
  if (x === null || y === null) return [{ what: "no dates", points: -1 }];
  const gap = Math.max(x.from - y.to, y.from - x.to, 0);
  if (gap <= 1 && a.days === null && b.days === null) return [{ what: "both undated", points: -1 }];
  return gap <= 1 ? [{ what: "undated, reports of the same days", points: 0.5 }] : null;
}

function reportDays({ published }: EventTrace): { readonly from: number; readonly to: number } | null {
  return published === null ? null : { from: published - UNDATED_DAYS, to: published };
}
