import { describe, expect, it } from "vitest";
import { axisOf } from "./axis.ts";
import { plotSvg } from "./plot-svg.ts";
import { plotText } from "./plot-text.ts";
import { fillSeries, meanOf, rangeOf, type PeriodCounts, type Series } from "./series.ts";

function counts(start: string, events: number, sum = 0): PeriodCounts {
  return { start, events, scored: events, sum, quads: [events, 0, 0, 0] };
}

function monthly(...values: readonly (readonly [events: number, sum: number])[]): Series {
  const rows = values.map(([events, sum], i) => counts(`2024-0${i + 1}-01`, events, sum));
  const series = fillSeries("NOR-MAR", rows, rangeOf([rows], { from: null, to: null }), "month");
  if (!series) throw new Error("too long");
  return series;
}

describe("a series", () => {
  it("has a row for every period between the first event of any series and the last", () => {
    const [one, other] = [[counts("2024-02-01", 2, -3)], [counts("2023-12-01", 1), counts("2024-03-01", 1)]];
    const range = rangeOf([one, other], { from: null, to: null });
    const rows = fillSeries("a", one, range, "month")?.rows.map((r) => [r.period, r.events, r.sum, meanOf(r)]);
    expect(rows).toEqual([
      ["2023-12", 0, 0, null],
      ["2024-01", 0, 0, null],
      ["2024-02", 2, -3, -1.5],
      ["2024-03", 0, 0, null],
    ]);
  });

  it("begins and ends where it is asked to, with events and without", () => {
    const asked = { from: "2024-01-15", to: "2024-02-01" };
    const periods = (rows: readonly PeriodCounts[]): readonly string[] | undefined =>
      fillSeries("a", rows, rangeOf([rows], asked), "month")?.rows.map((r) => r.period);
    expect(periods([])).toEqual(["2024-01", "2024-02"]);
    expect(periods([counts("2024-02-01", 1)])).toEqual(["2024-01", "2024-02"]);
    expect(fillSeries("a", [], null, "month")?.rows).toEqual([]);
  });

  it("is refused when its periods are too many", () => {
    expect(fillSeries("a", [], { from: "1000-01-01", to: "2024-01-01" }, "day")).toBeNull();
  });

  it("has a mean of four places, of the events that have a score", () => {
    expect(meanOf({ ...counts("2024-01-01", 4, 1), scored: 3 })).toBe(0.3333);
  });
});

describe("an axis", () => {
  it.each([
    [[], 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[7], 4, [0, 2, 4, 6, 8]],
    [[-9, 3], 4, [-10, -5, 0, 5]],
    [[-2, -1], 2, [-2, -1, 0]],
    [[0.3], 3, [0, 0.1, 0.2, 0.3]],
  ])("for %j in %i steps has the ticks %j", (values, steps, ticks) => {
    expect(axisOf(values, { steps, leastStep: 0 }).ticks).toEqual(ticks);
  });

  it("of counts has whole steps", () => {
    expect(axisOf([2], { steps: 10, leastStep: 1 }).ticks).toEqual([0, 1, 2]);
  });
});

describe("a plot of block characters", () => {
  it("draws counts upwards, with names of periods that do not overlap", () => {
    const text = plotText(monthly([1, 0], [0, 0], [4, 0]), { show: "events", width: 40 });
    expect(text).toBe(
      [
        "NOR-MAR  events",
        "         4 │            █████",
        "         3 │            █████",
        "         2 │            █████",
        "         1 │█████       █████",
        "         0 ┼──────────────────",
        "            2024-01     2024-03",
        "",
      ].join("\n"),
    );
  });

  it("draws scores to both sides of 0", () => {
    const text = plotText(monthly([1, 10], [1, -10]), { show: "sum", width: 40 });
    const lines = text.split("\n");
    const zero = lines.findIndex((l) => l.includes("┼"));
    expect(lines.slice(1, zero).every((l) => l.includes("│█████"))).toBe(true);
    expect(lines.slice(zero + 1, -2).every((l) => l.includes("│      █████"))).toBe(true);
  });

  it("puts neighbours into one column where the width is not enough, and says so", () => {
    const rows = [counts("2000-01-01", 1), counts("2008-04-01", 1)];
    const series = fillSeries("a", rows, rangeOf([rows], { from: null, to: null }), "month");
    const lines = plotText(series ?? { name: "", rows: [] }, { show: "events", width: 62 }).split("\n");
    expect(lines[0]).toBe("a  events  (2 periods a column)");
    expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(62);
  });

  it("says that there is nothing", () => {
    expect(plotText({ name: "a", rows: [] }, { show: "mean", width: 80 })).toBe("a  mean score\nno events\n");
  });
});

describe("a plot as SVG", () => {
  it("is the same for the same series and keeps names from breaking it", () => {
    const series = [{ ...monthly([1, 1], [2, -4]), name: '<A & "B">' }];
    for (const show of ["events", "sum", "mean"] as const) {
      const svg = plotSvg(series, show);
      expect(svg).toBe(plotSvg(series, show));
      expect(svg).toContain("&lt;A &amp; &quot;B&quot;&gt;");
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("has a bar for every quad class that is there, and a panel for every series", () => {
    const row = { ...counts("2024-01-01", 6), quads: [1, 2, 0, 3] as const };
    const one = fillSeries("a", [row], { from: "2024-01-01", to: "2024-02-01" }, "month");
    if (!one) throw new Error("too long");
    const bars = plotSvg([one, one], "events").match(/<rect [^>]*height="[\d.]+" fill="#[^>]*>/g) ?? [];
    // The ground, four of the legend, and three bars in each panel.
    expect(bars).toHaveLength(1 + 4 + 6);
    expect(plotSvg([{ name: "empty", rows: [] }], "events")).not.toMatch(/NaN|Infinity/);
  });
});
