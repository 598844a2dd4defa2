import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SECTORS, SUPRANATIONAL } from "../../core/codes.ts";
import { dataDir } from "../package-files.ts";
import { tellIssue } from "../issues.ts";
import { readLexicon } from "../lexicon.ts";
import { codeTableIssues } from "./check-code-tables.ts";
import { readSchemeTables } from "./read-scheme-tables.ts";

const tables = readSchemeTables(dataDir);
const countries = [...tables.countries.keys()];

it("every country has a FIPS code, a CAMEO code of its own and a name in ICEWS", () => {
  expect(countries.filter((c) => !tables.fips.some((f) => f.country === c))).toEqual([]);
  expect(countries.filter((c) => !tables.icewsCountries.some((i) => i.country === c))).toEqual([]);
  expect(new Set([...tables.countries.values()].map((c) => c.cameo)).size).toBe(countries.length);
});

it("all states but those outside the Correlates of War have a number of their own in it", () => {
  const without = countries.filter((c) => tables.countries.get(c)?.cow === null);
  expect(without.sort()).toEqual(["ATA", "HKG", "PSE", "VAT"]);
  const numbers = [...tables.countries.values()].flatMap((c) => c.cow ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it("codes that are easily taken for each other are told apart", () => {
  const fips = (code: string): string | undefined => tables.fips.find((f) => f.fips === code)?.country;
  expect(["AU", "AS", "CH", "CI", "SZ", "GM", "GA", "GB", "UK", "NI", "NG", "KS", "KN", "IS", "IC"].map(fips)).toEqual([
    "AUT", "AUS", "CHN", "CHL", "CHE", "DEU", "GMB", "GAB", "GBR", "NGA", "NER", "KOR", "PRK", "ISR", "ISL",
  ]); // prettier-ignore
});

it("the quad class of a CAMEO code follows from its root, and deeper codes have the scores of the table", () => {
  for (const [code, { quad }] of tables.events) {
    const root = Number(code.slice(0, 2));
    expect([code, quad]).toEqual([code, root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4]);
  }
  const score = (code: string): number | undefined => tables.events.get(code)?.score;
  expect(["043", "129", "163", "166", "155", "1951"].map(score)).toEqual([2.8, -5, -8, -7, -7.2, -10]);
});

it("every sector and supranational code has its names", () => {
  expect([...tables.sectors.keys()].sort()).toEqual([...SECTORS].sort());
  expect([...tables.supranational.keys()].sort()).toEqual([...SUPRANATIONAL].sort());
});

it("what is wrong in a table is told with file and line", () => {
  withCopy((folder) => {
    append(folder, "fips.csv", "ZZ,XXX,Nowhere\nAF,AFG,Afghanistan\n");
    expect(() => readSchemeTables(folder)).toThrow(
      /fips\.csv:\d+:1: fips is “AF”: line \d+ says it already[\s\S]*fips\.csv:\d+:4: country is “XXX”/,
    );
  });
});

const { modes } = readLexicon(dataDir).ontology;

it("the shipped tables are sound", () => {
  expect(codeTableIssues(dataDir, modes)).toEqual([]);
});

it.each([
  ["fips.csv", "AF,AFG,Afghanistan", "fips", "AF", "says it already"],
  ["icews-countries.csv", "Nowhere,XXX", "country", "XXX", "ISO 3166-1 alpha-3"],
  ["icews-countries.csv", "Albania,ALB", "name", "Albania", "says it already"],
  ["countries.csv", "XXX,1,XXX", "code", "XXX", "no such country"],
  ["countries.csv", "ALB,339,ALB", "code", "ALB", "says it already"],
  ["countries.csv", "ALB,3e,ALB", "cow", "3e", "write a number"],
  ["cameo.csv", "043,Host,CONSULT,visit,,as-file", "code", "043", "says it already"],
  ["cameo.csv", "299,New,CONSULT,zag,,as-file", "mode", "zag", "not a mode of CONSULT"],
  ["cameo.csv", "299,New,CONSULT,visit,zig,as-file", "contexts", "zig", "use one of"],
  ["cameo-events.csv", "999,1,0,", "code", "999", "no such code"],
  ["cameo-nearest.csv", "ACCUSE,,112,again", "category", "ACCUSE, ", "says it already"],
  ["cameo-actors.csv", "QQQ,country,XXX,Nowhere", "value", "XXX", "ISO 3166-1 alpha-3"],
  ["cameo-actors.csv", "QQQ,sector,XXX,Nobody", "value", "XXX", "use one of"],
  ["sectors.csv", "COP,COP,Police,Police", "sector", "COP", "says it already"],
  ["icews-sectors.csv", "Cabinet,GOV,", "name", "Cabinet", "says it already"],
  ["supranational.csv", "XXX,XXX,,IGO,Nobody,", "code", "XXX", "use one of"],
  ["pattern-words.csv", "abroad,adverb", "word", "abroad", "says it already"],
  ["pattern-words.csv", "zig,verb", "kind", "verb", "adverb"],
])("%s: the row “%s” is a fault of its %s", (table, row, field, value, reason) => {
  withCopy((folder) => {
    const line = append(folder, table, `${row}\n`);
    const found = codeTableIssues(folder, modes);
    expect(found).toContainEqual(
      expect.objectContaining({ path: join(folder, "codes", table), line, field, value, weight: "fault" }),
    );
    expect(found.map((issue) => issue.reason).join()).toContain(reason);
  });
});

it("a table that is missing, or has another header, is told", () => {
  withCopy((folder) => {
    rmSync(join(folder, "codes", "fips.csv"));
    writeFileSync(join(folder, "codes", "sectors.csv"), "sector,cameo\nGOV,GOV\n");
    const told = codeTableIssues(folder, modes).map(tellIssue).join("\n");
    expect(told).toMatch(/fips\.csv:1:1: the table is missing/);
    expect(told).toMatch(/sectors\.csv:1:1: the header line is “sector,cameo”: write “sector,cameo,icews,agent”/);
  });
});

it("a country without codes in other schemes is told", () => {
  withCopy((folder) => {
    const path = join(folder, "codes", "countries.csv");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^AFG,.*\n/m, ""));
    expect(codeTableIssues(folder, modes).map(tellIssue).join("\n")).toMatch(
      /countries\.csv:\d+:1: code is “AFG”: codes\/countries\.csv has no row for it/,
    );
  });
});

/** A copy of the tables, to be damaged. */
function withCopy(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-codes-"));
  try {
    cpSync(join(dataDir, "codes"), join(folder, "codes"), { recursive: true });
    cpSync(join(dataDir, "actors", "countries.csv"), join(folder, "actors", "countries.csv"));
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Adds rows and gives back the line of the first. */
function append(folder: string, table: string, rows: string): number {
  const path = join(folder, "codes", table);
  const before = readFileSync(path, "utf8");
  writeFileSync(path, before + rows);
  return before.split("\n").length;
}
