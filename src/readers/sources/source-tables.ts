import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../../lexicon/package-files.ts";

export interface Publisher {
  readonly name: string;
  /** ISO 3166 code of three letters; "" for one of no country. */
  readonly country: string;
}

/** What `data/sources` knows of publishers, agencies, languages and the furniture of pages. */
export interface SourceTables {
  readonly byHost: ReadonlyMap<string, Publisher>;
  /** By name in lower case, also other names. */
  readonly byName: ReadonlyMap<string, Publisher>;
  /** Agency by each of its names. */
  readonly agencies: ReadonlyMap<string, string>;
  /** Languages by each of their commonest words. */
  readonly languagesByWord: ReadonlyMap<string, readonly string[]>;
  /** Paragraphs that stand between the paragraphs of an article. */
  readonly furniture: readonly RegExp[];
  /** Classes and ids of elements that hold no article. */
  readonly furnitureClasses: RegExp;
}

let tables: SourceTables | null = null;

/** The tables, read when a source first needs them. */
export function sourceTables(): SourceTables {
  tables ??= readTables();
  return tables;
}

type Row = Readonly<Record<string, string>>;

function readTables(): SourceTables {
  const publishers = rowsOf("publishers.csv");
  const made = publishers.map((r) => ({ row: r, publisher: { name: r["name"] ?? "", country: r["country"] ?? "" } }));
  const words = new Map<string, string[]>();
  for (const row of rowsOf("function-words.csv"))
    for (const word of (row["words"] ?? "").split(" "))
      words.set(word, [...(words.get(word) ?? []), row["language"] ?? ""]);
  const furniture = rowsOf("page-furniture.csv");
  const patterns = (kind: string): readonly string[] =>
    furniture.filter((r) => r["kind"] === kind).map((r) => r["pattern"] ?? "");
  return {
    byHost: new Map(
      made.flatMap(({ row, publisher }) => (row["host"] ?? "").split("|").map((host) => [host, publisher] as const)),
    ),
    byName: new Map(
      made.flatMap(({ row, publisher }) => namesOf(row).map((name) => [name.toLowerCase(), publisher] as const)),
    ),
    agencies: new Map(
      rowsOf("agencies.csv").flatMap((row) => namesOf(row).map((name) => [name, row["name"] ?? ""] as const)),
    ),
    languagesByWord: words,
    furniture: patterns("paragraph").map((p) => new RegExp(p, "i")),
    furnitureClasses: new RegExp(`(?:^|[\\s_-])(?:${patterns("class").join("|")})(?:$|[\\s_-])`, "i"),
  };
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
