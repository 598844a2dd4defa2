/** `dragoman lexicon import` as users run it: dictionaries in, a layer out, and sentences coded with it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsOf, Workplace } from "./workplace.ts";

const VERBS = `&BOAT
+TRAWLER
+FERRY
+SKIFF
+DHOW
+BARGE
+TUG
+SCHOONER

--- WAYLAY [190] ---
WAYLAY {WAYLAYS WAYLAID WAYLAYING} # irregular
BUSHWHACK
- * RUMOUR [---]
- * &BOAT (WITH DRONES) [1952]
- WILL NOT * [138]
`;
const ACTORS = `VARDO_KESTREL_ ; a name of our own
	[NORGOV 20100101-20191231]
	[NORELI]
`;
const AGENTS = "WHARFINGER [~BUS]\n";

let work: Workplace;
let folder: string;
let files: readonly string[];
beforeAll(() => {
  work = new Workplace();
  folder = mkdtempSync(join(tmpdir(), "dragoman-import-"));
  files = [work.file("own.verbs", VERBS), work.file("own.actors", ACTORS), work.file("own.agents", AGENTS)];
});
afterAll(() => {
  work.remove();
  rmSync(folder, { recursive: true, force: true });
});

const out = (name: string): string => join(folder, name);
const read = (path: string): string => readFileSync(out(path), "utf8");
const importing = (dictionaries: readonly string[], name: string): string[] => [
  "lexicon",
  "import",
  "--petrarch",
  ...dictionaries,
  "--out",
  out(name),
];
const codesOf = (parties: readonly object[]): string[] =>
  (parties as readonly { readonly code: string; readonly sector: string }[]).map((p) => `${p.code} ${p.sector}`);

describe("dragoman lexicon import", () => {
  it("writes a layer, counts what was taken, and lists what was not", () => {
    const run = work.run(importing(files, "layer"));
    expect(run).toMatchObject({ status: 0, err: expect.stringContaining("--lexicon") as unknown });
    expect(run.out).toMatch(/^verbs +2 +0 +0 +0$/m);
    expect(run.out).toMatch(/^patterns +2 +0 +0 +1$/m);
    expect(run.out).toMatch(/^actors +1 +0 +0 +0$/m);
    const lost = read("layer/not-taken.csv");
    expect(lost.split("\n")[1]).toMatch(/^own\.verbs,15,patterns,no,- WILL NOT \* \[138\],/);
    expect(read("layer/ontology/assault-verbs.yaml")).toContain("id: petrarch.waylay.0");
  });

  it("codes with the layer on top of the packaged lexicon", () => {
    const imported = work.run(importing(files, "coding"));
    expect(imported.status).toBe(0);
    const text =
      "Somali rebels waylaid Kenyan soldiers near Kismayo. Vardo Kestrel condemned France. Wharfingers bushwhacked police in Nairobi. " +
      "France expelled two Russian diplomats.";
    const events = (date: string): (readonly unknown[])[] => {
      const run = work.run(["code", "-", "--date", date, "--format", "jsonl", "--lexicon", out("coding")], text);
      expect(run.status, run.err).toBe(0);
      return rowsOf(run).map((r) => [r.event, codesOf(r.actor), codesOf(r.recipient)]);
    };
    const coded = events("2012-05-10");
    expect(coded).toEqual([
      [["ASSAULT"], ["SOM REB"], ["KEN MIL"]],
      [["ACCUSE"], ["NOR GOV"], ["FRA GOV"]],
      [["ASSAULT"], ["KEN BUS"], ["KEN COP"]],
      [["SANCTION"], ["FRA GOV"], ["RUS GOV"]],
    ]);
    expect(events("2022-05-10")[1]).toEqual([["ACCUSE"], ["NOR ELI"], ["FRA GOV"]]);
  });

  it("gives the same files for the same dictionaries", () => {
    for (const name of ["first", "second"]) expect(work.run(importing(files, name)).status).toBe(0);
    for (const path of ["ontology/assault-verbs.yaml", "ontology/classes.yaml", "actors/holders.csv", "not-taken.csv"])
      expect(read(`second/${path}`)).toBe(read(`first/${path}`));
  });

  it("writes into a folder that holds something only with --force, and leaves nothing of the older import", () => {
    const args = (file: string): string[] => importing([file], "again");
    expect(work.run(args("own.verbs")).status).toBe(0);
    const refused = work.run(args("own.actors"));
    expect(refused).toMatchObject({ status: 2, out: "", err: expect.stringContaining("--force") as unknown });
    expect(work.run([...args("own.actors"), "--force"]).status).toBe(0);
    expect(existsSync(out("again/actors/holders.csv"))).toBe(true);
    expect(existsSync(out("again/ontology/assault-verbs.yaml"))).toBe(false);
  });

  it("names a file that is missing or binary", () => {
    const run = (file: string): unknown => work.run(importing([file], "none"));
    expect(run("nowhere.txt")).toMatchObject({ status: 1, err: expect.stringContaining("nowhere.txt") as unknown });
    expect(run(work.file("blob", Uint8Array.from([65, 0, 66])))).toMatchObject({ status: 1, out: "" });
    expect(existsSync(out("none"))).toBe(false);
  });
});
