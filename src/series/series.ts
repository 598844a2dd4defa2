import { periodName, periodsBetween, startOfPeriod, type Period } from "./periods.ts";

/** What happened in one period. */
export interface PeriodCounts {
  /** First day. */
  readonly start: string;
  readonly events: number;
  /** Events that have a score. */
  readonly scored: number;
  /** Of the scores. */
  readonly sum: number;
  /** Events by quad class: verbal and material cooperation, verbal and material conflict. */
  readonly quads: readonly [number, number, number, number];
}

export interface SeriesRow extends PeriodCounts {
  readonly period: string;
}

/** A row for every period, also for those without events. */
export interface Series {
  readonly name: string;
  readonly rows: readonly SeriesRow[];
}

/** First and last day. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export const MOST_PERIODS = 100_000;

/** The days that several series have in common: as asked for, else from the first event of any to the last. */
export function rangeOf(
  counted: readonly (readonly PeriodCounts[])[],
  asked: { readonly from: string | null; readonly to: string | null },
): DayRange | null {
  const starts = counted.flat().map((row) => row.start);
  const first = starts.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);
  const last = starts.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
  const from = asked.from ?? first;
  const to = asked.to ?? last;
  return from === null || to === null ? null : { from, to };
}

/** The periods of a range, with 0 where nothing was counted; null when they are more than `MOST_PERIODS`. */
export function fillSeries(
  name: string,
  counts: readonly PeriodCounts[],
  range: DayRange | null,
  by: Period,
): Series | null {
  if (range === null) return { name, rows: [] };
  const starts = periodsBetween(range.from, range.to, by, MOST_PERIODS + 1);
  if (starts.length > MOST_PERIODS) return null;
  const known = new Map(counts.map((row) => [startOfPeriod(row.start, by), row]));
  const rows = starts.map((start) => ({ ...(known.get(start) ?? nothing(start)), period: periodName(start, by) }));
  return { name, rows };
}

function nothing(start: string): PeriodCounts {
  return { start, events: 0, scored: 0, sum: 0, quads: [0, 0, 0, 0] };
}

/** Mean score, to four places; null where nothing has a score. */
export function meanOf({ scored, sum }: PeriodCounts): number | null {
  return scored === 0 ? null : Math.round((sum / scored) * 10_000) / 10_000;
}

/** Several periods as one: the first names it. */
export function together(rows: readonly [SeriesRow, ...SeriesRow[]]): SeriesRow {
  const add = (of: (row: SeriesRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    ...rows[0],
    events: add((r) => r.events),
    scored: add((r) => r.scored),
    sum: add((r) => r.sum),
    quads: [add((r) => r.quads[0]), add((r) => r.quads[1]), add((r) => r.quads[2]), add((r) => r.quads[3])],
  };
}
