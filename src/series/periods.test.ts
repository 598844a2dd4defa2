import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPeriod, periodName, PERIODS, periodsBetween, startOfPeriod } from "./periods.ts";

describe("periods", () => {
  it.each([
    ["2024-05-09", "day", "2024-05-09", "2024-05-09"],
    ["2024-05-09", "week", "2024-05-06", "2024-W19"],
    ["2024-12-30", "week", "2024-12-30", "2025-W01"],
    ["2021-01-03", "week", "2020-12-28", "2020-W53"],
    ["2024-05-09", "month", "2024-05-01", "2024-05"],
    ["2024-05-09", "quarter", "2024-04-01", "2024-Q2"],
    ["2024-12-31", "quarter", "2024-10-01", "2024-Q4"],
    ["2024-05-09", "year", "2024-01-01", "2024"],
    ["0044-03-15", "year", "0044-01-01", "0044"],
  ] as const)("%s belongs to the %s that begins on %s and is called %s", (day, by, start, name) => {
    expect(startOfPeriod(day, by)).toBe(start);
    expect(periodName(start, by)).toBe(name);
  });

  it("follow each other without gap or overlap", () => {
    const day = fc
      .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(...PERIODS), (first, by) => {
        const start = startOfPeriod(first, by);
        const next = nextPeriod(start, by);
        expect(start <= first && first < next).toBe(true);
        expect(startOfPeriod(next, by)).toBe(next);
        expect(periodsBetween(first, next, by, 9)).toEqual([start, next]);
      }),
    );
  });

  it("are no more than asked for", () => {
    expect(periodsBetween("1000-01-01", "2000-01-01", "day", 3)).toEqual(["1000-01-01", "1000-01-02", "1000-01-03"]);
  });
});
