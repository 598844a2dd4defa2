import type { EventLink, HappeningSummary } from "../store/event-links.ts";
import { filedDays } from "../stories/block-keys.ts";
import { dateOfDay } from "../stories/days.ts";
import { happeningRow } from "../stories/happening-row.ts";
import type { Happening } from "../stories/happening.ts";

/** The row of a happening that has events. */
export function summaryOf(happening: Happening): HappeningSummary {
  return { position: happening.position, ...happeningRow(happening) };
}

/** The places of its events, from number `known` on. */
export function linksOf({ position, members }: Happening, known = 0): readonly EventLink[] {
  return members.slice(known).map(({ event, report, score, reasons, trace }, i) => {
    const days = filedDays(trace);
    return {
      position,
      place: known + i,
      event,
      report,
      score,
      reasons,
      foundFrom: days && dateOfDay(days.from),
      foundTo: days && dateOfDay(days.to),
    };
  });
}
