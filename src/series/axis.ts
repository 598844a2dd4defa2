/** A scale that begins and ends at round numbers and holds 0. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

interface AxisOptions {
  /** About so many. */
  readonly steps: number;
  /** No step is smaller: nothing lies between one event and two. */
  readonly leastStep: number;
}

/** An axis for these values in steps of 1, 2 or 5 times a power of ten. */
export function axisOf(values: readonly number[], { steps, leastStep }: AxisOptions): Axis {
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const high = low === most ? 1 : most;
  const step = Math.max(leastStep, roundStep((high - low) / steps));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => rounded((first + i) * step));
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((f) => f * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Without the last digits that binary fractions leave. */
function rounded(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** Which of `count` places along an axis are named: the first and every so-many-th that leaves room for at most `most`. */
export function namedPlaces(count: number, most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
}
