import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsvFile, readCsvTable } from "./csv-table.ts";
import { noteOverlaps } from "./holder-terms.ts";
import { tellIssue } from "./issues.ts";
import { nearest } from "./nearest.ts";
import { categorySchema } from "./ontology-schema.ts";
import { damageOf } from "./spreadsheet-damage.ts";
import { readYaml } from "./yaml-file.ts";

const folder = mkdtempSync(join(tmpdir(), "lexicon-faults-"));
const COLUMNS = ["name", "from", "note"] as const;

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function csvFaults(content: string | Uint8Array): readonly string[] {
  return readCsvFile(written("t.csv", content), COLUMNS).issues.map((i) => tellIssue(i).slice(folder.length + 1));
}

function yamlFaults(content: string): readonly string[] {
  return readYaml(written("c.yaml", content), categorySchema).issues.map((i) => tellIssue(i).slice(folder.length + 1));
}

describe("a table with faults of form", () => {
  it.each([
    [
      "a date that a spreadsheet made",
      "name,from,note\nx,3-Mar,\n",
      "t.csv:2:3: from is “3-Mar”: a spreadsheet has made a date",
    ],
    [
      "curly quotes behind a quoted field",
      'name,from,note\n"a, b",Roe’s,\n',
      "t.csv:2:8: from is “Roe’s”: curly quotes",
    ],
    ["a byte order mark", "\uFEFFname,from,note\n", "t.csv:1:1: the file starts with a byte order mark"],
    [
      "another header",
      "name,form,note\nx,1,\n",
      "t.csv:1:1: the header line is “name,form,note”: write “name,from,note”",
    ],
    [
      "a field too many, after a comment",
      "name,from,note\n# one\nx,1,2,3\n",
      "t.csv:3:1: the row is “x,1,2,3”: it has 4 fields",
    ],
    ["text read as Windows-1252", "name,from,note\nMÃ©xico,,\n", "t.csv:2:1: name is “MÃ©xico”: UTF-8 was read as"],
  ])("names %s by line and column", (_what, content, fault) => {
    expect(csvFaults(content)).toEqual([expect.stringContaining(fault)]);
  });

  it("names the place of a Windows-1252 byte and reads on", () => {
    const bytes = Buffer.from("name,from,note\nx,1,\nB\u00e9ta,2-Jan,\n", "latin1");
    expect(csvFaults(bytes)).toEqual([
      expect.stringContaining("t.csv:3:2: the character is “é”: the file is Windows-1252"),
      expect.stringContaining("t.csv:3:6: from is “2-Jan”"),
    ]);
  });

  it("lists all faults at once, and refuses them when it is loaded", () => {
    const content = "name,from,note\nx,3-Mar,\ny,4-Apr,\n";
    expect(csvFaults(content)).toHaveLength(2);
    expect(() => readCsvTable(written("t.csv", content), COLUMNS)).toThrow(/t\.csv:2:3.*\n.*t\.csv:3:3/);
  });

  it("negative: a sound table has none; notes may hold curly quotes and a mark alone does not keep it from loading", () => {
    expect(csvFaults("# head\nname,from,note\nTa‘izz,2020-03-01,so “said”\n")).toEqual([]);
    expect(readCsvTable(written("t.csv", "\uFEFFname,from,note\nx,1,\n"), COLUMNS)).toHaveLength(1);
  });
});

describe("damageOf", () => {
  it.each(["3-Mar", "Mar-21", "1/5/2020", "1.5.20", "1.23E+08", "#NAME?", "a\u00A0\u200Bb", "caf\uFFFD"])(
    "finds %j",
    (v) => expect(damageOf(v)).not.toBeNull(),
  );
  it.each(["2020-03-01", "Sun-day", "U.S.", "March 23 Movement", "1.5", "E+", "São Tomé", "M23", "5-0", "#1"])(
    "negative: leaves %j",
    (v) => expect(damageOf(v)).toBeNull(),
  );
});

describe("a category file with faults", () => {
  const base = "id: AGREE\nframes:\n  - id: agree.x\n    verbs: [x]\n";
  it.each([
    ["an unknown field", `${base}    verb: [y]\n`, "c.yaml:5:5: frames.0 is “verb”: no such field here"],
    ["a misspelt value", `${base}    status: futur\n`, "c.yaml:5:13: frames.0.status is “futur”: did you mean future?"],
    ["a wrong type", `${base}    modes: visit\n`, "c.yaml:5:12: frames.0.modes is “visit”: write a list"],
    [
      "a field that is needed",
      "id: AGREE\nframes:\n  - verbs: [x]\n",
      "frames.0.id is “missing”: this field is needed",
    ],
    [
      "a fault deep in an example",
      `${base}examples:\n  - {text: a, statuss: b}\n`,
      "c.yaml:6:15: examples.0 is “statuss”",
    ],
    ["a key that is there twice", "id: AGREE\nid: AID\n", "c.yaml:2:1: Map keys must be unique"],
    [
      "curly quotes in a lemma",
      "id: AGREE\nframes:\n  - id: a\n    verbs: [don’t]\n",
      "c.yaml:4:13: frames.0.verbs.0 is “don’t”: curly",
    ],
  ])("names %s by line and column", (_what, content, fault) => {
    expect(yamlFaults(content)).toEqual([expect.stringContaining(fault)]);
  });

  it("keeps what is right for further checks", () => {
    const { file, issues } = readYaml(written("c.yaml", `${base}    verb: [y]\n    status: futur\n`), categorySchema);
    expect(issues).toHaveLength(2);
    expect(file?.value.frames).toEqual([{ id: "agree.x", verbs: ["x"] }]);
  });

  it("negative: a sound file has none, with curly quotes in its sentences", () => {
    expect(yamlFaults(`${base}examples:\n  - "Norland’s king agreed."\n`)).toEqual([]);
  });
});

describe("terms of office", () => {
  const told = (...terms: readonly (readonly [string, string, string])[]): readonly string[] => {
    const out: string[] = [];
    // Enough changes of hands for the office to count as held by one.
    const many = Array.from({ length: 12 }, (_, i) => [`p${i}`, String(1950 + i), String(1951 + i)] as const);
    noteOverlaps(
      [...many, ...terms].map(([person, from, to]) => ({
        person, from, to, country: "NOR", office: "premier", path: "holders.csv", fault: (r: string) => void out.push(`${person}: ${r}`),
      })),
    ); // prettier-ignore
    return out;
  };

  it.each([
    [
      "two holders of one office",
      [
        ["a", "2000-01-01", "2004-06-01"],
        ["b", "2002-01-01", "2006-01-01"],
      ],
      "b: the term as premier overlaps with that of a",
    ],
    [
      "one without an end",
      [
        ["a", "2000", ""],
        ["b", "2005-02-01", ""],
      ],
      "b: the term as premier overlaps with that of a (2000 to now)",
    ],
    [
      "the same person twice",
      [
        ["a", "2000-01-01", "2004-01-01"],
        ["a", "2003-12-01", ""],
      ],
      "a: the term as premier overlaps with that of a",
    ],
  ] as const)("overlap: %s", (_what, terms, fault) => expect(told(...terms)).toEqual([expect.stringContaining(fault)]));

  it.each([
    [
      "the next day",
      [
        ["a", "2000-01-01", "2004-01-01"],
        ["b", "2004-01-01", ""],
      ],
    ],
    [
      "years that may touch",
      [
        ["a", "2000", "2004"],
        ["b", "2004", ""],
      ],
    ],
    [
      "a contested election",
      [
        ["a", "2000-01-01", "2004-04-01"],
        ["b", "2004-01-01", ""],
      ],
    ],
    [
      "an unknown beginning",
      [
        ["a", "", "2004-01-01"],
        ["b", "2001-01-01", "2002-01-01"],
      ],
    ],
  ] as const)("negative: %s", (_what, terms) => expect(told(...terms)).toEqual([]));
});

describe("nearest", () => {
  it.each([
    ["WEAPPON", ["MONEY", "WEAPON"], "WEAPON"],
    ["vist", ["visit", "phone"], "visit"],
    ["onn", ["in", "on"], "on"],
    ["recipeint", ["recipient"], "recipient"],
  ])("%s", (word, candidates, expected) => expect(nearest(word, candidates)).toBe(expected));
  it("negative: nothing is near enough", () => expect(nearest("troops", ["visit", "on", "treaty"])).toBeNull());
});
