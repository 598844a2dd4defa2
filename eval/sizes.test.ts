import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readJsonLines } from "./json-lines.ts";
import { isHeldOut, tallyText, type SizeGold } from "./sizes.ts";

const gold = readJsonLines<SizeGold>(join(import.meta.dirname, "gold/sizes.jsonl"));

describe("gold of numbers", () => {
  test("has 150 texts with ids of their own, a third held out", () => {
    expect(new Set(gold.map((text) => text.id)).size).toBe(150);
    expect(gold.filter((text) => isHeldOut(text.id)).length).toBe(50);
  });

  test("anchors and counted nouns stand in their text", () => {
    for (const { id, text, events } of gold) {
      for (const { anchor, by } of events) {
        expect(text, id).toContain(anchor);
        for (const nouns of Object.values(by)) for (const noun of Object.keys(nouns)) expect(text, id).toContain(noun);
      }
    }
  });

  test("ranges are in order", () => {
    for (const { id, events } of gold) {
      for (const { size } of events)
        for (const [low, high] of Object.values(size)) expect(high ?? low, id).toBeGreaterThanOrEqual(low);
    }
  });
});

test("an event that is not coded has none of its numbers right", () => {
  const tally = { events: 0, found: 0, told: 0, right: 0, untold: 0, invented: 0, sides: 0, rightSides: 0 };
  const [text] = gold;
  if (!text) throw new Error("no gold");
  tallyText(text, [], tally, null);
  expect(tally).toMatchObject({ events: 1, found: 0, told: 1, right: 0, untold: 3, invented: 0 });
});
