import { withSource, type DataFolder, type LexiconSource } from "./lexicon-source.ts";

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

const CONTEXTS: readonly [AbbreviationContext, ...AbbreviationContext[]] = [
  "any",
  "capital",
  "number",
  "capital-or-number",
  "inside",
];
const KINDS: readonly [TokenPartKind, ...TokenPartKind[]] = [
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

const ABBREVIATIONS = { file: "language/abbreviations.csv", columns: ["form", "next"], key: ["form"] } as const;
const CONTRACTIONS = { file: "language/contractions.csv", columns: ["form", "parts"], key: ["form"] } as const;
const PARTS = { file: "language/token-parts.csv", columns: ["kind", "form"], key: ["kind", "form"] } as const;

/** Reads `data/language/`; a wrong value is an error that names file, line and remedy. */
export function readLanguageTables(data: DataFolder): LanguageTables {
  return withSource(data, (source) => ({
    abbreviations: readAbbreviations(source),
    contractions: readContractions(source),
    parts: readParts(source),
  }));
}

function readAbbreviations(source: LexiconSource): Record<string, AbbreviationContext> {
  return Object.fromEntries(
    source.rows(ABBREVIATIONS, (cells) => {
      const form = cells.text("form");
      if (!form.endsWith(".")) cells.fault("form", "an abbreviation here ends with a period");
      return [form, cells.oneOf("next", CONTEXTS)];
    }),
  );
}

function readContractions(source: LexiconSource): Record<string, readonly number[]> {
  return Object.fromEntries(
    source.rows(CONTRACTIONS, (cells) => {
      const form = cells.text("form");
      const parts = cells.text("parts").split(" ");
      if (parts.join("") !== form) cells.fault("parts", "the parts, joined, must give the form");
      return [form.toLowerCase(), parts.map((p) => p.length)];
    }),
  );
}

function readParts(source: LexiconSource): Record<TokenPartKind, readonly string[]> {
  const table = Object.fromEntries(KINDS.map((k) => [k, [] as string[]])) as Record<TokenPartKind, string[]>;
  for (const { kind, form } of source.rows(PARTS, (c) => ({ kind: c.oneOf("kind", KINDS), form: c.filled("form") })))
    table[kind].push(form);
  return table;
}
