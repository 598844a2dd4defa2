import { describe, expect, it } from "vitest";
import {
  addMonths, civilDate, dayNumber, easterDay, formatDay, intervalOf, parseDay, unitAround, weekdayOf,
} from "./calendar.ts"; // prettier-ignore

describe("calendar", () => {
  it("goes from civil date to day number and back over leap years and before 1970", () => {
    for (const iso of ["1970-01-01", "1900-03-01", "2000-02-29", "1582-10-15", "2100-12-31", "0490-08-12"]) {
      expect(formatDay(parseDay(iso) ?? Number.NaN)).toBe(iso);
    }
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(civilDate(dayNumber(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29 });
  });

  it.each(["2023-02-29", "2023-13-01", "2023-00-10", "soon", ""])("refuses %s", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it("knows weekdays", () => {
    expect(weekdayOf(dayNumber(2022, 2, 17))).toBe(4);
    expect(weekdayOf(dayNumber(1939, 9, 1))).toBe(5);
  });

  it.each([
    [2008, "2008-03-23"],
    [2019, "2019-04-21"],
    [2038, "2038-04-25"],
  ])("computes Easter %i", (year, iso) => {
    expect(formatDay(easterDay(year))).toBe(iso);
  });

  it("cuts the day to the month's length", () => {
    expect(formatDay(addMonths(dayNumber(2023, 1, 31), 1))).toBe("2023-02-28");
    expect(formatDay(addMonths(dayNumber(2023, 1, 31), -2))).toBe("2022-11-30");
  });

  it.each([
    ["week", "2019-06-17", "2019-06-23"],
    ["quarter", "2019-04-01", "2019-06-30"],
    ["season", "2019-06-01", "2019-08-31"],
    ["decade", "2010-01-01", "2019-12-31"],
  ] as const)("finds the %s around a day", (unit, start, end) => {
    expect(intervalOf(unitAround(dayNumber(2019, 6, 20), unit), unit)).toEqual({ start, end, precision: unit });
  });
});
