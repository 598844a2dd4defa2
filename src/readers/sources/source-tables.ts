import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../../lexicon/package-files.ts";

export interface Publisher {
  readonly name: string;
  /** ISO 3166 code of three letters; "" for one of no country. */
  readonly country: string;
}

/** Publishers by the host of their pages, and by their names in lower case. */
export interface Publishers {
  readonly byHost: ReadonlyMap<string, Publisher>;
  readonly byName: ReadonlyMap<string, Publisher>;
}

/** What stands on a page beside its article. */
export interface Furniture {
  /** Whole paragraphs. */
  readonly paragraphs: readonly RegExp[];
  /** Classes and ids of elements. */
  readonly classes: RegExp;
}

// Each table is read when a source first asks for it: most runs need one of them.
export const publishers: () => Publishers = once(() => {
  const rows = rowsOf("publishers.csv").map((row) => ({
    row,
    publisher: { name: row["name"] ?? "", country: row["country"] ?? "" },
  }));
  return {
    byHost: new Map(rows.flatMap(({ row, publisher }) => (row["host"] ?? "").split("|").map((h) => [h, publisher]))),
    byName: new Map(rows.flatMap(({ row, publisher }) => namesOf(row).map((n) => [n.toLowerCase(), publisher]))),
  };
});

/** Agency by each of its names. */
export const agencies: () => ReadonlyMap<string, string> = once(
  () =>
    new Map(rowsOf("agencies.csv").flatMap((row) => namesOf(row).map((name) => [name, row["name"] ?? ""] as const))),
);

/** Languages by each of their commonest words. */
export const languagesByWord: () => ReadonlyMap<string, readonly string[]> = once(() => {
  const words = new Map<string, string[]>();
  for (const row of rowsOf("function-words.csv"))
    for (const word of (row["words"] ?? "").split(" "))
      words.set(word, [...(words.get(word) ?? []), row["language"] ?? ""]);
  return words;
});

export const furniture: () => Furniture = once(() => {
  const rows = rowsOf("page-furniture.csv");
  const patterns = (kind: string): readonly string[] =>
    rows.filter((r) => r["kind"] === kind).map((r) => r["pattern"] ?? "");
  return {
    paragraphs: patterns("paragraph").map((p) => new RegExp(p, "i")),
    classes: new RegExp(`(?:^|[\\s_-])(?:${patterns("class").join("|")})(?:$|[\\s_-])`, "i"),
  };
});

type Row = Readonly<Record<string, string>>;

function once<T>(read: () => T): () => T {
  let value: { readonly of: T } | null = null;
  return () => (value ??= { of: read() }).of;
}

function namesOf(row: Row): readonly string[] {
  return [row["name"] ?? "", ...(row["aliases"] ?? "").split("|")].filter((name) => name !== "");
}

function rowsOf(name: string): readonly Row[] {
  return parse(readFileSync(join(dataDir, "sources", name), "utf8"), {
    columns: true,
    comment: "#",
    comment_no_infix: true,
    skip_empty_lines: true,
  });
}
