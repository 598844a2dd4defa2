import { meanOf, type SeriesRow } from "./series.ts";

/** What a plot draws of each period. */
export const SHOWN = ["events", "sum", "mean"] as const;
export type Shown = (typeof SHOWN)[number];

/** The height of a period in a plot; null draws nothing. */
export function shownValue(row: SeriesRow, show: Shown): number | null {
  switch (show) {
    case "events":
      return row.events;
    case "sum":
      return row.sum;
    case "mean":
      return meanOf(row);
  }
}

/** What the axis says. */
export const SHOWN_NAMES: Readonly<Record<Shown, string>> = {
  events: "events",
  sum: "sum of scores",
  mean: "mean score",
};

/** The least step of an axis of such values. */
export function leastStepOf(show: Shown): number {
  return show === "events" ? 1 : 0;
}
