import type { DuckDBConnection } from "@duckdb/node-api";
import { pairEvents, type EventPair } from "../event-differences.ts";
import type { CodedReport, RecodeCounts } from "../event-store.ts";
import { heldEvents } from "./held-events.ts";
import { leaveHappenings, linkAgain } from "./leave-happenings.ts";
import { textOf } from "./text-values.ts";
import { texts } from "./transaction.ts";
import { writeEvents } from "./write-events.ts";
import { publishedEvents, writeQuotations, writeSentences } from "./write-reports.ts";

/** Replaces what is stored of the reports by what was read now; events that are as they were keep their run. */
export async function recodeReports(
  connection: DuckDBConnection,
  run: number,
  reports: readonly CodedReport[],
): Promise<RecodeCounts> {
  if (!reports.length) return { reports: 0, kept: 0, gained: 0, lost: 0, changed: 0 };
  const ids = reports.map((r) => r.report.id);
  const held = await heldEvents(connection, ids, "report, sequence, event");
  const pairs = reports.flatMap((r) => pairEvents(held.get(r.report.id) ?? [], r.events));
  const ended = pairs.flatMap((p) => (p.before ? [p.before.id] : []));
  if (ended.length)
    for (const table of ["events", "parties"])
      await connection.run(
        `UPDATE ${table} SET until_run = $1 WHERE until_run IS NULL AND event IN (SELECT unnest($2))`,
        [run, texts(ended)],
      );
  if (ended.length) await leaveHappenings(connection, ended);
  const fresh = new Set(pairs.flatMap((p) => p.after ?? []));
  await linkAgain(connection, [...new Set([...fresh].map((event) => event.report))]);
  await writeEvents(
    connection,
    run,
    publishedEvents(reports).filter((e) => fresh.has(e.event)),
  );
  await replaceSentences(connection, reports, ids);
  await connection.run("DELETE FROM quotations WHERE report IN (SELECT unnest($1))", [texts(ids)]);
  await writeQuotations(connection, run, reports);
  await noteWords(connection, reports, ids);
  await connection.run("UPDATE reports SET coded = $1 WHERE report IN (SELECT unnest($2))", [run, texts(ids)]);
  return countsOf(reports, pairs);
}

function countsOf(reports: readonly CodedReport[], pairs: readonly EventPair[]): RecodeCounts {
  const count = (of: (p: EventPair) => boolean): number => pairs.filter(of).length;
  const gained = count((p) => p.before === null);
  const changed = count((p) => p.before !== null && p.after !== null);
  const events = reports.reduce((sum, r) => sum + r.events.length, 0);
  const lost = count((p) => p.after === null);
  return { reports: reports.length, kept: events - gained - changed, gained, lost, changed };
}

/** Sentences change with the models only, and most stay as they are. */
async function replaceSentences(
  connection: DuckDBConnection,
  reports: readonly CodedReport[],
  ids: readonly string[],
): Promise<void> {
  const found = await connection.runAndReadAll(
    `SELECT report, string_agg(start_at || '-' || end_at, ' ' ORDER BY sequence)
     FROM sentences WHERE report IN (SELECT unnest($1)) GROUP BY report`,
    [texts(ids)],
  );
  const known = new Map(found.getRows().map(([report, spans]) => [textOf(report), textOf(spans)]));
  const changed = reports.filter(
    (r) => (known.get(r.report.id) ?? "") !== r.sentences.map((s) => `${s.start}-${s.end}`).join(" "),
  );
  if (!changed.length) return;
  await connection.run("DELETE FROM sentences WHERE report IN (SELECT unnest($1))", [
    texts(changed.map((r) => r.report.id)),
  ]);
  await writeSentences(connection, changed);
}

/** Words change with the lemmas of the models only. */
async function noteWords(
  connection: DuckDBConnection,
  reports: readonly CodedReport[],
  ids: readonly string[],
): Promise<void> {
  const found = await connection.runAndReadAll(
    "SELECT report, array_to_string(words, ' ') FROM reports WHERE report IN (SELECT unnest($1))",
    [texts(ids)],
  );
  const known = new Map(found.getRows().map(([report, words]) => [textOf(report), textOf(words)]));
  for (const { report, words } of reports)
    if (known.get(report.id) !== words.join(" "))
      await connection.run("UPDATE reports SET words = $2 WHERE report = $1", [report.id, texts(words)]);
}
