import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCsvFile, type CsvRow } from "../csv-table.ts";
import type { LexiconIssue } from "../issues.ts";
import { CellReader } from "../row-cells.ts";

/** One row, and a reader that notes what is wrong in its cells. */
export interface CodeTableRow<C extends string> {
  readonly value: CsvRow<C>["value"];
  readonly cell: CellReader<C>;
}

/** Reads tables of a data folder and collects what is wrong in all of them. */
export class CodeTableFiles {
  readonly issues: LexiconIssue[] = [];
  private readonly dataDir: string;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  /** The rows of one table; two rows with the same `key` are a fault of the second, an empty key asks for nothing. */
  rows<C extends string>(path: string, columns: readonly C[], key: readonly C[]): readonly CodeTableRow<C>[] {
    const file = join(this.dataDir, path);
    if (!existsSync(file)) {
      this.note({
        path: file,
        line: 1,
        column: 1,
        field: "",
        value: "",
        reason: "the table is missing",
        weight: "fault",
      });
      return [];
    }
    const { rows, issues } = readCsvFile(file, columns);
    this.issues.push(...issues);
    const read = rows.map((row) => ({ value: row.value, cell: new CellReader(row, this) }));
    this.noteRepeated(read, key);
    return read;
  }

  note(issue: LexiconIssue): void {
    this.issues.push(issue);
  }

  private noteRepeated<C extends string>(rows: readonly CodeTableRow<C>[], key: readonly C[]): void {
    const [first] = key;
    if (first === undefined) return;
    const lines = new Map<string, number>();
    for (const { value, cell } of rows) {
      const said = key.map((column) => value[column]).join(", ");
      const earlier = lines.get(said);
      if (earlier === undefined) lines.set(said, cell.row.line);
      else cell.fault(first, `line ${earlier} says it already; keep one row`, said);
    }
  }
}
