import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z, type ZodType } from "zod";
import { AppError } from "../core/errors.ts";
import { readCsvFile, type CsvRow } from "./csv-table.ts";
import { refuseFaults, tellIssue, type LexiconIssue } from "./issues.ts";
import { nearest } from "./nearest.ts";
import { CellReader } from "./row-cells.ts";
import { dataDir } from "./package-files.ts";
import { hashOf, parsedYaml } from "./parsed-yaml.ts";
import { readTextFile } from "./text-file.ts";
import { knownYaml, readYaml, type YamlFile, type YamlPath, type YamlReading } from "./yaml-file.ts";

/** A table of the lexicon: its file in the data folder, its columns, and which of them tell a row from another. */
export interface TableShape<C extends string> {
  readonly file: string;
  /** More files of the same table, each of which a folder may have or not: a table too long for one file. */
  readonly parts?: readonly string[];
  readonly columns: readonly C[];
  /** A row of an upper layer replaces the rows below it that agree in these columns. */
  readonly key: readonly C[];
  /** Rows of one file may agree in the key ("the same word in two classes"). */
  readonly repeats?: boolean;
}

/** A data folder: a path, or a source that collects what is wrong. */
export type DataFolder = string | LexiconSource;

const removals = z.record(z.string(), z.array(z.union([z.string(), z.number()]).transform(String)));
/** Names the rows of the layers below that a folder takes out, by table and first column. */
const REMOVE_FILE = "remove.yaml";

/**
 * The folders that a lexicon is read from, the shipped one first and the user's over it, and everything found wrong in them.
 * Upper folders hold any subset of the files.
 */
export class LexiconSource {
  readonly folders: readonly string[];
  /** Values of the lowest folder's YAML files in which nothing was wrong, for the build to keep. */
  readonly sound: Record<string, { readonly hash: string; readonly value: unknown }> = {};
  private readonly found = new Map<string, LexiconIssue>();
  /** Files asked for, relative to the folder. */
  readonly asked: Set<string> = new Set([REMOVE_FILE]);
  private readonly removed: readonly Removals[];
  private readonly cache = new Map<string, readonly CsvRow<string>[]>();

  constructor(folders: readonly string[]) {
    this.folders = folders;
    for (const path of folders)
      if (!existsSync(path) || !statSync(path).isDirectory()) throw new AppError("LEXICON_FOLDER", { path });
    this.removed = folders.map((folder) => this.readRemovals(folder));
  }

  /** All that was found wrong so far, in the order of reading. */
  get issues(): readonly LexiconIssue[] {
    return [...this.found.values()];
  }

  /** Notes what is wrong; the first remedy for a value is enough, however often a file is read. */
  note(...issues: readonly LexiconIssue[]): void {
    for (const i of issues) {
      const key = tellIssue({ ...i, reason: i.field === "" ? i.reason : "" });
      if (!this.found.has(key)) this.found.set(key, i);
    }
  }

  /** The rows of a table, upper layers over lower ones, each made into a value; what is wrong is collected. */
  rows<C extends string, T>(shape: TableShape<C>, make: (cells: CellReader<C>) => T): readonly T[] {
    return this.merged(shape).map((row) => make(new CellReader(row, this)));
  }

  /** The files of one name that exist, lower layers first; the shipped folder must have it unless it is `needed: false`. */
  yaml<T>(file: string, schema: ZodType<T>, needed = true): readonly (YamlFile<T> & { readonly layer: number })[] {
    return this.paths(file, needed).flatMap(({ path, layer }) => {
      const read = layer === 0 ? this.shippedYaml(file, path, schema) : readYaml(path, schema);
      this.note(...read.issues);
      return read.file ? [{ ...read.file, layer }] : [];
    });
  }

  /** A file of the shipped folder as it stands; no bytes where it is missing. */
  bytes(file: string): Uint8Array {
    const base = this.paths(file).find(({ layer }) => layer === 0);
    return base === undefined ? new Uint8Array() : readFileSync(base.path);
  }

  private shippedYaml<T>(file: string, path: string, schema: ZodType<T>): YamlReading<T> {
    const { text } = readTextFile(path);
    const known = this.folders[0] === dataDir ? parsedYaml(file, text) : undefined;
    if (known !== undefined) return { file: knownYaml(path, text, known as T), issues: [] };
    const read = readYaml(path, schema);
    if (read.file && !read.issues.length) this.sound[file] = { hash: hashOf(text), value: read.file.value };
    return read;
  }

  /** Notes a fault at a path of a YAML file. */
  fault(file: YamlFile<unknown>, at: YamlPath, value: string, reason: string): void {
    this.note({ path: file.path, ...file.positionOf(at), field: at.join("."), value, reason, weight: "fault" });
  }

  /** Notes what does no harm, but should be put right. */
  doubt(file: YamlFile<unknown>, at: YamlPath, value: string, reason: string): void {
    this.note({ path: file.path, ...file.positionOf(at), field: at.join("."), value, reason, weight: "doubt" });
  }

  /** Notes tables in remove.yaml that do not exist; to be called when everything has been read. */
  noteUnknownTables(): void {
    for (const removal of this.removed)
      for (const table of removal?.names.keys() ?? [])
        if (removal && !this.cache.has(table)) {
          const near = nearest(table, this.cache.keys());
          this.fault(
            removal.file,
            [table],
            table,
            near === null ? "no such table" : `no such table; did you mean ${near}?`,
          );
        }
  }

  /** Throws the faults that were collected. */
  refuse(): void {
    refuseFaults(this.issues);
  }

  private paths(file: string, needed = true): readonly { readonly path: string; readonly layer: number }[] {
    this.asked.add(file);
    const out = this.folders.map((folder, layer) => ({ path: join(folder, file), layer }));
    const there = out.filter((p) => existsSync(p.path));
    const base = out[0];
    if (needed && base && there[0]?.layer !== 0) {
      const reason = "this lexicon file is missing; restore it";
      this.note({ path: base.path, line: 1, column: 1, field: "", value: "", reason, weight: "fault" });
    }
    return there;
  }

  private merged<C extends string>(shape: TableShape<C>): readonly CsvRow<C>[] {
    const known = this.cache.get(shape.file);
    if (known) return known;
    const keyOf = (row: CsvRow<C>): string => shape.key.map((k) => row.value[k]).join("\t");
    let rows: readonly CsvRow<C>[] = [];
    const paths = [...this.paths(shape.file), ...(shape.parts ?? []).flatMap((part) => this.paths(part, false))];
    for (const layer of this.folders.keys()) {
      rows = this.without(rows, shape, layer);
      const own: CsvRow<C>[] = [];
      for (const { path } of paths.filter((p) => p.layer === layer)) {
        const file = readCsvFile(path, shape.columns);
        this.note(...file.issues);
        own.push(...file.rows);
      }
      this.noteRepeats(own, shape, keyOf);
      rows = laid(rows, own, keyOf);
    }
    this.cache.set(shape.file, rows);
    return rows;
  }

  private noteRepeats<C extends string>(
    rows: readonly CsvRow<C>[],
    shape: TableShape<C>,
    keyOf: (row: CsvRow<C>) => string,
  ): void {
    const seen = new Map<string, CsvRow<C>>();
    for (const row of rows) {
      const key = shape.repeats ? JSON.stringify(row.value) : keyOf(row);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, row);
      else {
        const field = shape.key[0] ?? shape.columns[0];
        if (field === undefined) continue;
        const value = shape.key.map((k) => row.value[k]).join(", ");
        const reason = `it is listed twice, first in ${before.path === row.path ? "" : `${before.path} `}line ${before.line}; keep one row`;
        this.note({
          path: row.path,
          line: row.line,
          column: row.columnOf(field),
          field: shape.key.join(", "),
          value,
          reason,
          weight: "fault",
        });
      }
    }
  }

  private without<C extends string>(
    rows: readonly CsvRow<C>[],
    shape: TableShape<C>,
    layer: number,
  ): readonly CsvRow<C>[] {
    const removal = this.removed[layer];
    const names = removal?.names.get(shape.file);
    const first = shape.columns[0];
    if (!removal || !names || first === undefined) return rows;
    const there = new Set(rows.map((r) => r.value[first]));
    names.forEach((name, i) => {
      if (there.has(name)) return;
      const near = nearest(name, there);
      this.fault(
        removal.file,
        [shape.file, i],
        name,
        `no row below has this ${first}${near === null ? "" : `; did you mean ${near}?`}`,
      );
    });
    return rows.filter((r) => !names.includes(r.value[first]));
  }

  private readRemovals(folder: string): Removals | undefined {
    const path = join(folder, REMOVE_FILE);
    if (!existsSync(path)) return undefined;
    const reading = readYaml(path, removals);
    this.note(...reading.issues);
    return reading.file ? { file: reading.file, names: new Map(Object.entries(reading.file.value)) } : undefined;
  }
}

type Removals =
  { readonly file: YamlFile<unknown>; readonly names: ReadonlyMap<string, readonly string[]> } | undefined;

/** Rows of the upper layer stand in place of those they replace; new ones come first. */
function laid<C extends string>(
  below: readonly CsvRow<C>[],
  above: readonly CsvRow<C>[],
  keyOf: (row: CsvRow<C>) => string,
): readonly CsvRow<C>[] {
  if (!below.length) return above;
  const fresh = new Map<string, CsvRow<C>[]>();
  for (const row of above) fresh.set(keyOf(row), [...(fresh.get(keyOf(row)) ?? []), row]);
  const placed = new Set<string>();
  const kept = below.flatMap((row) => {
    const key = keyOf(row);
    const instead = fresh.get(key);
    if (!instead) return [row];
    if (placed.has(key)) return [];
    placed.add(key);
    return instead;
  });
  return [...above.filter((row) => !placed.has(keyOf(row))), ...kept];
}

/** Reads with a source; from a bare path the faults are thrown. */
export function withSource<T>(data: DataFolder, read: (source: LexiconSource) => T): T {
  if (typeof data !== "string") return read(data);
  const source = new LexiconSource([data]);
  const value = read(source);
  source.refuse();
  return value;
}
