import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CONTEXTS } from "../src/core/contexts.ts";
import { casesOf, readContextGold } from "./contexts.ts";

const gold = readContextGold(readFileSync(join(import.meta.dirname, "gold/contexts.jsonl"), "utf8"));
const events = gold.flatMap((report) => report.events);

describe("gold of contexts", () => {
  test("has 120 reports with ids of their own", () => {
    expect(new Set(gold.map((report) => report.id)).size).toBe(120);
  });

  test("every sentence and anchor stands in its report", () => {
    for (const { id, text, events: own } of gold) {
      for (const { sentence, anchor } of own) {
        const start = text.indexOf(sentence);
        expect(start, `${id} ${sentence}`).toBeGreaterThanOrEqual(0);
        expect(text.indexOf(anchor, start), `${id} ${anchor}`).toBeGreaterThanOrEqual(start);
      }
    }
  });

  test.each(CONTEXTS)("%s stands at five events or more", (name) => {
    expect(events.filter((event) => event.context.includes(name)).length).toBeGreaterThanOrEqual(5);
  });

  test("no event has crime beside a tag that says it better", () => {
    for (const { context, anchor } of events) {
      if (!context.includes("crime")) continue;
      for (const better of ["corruption", "illegal_drugs", "trafficking"])
        expect(context, anchor).not.toContain(better);
    }
  });
});

test("an event that is not coded is no case", () => {
  const [report] = gold;
  if (!report) throw new Error("no gold");
  expect(casesOf(report, { code: () => [] })).toEqual([]);
});
