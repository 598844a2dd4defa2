import { join } from "node:path";
import { CATEGORIES, SECTORS, type Category } from "../../core/codes.ts";
import { AppError } from "../../core/errors.ts";
import { readCsvTable } from "../csv-table.ts";

/** What PLOVER makes of a CAMEO event code; null for the codes that it leaves out. */
export interface EventMeaning {
  readonly category: Category;
  readonly modes: readonly string[];
}

const GROUP_KINDS = ["country", "international", "sector", "religion", "region", "label"] as const;

/** One row of data/codes/cameo-actors.csv. */
export interface ActorGroup {
  readonly kind: (typeof GROUP_KINDS)[number];
  readonly value: string;
}

export const WORD_KINDS = [
  "preposition",
  "particle",
  "negation",
  "auxiliary",
  "determiner",
  "pronoun",
  "conjunction",
  "adverb",
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** data/codes: how CAMEO's codes are said in PLOVER, and which words of a pattern are no nouns. */
export interface CodeTables {
  readonly events: ReadonlyMap<string, EventMeaning | null>;
  /** Several rows of one code are told apart by their place in the actor code. */
  readonly actors: ReadonlyMap<string, readonly ActorGroup[]>;
  readonly words: ReadonlyMap<string, WordKind>;
}

/** Reads and checks the tables of `data/codes`. */
export function readCodeTables(dataDir: string): CodeTables {
  const at = (name: string): string => join(dataDir, "codes", name);
  return {
    events: readEvents(at("cameo.csv")),
    actors: readActors(at("cameo-actors.csv")),
    words: readWords(at("pattern-words.csv")),
  };
}

function readEvents(path: string): ReadonlyMap<string, EventMeaning | null> {
  const out = new Map<string, EventMeaning | null>();
  for (const { line, value } of readCsvTable(path, ["code", "name", "category", "mode", "contexts", "basis"])) {
    const category =
      value.category === "" ? null : oneOf(CATEGORIES, value.category, { path, line, column: "category" });
    out.set(value.code, category && { category, modes: value.mode === "" ? [] : [value.mode] });
  }
  return out;
}

function readActors(path: string): ReadonlyMap<string, readonly ActorGroup[]> {
  const out = new Map<string, ActorGroup[]>();
  for (const { line, value } of readCsvTable(path, ["code", "kind", "value", "note"])) {
    const kind = oneOf(GROUP_KINDS, value.kind, { path, line, column: "kind" });
    if (kind === "sector" || kind === "religion") oneOf(SECTORS, value.value, { path, line, column: "value" });
    out.set(value.code, [...(out.get(value.code) ?? []), { kind, value: value.value }]);
  }
  return out;
}

function readWords(path: string): ReadonlyMap<string, WordKind> {
  return new Map(
    readCsvTable(path, ["word", "kind"]).map(({ line, value }) => [
      value.word,
      oneOf(WORD_KINDS, value.kind, { path, line, column: "kind" }),
    ]),
  );
}

function oneOf<T extends string>(
  allowed: readonly T[],
  value: string,
  cell: { path: string; line: number; column: string },
): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  throw new AppError("LEXICON_VALUE", { ...cell, value, reason: `write one of ${allowed.join(", ")}` });
}
