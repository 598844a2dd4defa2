import { describe, expect, test } from "vitest";
import { happeningFolder, isHeldBack, readHappeningGold } from "./happening-gold.ts";
import { countPairs, type PlacedReport, placeReports } from "./happenings.ts";
import { cutLastThird, nearCopy, replaceTenth } from "./near-copies.ts";
import { projectRoot } from "./paths.ts";

const gold = readHappeningGold(happeningFolder(projectRoot())) ?? [];
const told = gold.filter(({ differs }) => differs === null);
const lookAlikes = gold.filter(({ differs }) => differs !== null);

describe("gold of happenings", () => {
  test("has 60 happenings of two to five reports and 200 look-alikes, a third of them held back", () => {
    const sizes = new Map<string, number>();
    for (const { happening } of told) sizes.set(happening, (sizes.get(happening) ?? 0) + 1);
    expect(sizes.size).toBe(60);
    expect([...sizes.values()].every((n) => n >= 2 && n <= 5)).toBe(true);
    expect(lookAlikes.length).toBeGreaterThanOrEqual(200);
    expect(new Set(told.filter(isHeldBack).map(({ happening }) => happening)).size).toBe(20);
  });

  test("every anchor stands in its report, and every look-alike has its happening", () => {
    const happenings = new Set(told.map(({ happening }) => happening));
    for (const { id, text, anchors, family } of gold) {
      expect(happenings, id).toContain(family);
      for (const anchor of anchors) expect(text, id).toContain(anchor);
    }
  });

  test("no two reports have one id or one text", () => {
    expect(new Set(gold.map(({ id }) => id)).size).toBe(gold.length);
    expect(new Set(gold.map(({ date, text }) => date + text)).size).toBe(gold.length);
  });
});

test("pairs are counted, uncoded ones too", () => {
  const place = (id: string, happening: string, found: readonly string[]): PlacedReport => {
    const [first] = gold;
    if (!first) throw new Error("no gold");
    return { gold: { ...first, id, happening }, happenings: new Set(found) };
  };
  expect(
    countPairs([place("1", "h1", ["x"]), place("2", "h1", ["x"]), place("3", "h1", []), place("4", "h2", ["x"])]),
  ).toEqual({ gold: 3, merged: 3, right: 1, uncoded: 2 });
});

test("a coder that finds nothing merges nothing", () => {
  expect(placeReports(gold.slice(0, 2), { code: () => [] }).every(({ happenings }) => happenings.size === 0)).toBe(
    true,
  );
});

describe("near-copies", () => {
  const text = "one two three four five six seven eight nine ten eleven twelve Lima killed fourteen";

  test("lose their last third", () => {
    expect(cutLastThird(text)).toBe("one two three four five six seven eight nine ten");
  });

  test("have every tenth word replaced, but no name and no kept word", () => {
    expect(replaceTenth(text, ["ten"])).toBe(text.replace("eleven", "roughly"));
  });

  test("have a headline and a dateline of their own", () => {
    expect(nearCopy({ title: "A", text }, [])).toMatchObject({ title: "What we know so far" });
  });
});
