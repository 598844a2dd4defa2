/** The other commands as users run them: relate, explain, parse and score. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATE, jsonLines, ROOT, rowsOf, Workplace } from "./workplace.ts";

const RELATION_KEYS = ["id", "event", "mode", "quad_code", "status", "confidence", "because"];

let work: Workplace;
beforeAll(() => {
  work = new Workplace();
});
afterAll(() => work.remove());

describe("dragoman relate", () => {
  it("answers every row, marked, nested, missing or by spans, with the fixed keys", () => {
    const text = "France expelled two Russian diplomats.";
    const run = work.run(
      ["relate"],
      jsonLines([
        { id: "marked", marked: "<s>France</s> expelled <t>two Russian diplomats</t>." },
        { id: "nested", marked: "<s>The army of <t>Russia</t></s> attacked <t>France</t>." },
        { id: "no target", marked: "<s>Protesters</s> marched in Paris." },
        { id: "no marks", marked: "The lake is blue." },
        { id: "spans", text, source: { start: 0, end: 6 }, target: { start: 16, end: 37 } },
      ]),
    );
    expect(run).toMatchObject({ status: 0, err: "" });
    const answers = rowsOf(run);
    expect(answers.map((r) => r["id"])).toEqual(["marked", "nested", "no target", "no marks", "spans"]);
    for (const r of answers) {
      expect(Object.keys(r)).toEqual(RELATION_KEYS);
      expect(r.event).toMatch(/^[A-Z]+$/);
    }
    expect(answers.map((r) => r.event)).toMatchObject([
      "SANCTION",
      "ASSAULT",
      "PROTEST",
      expect.any(String),
      "SANCTION",
    ]);
    expect({ ...answers[4], id: "marked" }).toEqual(answers[0]);
  });

  it("answers null with --abstain only where nothing speaks for a category", () => {
    const input = jsonLines([
      { id: "1", marked: "<s>France</s> expelled <t>two Russian diplomats</t>." },
      { id: "2", marked: "<s>The lake</s> is near <t>the wood</t>." },
    ]);
    expect(rowsOf(work.run(["relate", "-", "--abstain"], input)).map((r) => r.event)).toEqual(["SANCTION", null]);
  });
});

describe("dragoman explain, parse and score", () => {
  it("explains tokens, predications and events", () => {
    const run = work.run(["explain", "France expelled two Russian diplomats on Friday.", ...DATE]);
    expect(run).toMatchObject({ status: 0, err: "" });
    for (const part of ["SENTENCE 1", "VERB", "nsubj", "PREDICATIONS", "expel", "EVENTS", "SANCTION", "2024-05-10"])
      expect(run.out).toContain(part);
  });

  it("parses to valid CoNLL-U: ten columns, numbered tokens, one root and no cycle a sentence", () => {
    const run = work.run(["parse", "news.txt", "--format", "conllu"]);
    expect(run.status).toBe(0);
    const sentences = run.out.trimEnd().split("\n\n");
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^# sent_id = /m);
      const tokens = sentence
        .split("\n")
        .filter((l) => !l.startsWith("#"))
        .map((l) => l.split("\t"));
      for (const [i, t] of tokens.entries()) {
        expect(t).toHaveLength(10);
        expect(t.every((column) => column !== "")).toBe(true);
        expect(t[0]).toBe(String(i + 1));
        expect((t[6] === "0") === (t[7] === "root")).toBe(true);
        expect(reachesRoot(tokens, i)).toBe(true);
      }
      expect(tokens.filter((t) => t[6] === "0")).toHaveLength(1);
    }
  });

  it("scores what it coded of the gold reports, for people and as JSON", () => {
    const [gold, reports] = [join(ROOT, "eval/gold/events"), join(ROOT, "eval/gold/reports")];
    const coded = work.run(["code", ...readdirSync(reports).map((name) => join(reports, name))]);
    expect(coded.status).toBe(0);
    const predictions = work.file("predictions.jsonl", coded.out);
    const table = work.run(["score", gold, reports, predictions]);
    expect(table).toMatchObject({ status: 0, err: "" });
    expect(table.out).toMatch(/\d\.\d/);
    const json = work.run(["score", gold, reports, predictions, "--json"]);
    expect(JSON.parse(json.out)).toBeTypeOf("object");
    expect(work.run(["score", "nowhere", reports, predictions])).toMatchObject({ status: 1, out: "" });
  });

  it("prints the package's version and help on stdout", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
    expect(work.run(["--version"])).toEqual({ status: 0, out: `${version}\n`, err: "" });
    expect(work.run(["code", "--help"])).toMatchObject({ status: 0, err: "" });
  });
});

function reachesRoot(tokens: readonly (readonly string[])[], from: number): boolean {
  let at = from + 1;
  for (let steps = 0; at !== 0 && steps <= tokens.length; steps++) at = Number(tokens[at - 1]?.[6] ?? NaN);
  return at === 0;
}
