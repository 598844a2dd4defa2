import type { DuckDBConnection } from "@duckdb/node-api";
import { nameHappenings } from "./link-writer.ts";
import { textOf } from "./text-values.ts";
import { texts } from "./transaction.ts";

/** Takes events that hold no longer out of their happenings, in the transaction that is open. What is left is named after its next event. */
export async function leaveHappenings(connection: DuckDBConnection, events: readonly string[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE left_happenings AS
     SELECT DISTINCT position FROM happening_events WHERE event IN (SELECT unnest($1))`,
    [texts(events)],
  );
  const left = await connection.runAndReadAll("SELECT count(*) FROM left_happenings");
  if (Number(left.value(0, 0)) === 0) return;
  await connection.run("DELETE FROM happening_events WHERE event IN (SELECT unnest($1))", [texts(events)]);
  for (const table of ["happenings", "stale_happenings"])
    await connection.run(
      `DELETE FROM ${table} WHERE position IN
       (SELECT position FROM left_happenings EXCEPT SELECT position FROM happening_events)`,
    );
  await connection.run(
    `INSERT INTO stale_happenings SELECT position FROM left_happenings
     WHERE position IN (SELECT position FROM happenings) AND position NOT IN (SELECT position FROM stale_happenings)`,
  );
  await nameAnew(connection);
}

/** Numbers the places anew. A happening whose first event has left gets the id of the one that is first now; that was merged into nothing. */
async function nameAnew(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `UPDATE happening_events SET place = numbered.place
     FROM (SELECT rowid AS row_id, row_number() OVER (PARTITION BY position ORDER BY place) - 1 AS place FROM happening_events
           WHERE position IN (SELECT position FROM left_happenings)) numbered
     WHERE happening_events.rowid = numbered.row_id`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE renamed AS
     SELECT position, event AS happening FROM happening_events
     WHERE place = 0 AND event <> happening AND position IN (SELECT position FROM left_happenings)`,
  );
  await connection.run(
    "UPDATE happenings SET happening = r.happening FROM renamed r WHERE happenings.position = r.position",
  );
  await connection.run(
    "UPDATE happening_events SET happening = r.happening FROM renamed r WHERE happening_events.position = r.position",
  );
  await connection.run(
    `UPDATE happening_events SET score = 1, reasons = '[]'
     WHERE place = 0 AND position IN (SELECT position FROM renamed)`,
  );
  const named = await connection.runAndReadAll(
    "SELECT event, happening FROM happening_events WHERE position IN (SELECT position FROM renamed)",
  );
  await nameHappenings(
    connection,
    new Map(named.getRows().map(([event, happening]) => [textOf(event), textOf(happening)])),
  );
}

/** Notes that the reports are to be linked again; those that were not linked are waiting already. */
export async function linkAgain(connection: DuckDBConnection, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  await connection.run(
    `INSERT INTO unlinked_reports SELECT report FROM reports WHERE story IS NOT NULL AND report IN (SELECT unnest($1))
     EXCEPT SELECT report FROM unlinked_reports`,
    [texts(reports)],
  );
}
