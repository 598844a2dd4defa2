import { SECTORS } from "../core/codes.ts";
import type { CsvRow } from "./csv-table.ts";
import type { LexiconIssue } from "./issues.ts";
import { nearest } from "./nearest.ts";

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Reads the cells of one row. A cell that is wrong is noted; the value given back then only keeps the reading going. */
export class CellReader<C extends string> {
  readonly row: CsvRow<C>;
  private readonly to: { note(issue: LexiconIssue): void };

  constructor(row: CsvRow<C>, to: { note(issue: LexiconIssue): void }) {
    this.row = row;
    this.to = to;
  }

  fault(column: C, reason: string, value: string = this.row.value[column]): void {
    const { path, line } = this.row;
    this.to.note({ path, line, column: this.row.columnOf(column), field: column, value, reason, weight: "fault" });
  }

  text(column: C): string {
    return this.row.value[column];
  }

  /** A cell that must not be empty. */
  filled(column: C): string {
    const value = this.row.value[column];
    if (value === "") this.fault(column, "the cell is empty; fill it or delete the row");
    return value;
  }

  /** Parts joined by `|`. */
  list(column: C): readonly string[] {
    const parts = this.row.value[column]
      .split("|")
      .map((v) => v.trim())
      .filter((v) => v !== "");
    for (const p of parts)
      if (parts.indexOf(p) !== parts.lastIndexOf(p)) {
        this.fault(column, "a part is there twice; keep one", p);
        break;
      }
    return parts;
  }

  oneOf<T extends string>(column: C, allowed: readonly [T, ...T[]], value: string = this.row.value[column]): T {
    const found = allowed.find((a) => a === value);
    if (found !== undefined) return found;
    const near = nearest(value, allowed);
    const told = allowed.map((a) => a || "(nothing)").join(", ");
    this.fault(column, near === null ? `use one of ${told}` : `did you mean ${near}? Use one of ${told}`, value);
    return allowed[0];
  }

  /** Sectors joined by `+`, of several columns in order. */
  sectors(...columns: readonly C[]): readonly string[] {
    return columns.flatMap((column) =>
      this.row.value[column]
        .split("+")
        .map((s) => s.trim())
        .filter((s) => s !== "")
        .map((s) => this.oneOf(column, SECTORS, s)),
    );
  }

  /** A country or supranational code, or nothing. */
  code(column: C, known: ReadonlySet<string>, value: string = this.row.value[column]): string {
    if (!known.has(value))
      this.fault(column, "no such code in actors/countries.csv; write its ISO 3166-1 alpha-3 code", value);
    return value;
  }

  date(column: C): string {
    const value = this.row.value[column];
    if (value !== "" && !DATE.test(value)) this.fault(column, "write YYYY, YYYY-MM, YYYY-MM-DD or nothing");
    return value;
  }

  /** A period; its end may not come before its beginning. */
  span(from: C, to: C): { readonly from: string; readonly to: string } {
    const span = { from: this.date(from), to: this.date(to) };
    const length = Math.min(span.from.length, span.to.length);
    if (span.to.slice(0, length) < span.from.slice(0, length))
      this.fault(to, `it ends before it begins (${span.from})`);
    return span;
  }

  number(column: C): number | null {
    const value = this.row.value[column];
    if (value === "") return null;
    const number = Number(value);
    if (!Number.isFinite(number)) this.fault(column, "write a number or nothing");
    return number;
  }
}
