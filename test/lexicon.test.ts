/** `dragoman lexicon` as users run it, and `--lexicon` of the other commands. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATE, NEWS, ROOT, rowsOf, Workplace } from "./workplace.ts";

const EXAMPLE = join(ROOT, "examples", "lexicon");
const SLOW = { timeout: 120_000 };

let work: Workplace;
let broken: string;
beforeAll(() => {
  work = new Workplace();
  broken = mkdtempSync(join(tmpdir(), "dragoman-lexicon-"));
  mkdirSync(join(broken, "ontology"));
  const text = "id: AID\nframes:\n  - {id: aid.zig, verbs: [zig], modes: [zag]}\nexamples: [The lake is blue.]\n";
  writeFileSync(join(broken, "ontology", "aid.yaml"), text);
});
afterAll(() => {
  work.remove();
  rmSync(broken, { recursive: true });
});

describe("dragoman lexicon check", () => {
  it("runs the sentences of a sound folder and ends with 0", SLOW, () => {
    const run = work.run(["lexicon", "check", EXAMPLE, "--examples"]);
    expect(run).toEqual({ status: 0, out: "", err: "0 problems, 6 sentences run\n" });
  });

  it("lists what is wrong with place and remedy, counts it and ends with 1", SLOW, () => {
    const run = work.run(["lexicon", "check", broken]);
    expect(run).toMatchObject({ status: 1, err: "1 problem\n" });
    expect(run.out).toContain("aid.yaml:3:40: frames.0.modes is “zag”: not a mode of AID");
  });

  it("gives JSON lines", SLOW, () => {
    const run = work.run(["lexicon", "check", broken, "--format", "jsonl"]);
    expect(JSON.parse(run.out)).toMatchObject({ line: 3, column: 40, value: "zag", weight: "fault" });
  });

  it("tells which sentences fail", SLOW, () => {
    const folder = mkdtempSync(join(tmpdir(), "dragoman-lexicon-"));
    mkdirSync(join(folder, "ontology"));
    writeFileSync(join(folder, "ontology", "aid.yaml"), "id: AID\nexamples:\n  - The lake is blue.\n");
    const run = work.run(["lexicon", "check", folder, "--examples"]);
    rmSync(folder, { recursive: true });
    expect(run).toMatchObject({ status: 1, err: "1 problem, 1 sentences run\n" });
    expect(run.out).toContain("aid.yaml:3:5: examples.0 is “The lake is blue.”: the sentence fails: coded nothing");
  });

  it("refuses a folder that is not there", SLOW, () => {
    expect(work.run(["lexicon", "check", "no-such-folder"])).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("no-such-folder: no such folder") as unknown,
    });
  });
});

describe("--lexicon", () => {
  const text = "Parliament elected Tom Barrow on Friday.";
  it("is laid over the packaged data by code, the last one on top", SLOW, () => {
    const over = mkdtempSync(join(tmpdir(), "dragoman-lexicon-"));
    mkdirSync(join(over, "ontology"));
    const frame = "{id: elect.by-body, verbs: [elect], require: {agent: ELECTING_BODY}}";
    writeFileSync(join(over, "ontology", "elect.yaml"), `id: ELECT\nframes: [${frame}]\n`);
    const modes = (...folders: readonly string[]): unknown => {
      const layers = folders.flatMap((f) => ["--lexicon", f]);
      return rowsOf(work.run(["code", "-", ...DATE, "--format", "jsonl", ...layers], text)).map((r) => [
        r.event,
        r["mode"],
      ]);
    };
    expect(modes(EXAMPLE)).toEqual([[["ELECT"], ["body"]]]);
    expect(modes(EXAMPLE, over)).toEqual([[["ELECT"], []]]);
    rmSync(over, { recursive: true });
  });

  it("is laid over the packaged data by explain", SLOW, () => {
    expect(work.run(["explain", text, "--lexicon", EXAMPLE]).out).toContain("elect.by-body");
    expect(work.run(["explain", text]).out).not.toContain("elect.by-body");
  });

  it("with a fault in it stops the command", SLOW, () => {
    const run = work.run(["code", "-", "--lexicon", broken], text);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toContain("aid.yaml:3:40");
  });
});

describe("dragoman lexicon coverage and gaps", () => {
  it("counts what a corpus uses", SLOW, () => {
    const run = work.run(["lexicon", "coverage", "news.txt", "--format", "csv"]);
    const [head, first] = run.out.split("\n");
    expect(run.status).toBe(0);
    expect(head).toBe("hits,tried,kind,gives,id");
    expect(first).toMatch(/^[12],[1-9]\d*,frame,(?:SANCTION|COERCE),/);
  });

  it("lists what it never uses, of a layer too", SLOW, () => {
    const dead = work.run(["lexicon", "coverage", "news.txt", "--dead", "--format", "jsonl", "--lexicon", EXAMPLE]);
    const rows = dead.out
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as { id: string; hits: number });
    expect(rows.every((r) => r.hits === 0)).toBe(true);
    expect(rows.map((r) => r.id)).toContain("elect.any");
  });

  it("lists what no frame took, so many as asked for", SLOW, () => {
    const run = work.run(["lexicon", "gaps", "-", "--limit", "1"], `${NEWS} Norland zigged its port. The lake zagged.`);
    expect(run.status).toBe(0);
    const lines = run.out.trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/zig .*Norland zigged its port\./);
  });

  it("refuses a limit that is no number", SLOW, () => {
    expect(work.run(["lexicon", "gaps", "news.txt", "--limit", "many"])).toMatchObject({ status: 2, out: "" });
  });
});
