import { type DuckDBConnection, listValue } from "@duckdb/node-api";
import type { EventRecord } from "../../core/record.ts";
import { textOf } from "./text-values.ts";
import { texts } from "./transaction.ts";

/** The events that hold of these reports, by report, each report's in the given order of rows. */
export async function heldEvents(
  connection: DuckDBConnection,
  reports: readonly string[],
  order: "rowid" | "report, sequence, event",
): Promise<ReadonlyMap<string, readonly EventRecord[]>> {
  const held = new Map<string, EventRecord[]>();
  if (!reports.length) return held;
  // Rows first, then records: else every record of the table would be read to find a few.
  const rows = await connection.runAndReadAll(
    "SELECT rowid FROM events WHERE until_run IS NULL AND report IN (SELECT unnest($1))",
    [texts(reports)],
  );
  if (rows.currentRowCount === 0) return held;
  const found = await connection.runAndReadAll(
    `SELECT record FROM events WHERE rowid IN (SELECT unnest($1::BIGINT[])) ORDER BY ${order}`,
    [listValue(rows.getRows().map(([row]) => row ?? null))],
  );
  for (const [text] of found.getRows()) {
    const record = JSON.parse(textOf(text)) as EventRecord;
    const list = held.get(record.report);
    if (list) list.push(record);
    else held.set(record.report, [record]);
  }
  return held;
}
