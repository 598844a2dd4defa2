import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { readCsvTable } from "./csv-table.ts";

/** What must follow an abbreviation for its period to belong to it. */
export type AbbreviationContext = "any" | "capital" | "number" | "capital-or-number" | "inside";

export type TokenPartKind =
  | "clitic"
  | "prefix"
  | "word"
  | "leading"
  | "slash"
  | "unit"
  | "money-unit"
  | "currency"
  | "emoticon"
  | "domain"
  | "weak-domain"
  | "file";

/** The word lists that cutting text into sentences and tokens needs; what each list means is said in the files. */
export interface LanguageTables {
  readonly abbreviations: Readonly<Record<string, AbbreviationContext>>;
  /** From a lower-case form written in one piece to the lengths of its words. */
  readonly contractions: Readonly<Record<string, readonly number[]>>;
  readonly parts: Readonly<Record<TokenPartKind, readonly string[]>>;
}

const CONTEXTS: readonly AbbreviationContext[] = ["any", "capital", "number", "capital-or-number", "inside"];
const KINDS: readonly TokenPartKind[] = [
  "clitic",
  "prefix",
  "word",
  "leading",
  "slash",
  "unit",
  "money-unit",
  "currency",
  "emoticon",
  "domain",
  "weak-domain",
  "file",
];

/** Reads `data/language/`; a wrong value is an error that names file, line and remedy. */
export function readLanguageTables(dataDir: string): LanguageTables {
  const folder = join(dataDir, "language");
  return {
    abbreviations: readAbbreviations(join(folder, "abbreviations.csv")),
    contractions: readContractions(join(folder, "contractions.csv")),
    parts: readParts(join(folder, "token-parts.csv")),
  };
}

function readAbbreviations(path: string): Record<string, AbbreviationContext> {
  const table: Record<string, AbbreviationContext> = {};
  for (const { line, value } of readCsvTable(path, ["form", "next"])) {
    const context = CONTEXTS.find((c) => c === value.next);
    if (context === undefined) fail(path, line, "next", value.next, `use one of ${CONTEXTS.join(", ")}`);
    if (!value.form.endsWith(".")) fail(path, line, "form", value.form, "an abbreviation here ends with a period");
    if (Object.hasOwn(table, value.form)) fail(path, line, "form", value.form, "it is listed twice; keep one row");
    table[value.form] = context;
  }
  return table;
}

function readContractions(path: string): Record<string, readonly number[]> {
  const table: Record<string, readonly number[]> = {};
  for (const { line, value } of readCsvTable(path, ["form", "parts"])) {
    const parts = value.parts.split(" ");
    if (parts.join("") !== value.form) fail(path, line, "parts", value.parts, "the parts, joined, must give the form");
    table[value.form.toLowerCase()] = parts.map((p) => p.length);
  }
  return table;
}

function readParts(path: string): Record<TokenPartKind, readonly string[]> {
  const table = Object.fromEntries(KINDS.map((k) => [k, [] as string[]])) as Record<TokenPartKind, string[]>;
  for (const { line, value } of readCsvTable(path, ["kind", "form"])) {
    const kind = KINDS.find((k) => k === value.kind);
    if (kind === undefined) fail(path, line, "kind", value.kind, `use one of ${KINDS.join(", ")}`);
    if (value.form === "") fail(path, line, "form", value.form, "the form is empty");
    table[kind].push(value.form);
  }
  return table;
}

function fail(path: string, line: number, column: string, value: string, reason: string): never {
  throw new AppError("LEXICON_VALUE", { path, line, column, value, reason });
}
