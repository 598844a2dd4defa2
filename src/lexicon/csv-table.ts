import { existsSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { AppError } from "../core/errors.ts";
import { refuseFaults, type LexiconIssue } from "./issues.ts";
import { damageOf } from "./spreadsheet-damage.ts";
import { readTextFile } from "./text-file.ts";

/** One data row of a lexicon table, with its place in the file for messages. */
export interface CsvRow<C extends string> {
  readonly path: string;
  readonly line: number;
  readonly value: Readonly<Record<C, string>>;
  /** Character in the line, from 1, at which the field begins. */
  columnOf(column: C): number;
}

/** The rows of one file, and what is wrong with it; rows that are wrong as a whole are left out. */
export interface CsvFile<C extends string> {
  readonly rows: readonly CsvRow<C>[];
  readonly issues: readonly LexiconIssue[];
}

interface RawRow {
  readonly record: readonly string[];
  readonly line: number;
}

/** Columns that no program reads: any text is right. */
const PROSE: ReadonlySet<string> = new Set(["note", "source", "basis", "reason"]);

/** A lexicon table: UTF-8, a header line that names exactly `columns`, one fact a row; lines starting with # are comments. */
export function readCsvTable<C extends string>(path: string, columns: readonly C[]): readonly CsvRow<C>[] {
  if (!existsSync(path)) throw new AppError("LEXICON_FILE_MISSING", { path });
  const { rows, issues } = readCsvFile(path, columns);
  refuseFaults(issues);
  return rows;
}

/** Reads a table that exists and collects what is wrong with its form: encoding, header, number of fields, damaged cells. */
export function readCsvFile<C extends string>(path: string, columns: readonly C[]): CsvFile<C> {
  const file = readTextFile(path);
  const issues: LexiconIssue[] = [...file.issues];
  const add = (line: number, column: number, field: string, value: string, reason: string): void =>
    void issues.push({ path, line, column, field, value, reason, weight: "fault" });
  const raw = parseRecords(file.text, (line, reason) => add(line, 1, "", "", reason));
  const lines = file.text.split(/\r?\n/);
  const header = raw[0] ?? { record: [], line: 1 };
  if (header.record.join(",") !== columns.join(",")) {
    add(header.line, 1, "the header line", header.record.join(","), `write “${columns.join(",")}”`);
    return { rows: [], issues };
  }
  const rows: CsvRow<C>[] = [];
  for (const { record, line } of raw.slice(1)) {
    if (record.length !== columns.length) {
      const reason = `it has ${record.length} fields where the header has ${columns.length}; quote fields that hold commas`;
      add(line, 1, "the row", record.join(","), reason);
      continue;
    }
    const value = Object.fromEntries(columns.map((c, i) => [c, (record[i] ?? "").trim()])) as Record<C, string>;
    const columnOf = (c: C): number => fieldStart(lines[line - 1] ?? "", columns.indexOf(c));
    rows.push({ path, line, value, columnOf });
    for (const c of columns) {
      const damage = PROSE.has(c) || value[c] === "" ? null : damageOf(value[c]);
      if (damage !== null) add(line, columnOf(c), c, value[c], damage);
    }
  }
  return { rows, issues };
}

function parseRecords(text: string, fail: (line: number, reason: string) => void): readonly RawRow[] {
  const options = {
    relax_column_count: true,
    skip_empty_lines: true,
    comment: "#",
    comment_no_infix: true,
    info: true,
  };
  try {
    const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    // `lines` counts to the record's end; a quoted field may hold line breaks.
    return rows.map(({ record, info }) => ({ record, line: info.lines - record.join("").split("\n").length + 1 }));
  } catch (cause) {
    const at = (cause as { lines?: number }).lines ?? 1;
    fail(at, cause instanceof Error ? cause.message : String(cause));
    return [];
  }
}

/** Where the n-th field of a line begins, quotes honoured. */
function fieldStart(line: string, n: number): number {
  let at = 0;
  let quoted = false;
  for (let field = 0; at < line.length && field < n; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === "," && !quoted) field++;
  }
  return at + 1;
}
