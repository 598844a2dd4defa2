import { mersenneTwister } from "../src/scoring/mersenne-twister.ts";

const SAMPLES = 500;

/** 95 % interval of a statistic over units (rows, documents) drawn with replacement; always the same draws. */
export function bootstrapInterval<T>(
  units: readonly T[],
  statistic: (sample: readonly T[]) => number,
): readonly [low: number, high: number] {
  if (units.length === 0) return [0, 0];
  const random = mersenneTwister(1);
  const values: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const drawn: T[] = [];
    for (let i = 0; i < units.length; i++) {
      const unit = units[random.below(units.length)];
      if (unit !== undefined) drawn.push(unit);
    }
    values.push(statistic(drawn));
  }
  values.sort((a, b) => a - b);
  return [values[12] ?? 0, values[487] ?? 0];
}
