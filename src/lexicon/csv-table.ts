import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { AppError } from "../core/errors.ts";

/** One data row of a lexicon table, with its place in the file for messages. */
export interface CsvRow<C extends string> {
  readonly line: number;
  readonly value: Readonly<Record<C, string>>;
}

/** A lexicon table: UTF-8, a header line that names exactly `columns`, one fact a row; lines starting with # are comments. */
export function readCsvTable<C extends string>(path: string, columns: readonly C[]): readonly CsvRow<C>[] {
  if (!existsSync(path)) throw new AppError("LEXICON_FILE_MISSING", { path });
  const records = parseRecords(path);
  const header = records[0]?.record ?? [];
  if (header.join(",") !== columns.join(","))
    throw new AppError("LEXICON_COLUMNS", { path, expected: columns.join(","), actual: header.join(",") });
  return records.slice(1).map(({ record, line }) => {
    if (record.length !== columns.length) {
      const reason = `the row has ${record.length} fields where the header has ${columns.length}; quote fields that hold commas`;
      throw new AppError("LEXICON_VALUE", { path, line, column: "the row", value: record.join(","), reason });
    }
    const value = Object.fromEntries(columns.map((c, i) => [c, (record[i] ?? "").trim()])) as Record<C, string>;
    return { line, value };
  });
}

function parseRecords(path: string): { record: string[]; line: number }[] {
  const options = {
    relax_column_count: true,
    skip_empty_lines: true,
    comment: "#",
    comment_no_infix: true,
    info: true,
    bom: true,
  };
  try {
    const rows = parse(readFileSync(path, "utf8"), options) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return rows.map((r) => ({ record: r.record, line: r.info.lines }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("LEXICON_YAML", { path, line: 0, reason }, { cause });
  }
}
