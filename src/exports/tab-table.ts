import type { RowFault } from "./row-reader.ts";

/** Cells of one row by the name of their column; the format's null marks are empty texts. */
export interface TabRowCells<C extends string> {
  of(column: C): string;
  /** What had to be mended, for the summary. */
  readonly repaired: string | null;
}

export type TabRowRead<C extends string> = { readonly cells: TabRowCells<C> } | { readonly fault: RowFault };

interface TabLayout<C extends string> {
  readonly columns: readonly C[];
  /** Names that a column has in some files. */
  readonly otherNames: Readonly<Record<string, C>>;
  /** Header names of columns that rows do not have, or that hold nothing we take in. */
  readonly stray: ReadonlySet<string>;
  readonly nullMarks: ReadonlySet<string>;
}

/** A table divided by tabs: finds its columns by name where there is a header, and mends the known slips of published files. */
export class TabTable<C extends string> {
  private readonly layout: TabLayout<C>;
  /** Position of each column; -1 for one that the file lacks. */
  private positions: ReadonlyMap<C, number>;
  /** How many cells a row has by the header. */
  private width: number;
  private strayAt: readonly number[] = [];

  constructor(layout: TabLayout<C>) {
    this.layout = layout;
    this.positions = new Map(layout.columns.map((c, i) => [c, i]));
    this.width = layout.columns.length;
  }

  /** Takes the line as the header if it is one; says which columns are missing. */
  takeHeader(line: string): { readonly taken: boolean; readonly missing: readonly C[] } {
    const names = cellsOf(line).map((n) => this.layout.otherNames[n.trim()] ?? n.trim());
    const known = names.filter((n) => (this.layout.columns as readonly string[]).includes(n));
    if (known.length < 2) return { taken: false, missing: [] };
    while (names.at(-1) === "") names.pop();
    this.positions = new Map(this.layout.columns.map((c) => [c, names.indexOf(c)]));
    this.width = names.length;
    this.strayAt = names.flatMap((n, i) => (this.layout.stray.has(n) ? [i] : []));
    return { taken: true, missing: this.layout.columns.filter((c) => !names.includes(c)) };
  }

  row(line: string): TabRowRead<C> {
    const cells = cellsOf(line);
    const repairs: string[] = [];
    while (cells.length > this.width && cells.at(-1)?.trim() === "") {
      cells.pop();
      repairs[0] = "empty cells at the end of the row were taken off";
    }
    const shifted = this.strayAt.length > 0 && cells.length === this.width - this.strayAt.length;
    if (shifted) repairs.push("a column of the header that the rows do not have was passed over");
    if (cells.length !== this.width && !shifted) return { fault: this.widthFault(cells, line) };
    const at = (column: C): number => {
      const position = this.positions.get(column) ?? -1;
      return shifted ? position - this.strayAt.filter((s) => s < position).length : position;
    };
    const { nullMarks } = this.layout;
    return {
      cells: {
        of(column) {
          const value = unquoted((cells[at(column)] ?? "").trim());
          return nullMarks.has(value) ? "" : value;
        },
        repaired: repairs[0] ?? null,
      },
    };
  }

  private widthFault(cells: readonly string[], line: string): RowFault {
    const value = line.length > 60 ? `${line.slice(0, 59)}…` : line;
    const more = cells.length > this.width ? "take stray tabs out of its cells" : "it may be cut off";
    return {
      field: "the row",
      value,
      reason: `it has ${cells.length} cells where ${this.width} are expected; ${more}`,
    };
  }
}

function cellsOf(line: string): string[] {
  return line.replace(/\r$/, "").split("\t");
}

/** Some years were written by a program that quotes cells. */
function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
