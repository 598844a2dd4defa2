import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFolder } from "./paths.ts";
import { type Judgement, scoreStatus } from "./status.ts";
import { joinTokens, readMeantime, readOwnStatus } from "./status-cases.ts";

const files = ["status.jsonl", "status-held-out.jsonl"].map((name) => join(import.meta.dirname, "gold", name));
const cases = files.flatMap((file) => readOwnStatus(file));
const targets = cases.flatMap((c) => c.targets);

describe("gold of status", () => {
  test("has sentences with ids of their own, a third held back", () => {
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
    expect(readOwnStatus(files[1] ?? "").length).toBe(Math.floor(cases.length / 3));
  });

  test("every word stands where the gold says", () => {
    for (const { id, text, targets: own } of cases)
      for (const { start, word } of own) expect(text.slice(start, start + word.length), id).toBe(word);
  });

  test.each(["actual", "future", "hypothetical", "negation"])("%s has 30 cases or more", (status) => {
    expect(targets.filter((t) => t.label === status).length).toBeGreaterThanOrEqual(30);
  });

  test("30 cases or more are historical, and all of them actual", () => {
    const historical = targets.filter((t) => t.historical);
    expect(historical.length).toBeGreaterThanOrEqual(30);
    expect(historical.every((t) => t.label === "actual")).toBe(true);
  });
});

describe("figures of status", () => {
  const judged = (gold: readonly string[], coded: readonly string[]): Judgement => ({
    unit: "u",
    gold,
    coded,
    example: "",
  });

  test("are the mean of the labels' F1 beside what the commonest label alone would reach", () => {
    const rows = [judged(["a"], ["a"]), judged(["a"], ["a"]), judged(["b"], ["a"]), judged(["b"], ["b"])];
    const { figures } = scoreStatus({ name: "n", title: "t" }, rows, ["a", "b"]);
    const valueOf = (name: string): number | undefined => figures.find((f) => f.name === name)?.value;
    expect(valueOf("a F1")).toBeCloseTo(80);
    expect(valueOf("b F1")).toBeCloseTo(66.67, 1);
    expect(valueOf("macro-F1")).toBeCloseTo(73.33, 1);
    expect(valueOf("majority macro-F1")).toBeCloseTo(33.33, 1);
  });
});

describe("tokens of the treebank", () => {
  test("are put together as they were printed", () => {
    const { text, starts } = joinTokens([
      "``",
      "Iran",
      "'s",
      "army",
      "did",
      "n't",
      "leave",
      ",",
      "''",
      "he",
      "said",
      ".",
    ]);
    expect(text).toBe("\"Iran's army didn't leave,\" he said.");
    expect(starts.map((s) => text.slice(s, s + 2))[3]).toBe("ar");
  });
});

const meantime = join(dataFolder(), "gold/status/meantime-dev.jsonl");
describe.skipIf(!existsSync(meantime))("MEANTIME (skipped where the development data is not there)", () => {
  test("gives every target its word", () => {
    const rows = readMeantime(meantime, "dev");
    expect(rows.length).toBe(readFileSync(meantime, "utf8").trim().split("\n").length);
    for (const { text, targets: own } of rows)
      for (const { start, word } of own) expect(text.slice(start, start + 2)).toBe(word.slice(0, 2));
  });
});
