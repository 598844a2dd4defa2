/** `dragoman train` and `relate --model` as users run them, on labels of our own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, rowsOf, Workplace } from "./workplace.ts";

const SLOW = { timeout: 120_000 };
const EACH = 40;

let work: Workplace;
let folder: string;
let labels: string;

/** Some sentences of two categories under names that PLOVER does not have. */
function someRows(category: string, name: string): readonly string[] {
  const lines = readFileSync(join(ROOT, "train", "events", `${category}.tsv`), "utf8").split("\n");
  const rows = lines.filter((l) => l.startsWith(`${category}-`)).slice(0, EACH);
  return rows.map((l) => {
    const [id = "", , , sentence = ""] = l.split("\t");
    return `${id}\t${name}\t${sentence}`;
  });
}

beforeAll(() => {
  work = new Workplace();
  folder = mkdtempSync(join(tmpdir(), "dragoman-train-"));
  labels = join(folder, "labels.tsv");
  const rows = ["id\tcategory\tsentence", ...someRows("accuse", "BLAME"), ...someRows("protest", "CROWD")];
  writeFileSync(labels, `${rows.join("\n")}\n`);
});
afterAll(() => {
  work.remove();
  rmSync(folder, { recursive: true });
});

describe("dragoman train", () => {
  it("learns categories of one's own, reports on rows it had not seen, and the model answers relate", SLOW, () => {
    const model = join(folder, "model");
    const run = work.run(["train", labels, "--out", model, "--folds", "4", "--json"]);
    expect(run.status).toBe(0);
    const { rows, figures } = JSON.parse(run.out) as { rows: number; figures: { macroF1: number } };
    expect(rows).toBe(2 * EACH);
    expect(figures.macroF1).toBeGreaterThan(0.8);
    const row = { id: "x", marked: "<s>The unions</s> marched against <t>the government</t> in Lima." };
    const answer = rowsOf(work.run(["relate", "-", "--model", model], JSON.stringify(row)))[0];
    expect(answer).toMatchObject({ id: "x", event: "CROWD" });
  });

  it("gives the same bytes every time", SLOW, () => {
    const [a, b] = ["a", "b"].map((name) => join(folder, name)) as [string, string];
    for (const out of [a, b]) work.run(["train", labels, "--out", out, "--folds", "0"]);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });

  it("names the row that it cannot read, and trains nothing", SLOW, () => {
    const bad = join(folder, "bad.tsv");
    writeFileSync(bad, "id\tcategory\tsentence\n1\t\t<s>Norland</s> praised <t>Mara</t>.\n");
    const run = work.run(["train", bad, "--out", join(folder, "none")]);
    expect(run.status).toBe(1);
    expect(run.err).toContain("bad.tsv:2");
    expect(run.err).toContain("nothing was trained");
  });

  it("refuses a file that is no model", SLOW, () => {
    const run = work.run(["relate", "-", "--model", labels], "{}");
    expect(run.status).not.toBe(0);
    expect(run.err).toContain("labels.tsv");
  });
});
