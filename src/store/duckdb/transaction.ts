import { type DuckDBConnection, type DuckDBListValue, type DuckDBValue, type JS, listValue } from "@duckdb/node-api";
import { type Cell, TableAppender } from "./table-appender.ts";

/** Does all of `work` or nothing. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run("BEGIN");
  try {
    const result = await work();
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    await connection.run("ROLLBACK");
    throw error;
  }
}

/** Appends rows to a table; none at all costs nothing. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  if (!rows.length) return;
  const appender = await TableAppender.open(connection, table, columns);
  try {
    for (const row of rows) appender.append(row);
  } catch (error) {
    appender.discard();
    throw error;
  }
  appender.close();
}

/** Texts as a parameter: `IN (SELECT unnest($1))`. */
export function texts(values: readonly string[]): DuckDBListValue {
  return listValue([...values]);
}

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, JS>>;

/** All rows of a short answer. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly DuckDBValue[] = [],
): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(sql, [...parameters])).getRowObjectsJS();
}
