/** What holds for a time; `from` and `to` are days as YYYY-MM-DD, both inclusive, or "" for no limit. */
export interface Period<T> {
  readonly from: string;
  readonly to: string;
  readonly value: T;
}

const DAY_MS = 86_400_000;

/**
 * Periods that may overlap, laid out one after the other: on each day the first that names the day holds, else the first
 * without limits. Neighbours with the same value (by `keyOf`) are one period; days for which nothing holds are left out.
 */
export function layOut<T>(periods: readonly Period<T>[], keyOf: (value: T) => string): readonly Period<T>[] {
  const dated = periods.filter((p) => p.from !== "" || p.to !== "").map((p) => ({ ...daysOf(p), value: p.value }));
  const otherwise = periods.find((p) => p.from === "" && p.to === "");
  const cuts = [...new Set(dated.flatMap((p) => [p.start, p.end + 1]))].filter(Number.isFinite).sort((a, b) => a - b);
  const out: { start: number; end: number; value: T }[] = [];
  for (let i = -1; i < cuts.length; i++) {
    const start = cuts[i] ?? -Infinity;
    const end = (cuts[i + 1] ?? Infinity) - 1;
    const held = dated.find((p) => p.start <= start && end <= p.end) ?? otherwise;
    if (!held) continue;
    const last = out.at(-1);
    if (last && last.end + 1 === start && keyOf(last.value) === keyOf(held.value)) last.end = end;
    else out.push({ start, end, value: held.value });
  }
  return out.map((p) => ({ from: dayText(p.start), to: dayText(p.end), value: p.value }));
}

function daysOf(p: Period<unknown>): { start: number; end: number } {
  return {
    start: p.from === "" ? -Infinity : Date.parse(p.from) / DAY_MS,
    end: p.to === "" ? Infinity : Date.parse(p.to) / DAY_MS,
  };
}

function dayText(day: number): string {
  return Number.isFinite(day) ? new Date(day * DAY_MS).toISOString().slice(0, 10) : "";
}
