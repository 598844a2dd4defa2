import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readActorTables } from "./actor-tables.ts";
import { holderRows } from "../actors/resolution/packed-rows.ts";
import { tellIssue } from "./issues.ts";
import { LexiconSource, type TableShape } from "./lexicon-source.ts";
import { dataDir } from "./package-files.ts";

const TABLE: TableShape<"name" | "code" | "note"> = {
  file: "actors/people.csv",
  parts: ["actors/people/north.csv", "actors/people/south.csv"],
  columns: ["name", "code", "note"],
  key: ["name", "code"],
};
const HEAD = "name,code,note\n";

/** A data folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "lexicon-source-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

interface Read {
  readonly rows: readonly string[];
  readonly faults: readonly string[];
}

/** The table's rows as "name code note", and what was wrong, with folders named by their place. */
function read(...layers: readonly Readonly<Record<string, string>>[]): Read {
  const folders = layers.map(folderOf);
  const source = new LexiconSource(folders);
  const rows = source.rows(TABLE, (c) => [c.text("name"), c.text("code"), c.text("note")].join(" "));
  source.noteUnknownTables();
  const faults = source.issues.map((i) => folders.reduce((t, f, k) => t.replaceAll(`${f}/`, `${k}:`), tellIssue(i)));
  return { rows, faults };
}

const MAIN = `${HEAD}Anna,NOR,main\n`;

describe("a table in several files", () => {
  it("has the rows of all of them, in the order in which the shape names the files", () => {
    const { rows, faults } = read({
      "actors/people/south.csv": `${HEAD}Carl,PER,south\n`,
      "actors/people/north.csv": `${HEAD}Berit,NOR,north\n`,
      "actors/people.csv": MAIN,
    });
    expect(rows).toEqual(["Anna NOR main", "Berit NOR north", "Carl PER south"]);
    expect(faults).toEqual([]);
  });

  it("may have any of its parts or none, but the first file must be there", () => {
    expect(read({ "actors/people.csv": MAIN })).toEqual({ rows: ["Anna NOR main"], faults: [] });
    const without = read({ "actors/people/north.csv": `${HEAD}Berit,NOR,north\n` });
    expect(without.rows).toEqual(["Berit NOR north"]);
    expect(without.faults).toEqual([expect.stringContaining("0:actors/people.csv:1:1: ")]);
  });

  it("names both files of a row that is there twice", () => {
    const { faults } = read({
      "actors/people.csv": `${MAIN}Dora,NOR,main\n`,
      "actors/people/south.csv": `${HEAD}Carl,PER,south\nAnna,NOR,south\n`,
    });
    expect(faults).toEqual([
      expect.stringMatching(
        /^0:actors\/people\/south\.csv:3:1: name, code is “Anna, NOR”: it is listed twice, first in 0:actors\/people\.csv line 2; /,
      ),
    ]);
  });

  it("names the line alone of a repeat within one file", () => {
    const { faults } = read({ "actors/people.csv": `${MAIN}Anna,NOR,again\n` });
    expect(faults).toEqual([
      expect.stringMatching(/^0:actors\/people\.csv:3:1: .*: it is listed twice, first in line 2; /),
    ]);
  });

  it("takes rows that differ in the key for two", () => {
    const { rows, faults } = read({ "actors/people.csv": MAIN, "actors/people/south.csv": `${HEAD}Anna,PER,south\n` });
    expect(rows).toEqual(["Anna NOR main", "Anna PER south"]);
    expect(faults).toEqual([]);
  });
});

describe("a folder over a table in several files", () => {
  const BELOW = { "actors/people.csv": MAIN, "actors/people/north.csv": `${HEAD}Berit,NOR,north\nEva,NOR,north\n` };

  it.each([
    ["the first file", "actors/people.csv"],
    ["a part", "actors/people/south.csv"],
  ])("replaces and adds rows from %s, wherever they stood below", (_what, file) => {
    const { rows, faults } = read(BELOW, { [file]: `${HEAD}Berit,NOR,mine\nFrida,PER,mine\n` });
    expect(rows).toEqual(["Frida PER mine", "Anna NOR main", "Berit NOR mine", "Eva NOR north"]);
    expect(faults).toEqual([]);
  });

  it("takes rows of any file out under the name of the first", () => {
    const { rows, faults } = read(BELOW, { "remove.yaml": "actors/people.csv: [Berit]\n" });
    expect(rows).toEqual(["Anna NOR main", "Eva NOR north"]);
    expect(faults).toEqual([]);
  });

  it("is refused a removal under the name of a part, and of a row that no file has", () => {
    const { faults } = read(BELOW, {
      "remove.yaml": "actors/people/north.csv: [Berit]\nactors/people.csv: [Berrit]\n",
    });
    expect(faults).toEqual([
      expect.stringContaining("did you mean Berit?"),
      expect.stringContaining("is “actors/people/north.csv”: no such table"),
    ]);
  });

  it("may hold the same row as the files below, but not twice itself", () => {
    const { faults } = read(BELOW, { "actors/people.csv": MAIN, "actors/people/south.csv": `${HEAD}Anna,NOR,twice\n` });
    expect(faults).toEqual([expect.stringContaining("it is listed twice, first in 1:actors/people.csv line 2")]);
  });
});

describe("holders of offices", () => {
  const COLUMNS = "person,aliases,gender,country,office,sector,from,to,wikidata,source\n";

  it("are read from the file of a region in a folder of one's own too", { timeout: 120_000 }, () => {
    const mine = folderOf({
      "actors/holders.csv": `${COLUMNS}Zora Quellhorn,,female,NOR,mayor,GOV,2020,,,x\n`,
      "actors/holders/americas.csv": `${COLUMNS}Tom Quellhorn,,male,PER,mayor,GOV,2020,,,x\n`,
    });
    const source = new LexiconSource([dataDir, mine]);
    const { holders } = readActorTables(source);
    expect(source.issues.filter((i) => i.path.startsWith(mine)).map(tellIssue)).toEqual([]);
    expect(holderRows(holders, "holders:Zora Quellhorn")).toMatchObject([{ country: "NOR", office: "mayor" }]);
    expect(holderRows(holders, "holders:Tom Quellhorn")).toMatchObject([{ country: "PER", office: "mayor" }]);
  });
});
