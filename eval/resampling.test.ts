import { describe, expect, test } from "vitest";
import { withIntervals, type UnitCounts } from "./resampling.ts";

const share = (part: string, whole: string) => (sum: UnitCounts) =>
  (sum[whole] ?? 0) === 0 ? null : (100 * (sum[part] ?? 0)) / (sum[whole] ?? 0);
const right = { right: share("right", "all") };

describe("intervals over reports", () => {
  test("the figure is that of all reports, its interval lies about it", () => {
    const units = Array.from({ length: 20 }, (_, i) => ({ right: i % 2, all: 1 }));
    const { value, interval } = withIntervals(units, right).right;
    expect(value).toBe(50);
    // Twenty tosses of a coin: half, give or take 1.96 · √(0.25 / 20).
    expect(interval?.[0]).toBeGreaterThanOrEqual(25);
    expect(interval?.[0]).toBeLessThanOrEqual(35);
    expect(interval?.[1]).toBeGreaterThanOrEqual(65);
    expect(interval?.[1]).toBeLessThanOrEqual(75);
  });

  test("are the same in every call", () => {
    const units = [{ right: 3, all: 4 }, { right: 1, all: 7 }, { all: 2 }];
    expect(withIntervals(units, right)).toEqual(withIntervals(units, right));
  });

  test("are narrow where reports are alike and wide where they differ", () => {
    const alike = withIntervals(
      Array.from({ length: 10 }, () => ({ right: 1, all: 2 })),
      right,
    ).right;
    expect(alike).toEqual({ value: 50, interval: [50, 50] });
    const apart = withIntervals([{ right: 10, all: 10 }, { all: 10 }], right).right;
    expect(apart).toEqual({ value: 50, interval: [0, 100] });
  });

  test("draws without a case have no part, and without any case there is no figure", () => {
    const units = [{ right: 1, all: 1 }, {}, {}];
    expect(withIntervals(units, right).right).toEqual({ value: 100, interval: [100, 100] });
    expect(withIntervals([{}, {}], right).right).toEqual({ value: null, interval: null });
    expect(withIntervals([], right).right).toEqual({ value: null, interval: null });
  });
});
