/** `dragoman quotes` as users run it, and the same through the library. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCoder } from "../src/index.ts";
import { quoteFault } from "../src/schema/json-schemas.ts";
import { DATE, ROOT, rowsOf, Workplace } from "./workplace.ts";

const KEYS = "id report date enddate date_info speaker cue content quoted sort stance text_info because coder".split(
  " ",
);
const TEXT =
  'The foreign minister of Norway said on Monday that Russia had seized two ships. "We will not wait," she told reporters. Norway condemned the raid.';

let work: Workplace;
beforeAll(() => {
  work = new Workplace();
  work.file("said.txt", TEXT);
});
afterAll(() => work.remove());

it("writes a line for each thing that is said, with speaker, cue, content and day", () => {
  const run = work.run(["quotes", "said.txt", ...DATE]);
  const rows = rowsOf(run);
  expect(run.status).toBe(0);
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(KEYS);
    expect(quoteFault(row)).toBeNull();
    const content = row["content"] as readonly { text: string; start: number; end: number }[];
    for (const { text, start, end } of content) expect(TEXT.slice(start, end)).toBe(text);
  }
  expect(rows[0]).toMatchObject({
    date: "2024-05-06",
    speaker: [{ code: "NOR", sector: "GOV", mention: { text: "The foreign minister of Norway" } }],
    cue: { text: "said" },
    content: [{ text: "that Russia had seized two ships" }],
    quoted: "indirect",
  });
  expect(rows[1]).toMatchObject({ speaker: [{ code: "NOR" }], cue: { text: "told" }, quoted: "direct" });
});

it("adds judgements with --all and writes to a file with --out", () => {
  const run = work.run(["quotes", "said.txt", ...DATE, "--all", "--out", "out/quotes.jsonl"]);
  expect(run).toMatchObject({ status: 0, out: "" });
  expect(rowsOf(work.run(["quotes", "said.txt", ...DATE, "--all"])).map((r) => r["sort"])).toEqual([
    "says",
    "says",
    "judges",
  ]);
});

it("is the library's function, and has a schema in the package", async () => {
  const coder = await createCoder();
  const quotes = coder.quotes({ id: "said.txt", text: TEXT, date: "2024-05-10" });
  expect(quotes.map((q) => q.cue.text)).toEqual(["said", "told"]);
  expect(coder.quotes({ text: TEXT, date: "2024-05-10" }, { attitudes: true })).toHaveLength(3);
  const schema = JSON.parse(readFileSync(join(ROOT, "dist/schema/quote.schema.json"), "utf8")) as { title: string };
  expect(schema.title).toBe("Dragoman quote record");
});
