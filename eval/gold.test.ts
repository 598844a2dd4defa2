import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CATEGORIES, SECTORS, STATUSES, SUPRANATIONAL } from "../src/core/codes.ts";
import { checkGold } from "../src/scoring/check-gold.ts";
import { loadGold, loadReports } from "../src/scoring/load.ts";
import { newsSentences } from "./sentence-sets.ts";

const folder = join(import.meta.dirname, "gold");
const gold = loadGold(join(folder, "events"));
const reports = loadReports(join(folder, "reports"), gold);
const events = [...gold.values()].flatMap((report) => report.events);

describe("our own gold", () => {
  test("every sentence and anchor stands in its report", () => {
    expect(checkGold(gold, reports)).toEqual([]);
    expect(reports.size).toBe(gold.size);
  });

  test("every category has at least four core events", () => {
    for (const category of CATEGORIES) {
      expect(events.filter((event) => event.core && event.type === category).length, category).toBeGreaterThanOrEqual(
        4,
      );
    }
  });

  test("codes are PLOVER's", () => {
    const parties = events.flatMap((event) => [...event.actor, ...event.recipient]);
    for (const { country, sector } of parties) {
      expect(["", ...SECTORS]).toContain(sector);
      expect(
        country === "" ||
          (SUPRANATIONAL as readonly string[]).includes(country ?? "") ||
          /^[A-Z]{3}$/.test(country ?? ""),
      ).toBe(true);
    }
    for (const event of events) {
      expect([...CATEGORIES]).toEqual(expect.arrayContaining([event.type, ...(event.alt ?? [])]));
      expect(STATUSES).toContain(event.status);
    }
  });

  test("a re-mention points to an earlier event of its report that is no re-mention", () => {
    for (const report of gold.values()) {
      const first = new Set<string>();
      for (const event of report.events) {
        if (event.same_as) expect(first, `${report.report} ${event.id}`).toContain(event.same_as);
        else first.add(event.id);
      }
    }
  });

  test("the examples are reports of the gold", () => {
    const example = JSON.parse(readFileSync(join(folder, "../../examples/report-01.json"), "utf8")) as { text: string };
    expect(example.text).toBe(reports.get("own-01")?.text);
  });
});

test("news sentences are 200, and their spans give their text", () => {
  const { text, sentences } = newsSentences(readFileSync(join(folder, "news-sentences.txt"), "utf8"));
  expect(sentences).toHaveLength(200);
  for (const { start, end } of sentences) expect(text.slice(start, end)).toMatch(/^\S.*\S$/);
});
