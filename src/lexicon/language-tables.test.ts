import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLanguageTables } from "./language-tables.ts";

function withFile(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "language-tables-"));
  cpSync("data/language", join(folder, "language"), { recursive: true });
  writeFileSync(join(folder, "language", name), text);
  return folder;
}

describe("the language tables", () => {
  it("are read from the shipped lexicon and survive JSON", () => {
    const tables = readLanguageTables("data");
    expect(tables.abbreviations["Gen."]).toBe("any");
    expect(tables.contractions["cannot"]).toEqual([3, 3]);
    expect(tables.parts.clitic).toContain("n't");
    expect(JSON.parse(JSON.stringify(tables))).toEqual(tables);
  });

  it.each([
    ["an unknown context", "abbreviations.csv", "form,next\nGen.,always\n", "next is “always”"],
    ["an abbreviation without its period", "abbreviations.csv", "form,next\nGen,any\n", "ends with a period"],
    ["an abbreviation listed twice", "abbreviations.csv", "form,next\nGen.,any\nGen.,any\n", "listed twice"],
    ["parts that do not join to the form", "contractions.csv", "form,parts\ngonna,go na\n", "must give the form"],
    ["an unknown kind", "token-parts.csv", "kind,form\nclitics,'s\n", "kind is “clitics”"],
  ])("negative: %s is refused with file and line", (_name, file, text, message) => {
    expect(() => readLanguageTables(withFile(file, text))).toThrow(message);
    expect(() => readLanguageTables(withFile(file, text))).toThrow(/\.csv:\d/);
  });
});
