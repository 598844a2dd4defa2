import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SECTORS, SUPRANATIONAL } from "../../core/codes.ts";
import { dataDir } from "../package-files.ts";
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
  const folder = mkdtempSync(join(tmpdir(), "dragoman-codes-"));
  try {
    cpSync(join(dataDir, "codes"), join(folder, "codes"), { recursive: true });
    cpSync(join(dataDir, "actors", "countries.csv"), join(folder, "actors", "countries.csv"));
    const path = join(folder, "codes", "fips.csv");
    writeFileSync(path, `${readFileSync(path, "utf8")}ZZ,XXX,Nowhere\nAF,AFG,Afghanistan\n`);
    expect(() => readSchemeTables(folder)).toThrow(
      /fips\.csv:\d+:4: country is “XXX”[\s\S]*fips\.csv:\d+:1: fips is “AF”: this code is there twice/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
