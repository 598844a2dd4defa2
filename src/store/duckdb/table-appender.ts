import { type DuckDBAppender, type DuckDBConnection, DuckDBTypeId, LIST, VARCHAR } from "@duckdb/node-api";

export type Cell = string | number | boolean | null | readonly string[];

const TEXTS = LIST(VARCHAR);

/** Appends rows to one table, columns by name; rows are written when it is closed, in the transaction that is open. */
export class TableAppender {
  private readonly appender: DuckDBAppender;
  private readonly columns: readonly string[];
  private readonly types: readonly DuckDBTypeId[];

  private constructor(appender: DuckDBAppender, columns: readonly string[]) {
    this.appender = appender;
    this.columns = columns;
    this.types = columns.map((_, i) => appender.columnType(i).typeId);
  }

  static async open(connection: DuckDBConnection, table: string, columns: readonly string[]): Promise<TableAppender> {
    return new TableAppender(await connection.createAppender(table), columns);
  }

  append(row: Readonly<Record<string, Cell>>): void {
    this.columns.forEach((name, i) => this.cell(row[name] ?? null, this.types[i] ?? DuckDBTypeId.VARCHAR));
    this.appender.endRow();
  }

  /** Forgets the rows that were appended. */
  discard(): void {
    this.appender.clear();
    this.appender.closeSync();
  }

  close(): void {
    this.appender.closeSync();
  }

  private cell(value: Cell, type: DuckDBTypeId): void {
    if (value === null) this.appender.appendNull();
    else if (typeof value === "boolean") this.appender.appendBoolean(value);
    else if (typeof value === "number")
      if (type === DuckDBTypeId.DOUBLE) this.appender.appendDouble(value);
      else this.appender.appendInteger(value);
    // Dates are written as texts, which the database casts.
    else if (typeof value === "string") this.appender.appendVarchar(value);
    else this.appender.appendList(value, TEXTS);
  }
}
