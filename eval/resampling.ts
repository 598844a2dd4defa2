import { mersenneTwister } from "../src/scoring/mersenne-twister.ts";

/** What is counted in one report; a name that it lacks counts 0. */
export type UnitCounts = Readonly<Record<string, number>>;

/** A figure of summed counts; null where nothing is there to divide by. */
export type CountFigure = (sum: UnitCounts) => number | null;

export interface FigureWithInterval {
  readonly value: number | null;
  /** 95 %; null where the figure is. */
  readonly interval: readonly [low: number, high: number] | null;
}

const RESAMPLES = 2000;
const SEED = 1;

/**
 * Figures of all units with their 95 % intervals: as many units are drawn with replacement as there are, 2,000 times, and the
 * middle 95 % of the answers bound the figure. Reports are the units: what is wrong in one report hangs together. Every figure
 * sees the same draws, and every call the same ones. Draws in which a figure has nothing to divide by have no part in it.
 */
export function withIntervals<Name extends string>(
  units: readonly UnitCounts[],
  figures: Readonly<Record<Name, CountFigure>>,
): Readonly<Record<Name, FigureWithInterval>> {
  const names = Object.keys(figures) as Name[];
  const random = mersenneTwister(SEED);
  const drawn = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let i = 0; i < RESAMPLES; i++) {
    const sum = sumOf(units.map(() => units[random.below(units.length)] ?? {}));
    for (const name of names) {
      const value = figures[name](sum);
      if (value !== null) drawn.get(name)?.push(value);
    }
  }
  const all = sumOf(units);
  const told = names.map((name) => {
    const value = figures[name](all);
    const interval = value === null ? null : middle(drawn.get(name) ?? []);
    return [name, { value, interval }] as const;
  });
  return Object.fromEntries(told) as unknown as Record<Name, FigureWithInterval>;
}

function sumOf(units: readonly UnitCounts[]): UnitCounts {
  const sum: Record<string, number> = {};
  for (const unit of units) for (const name in unit) sum[name] = (sum[name] ?? 0) + (unit[name] ?? 0);
  return sum;
}

function middle(values: readonly number[]): readonly [low: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 40);
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
}
