import { describe, expect, it } from "vitest";
import { layOut, type Period } from "./timeline.ts";

const lay = (...periods: readonly (readonly [string, string, string])[]): unknown =>
  layOut(
    periods.map(([from, to, value]): Period<string> => ({ from, to, value })),
    (v) => v,
  ).map((p) => [p.from, p.to, p.value]);

describe("layOut", () => {
  it("puts what holds otherwise before, between and after the dated periods", () => {
    expect(lay(["", "", "E"], ["2000-01-01", "2001-12-31", "G"], ["2005-01-01", "2005-12-31", "M"])).toEqual([
      ["", "1999-12-31", "E"],
      ["2000-01-01", "2001-12-31", "G"],
      ["2002-01-01", "2004-12-31", "E"],
      ["2005-01-01", "2005-12-31", "M"],
      ["2006-01-01", "", "E"],
    ]);
  });

  it("lets the first of overlapping periods hold, and joins neighbours of one value", () => {
    expect(lay(["2000-01-01", "2002-12-31", "G"], ["2001-01-01", "2004-12-31", "M"])).toEqual([
      ["2000-01-01", "2002-12-31", "G"],
      ["2003-01-01", "2004-12-31", "M"],
    ]);
    expect(lay(["2000-01-01", "2002-12-31", "G"], ["2003-01-01", "", "G"])).toEqual([["2000-01-01", "", "G"]]);
  });

  it.each([
    [[["", "", "G"]], [["", "", "G"]]],
    [[["", "2000-02-29", "G"]], [["", "2000-02-29", "G"]]],
    [[["1999-12-31", "", "G"]], [["1999-12-31", "", "G"]]],
    [[], []],
  ] as const)("keeps %j as it is", (periods, expected) => {
    expect(lay(...periods)).toEqual(expected);
  });
});
