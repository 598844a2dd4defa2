import { DOUBLE, type DuckDBConnection, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { COUNT_KINDS } from "../../core/record.ts";
import type { EventLink, HappeningSummary, Links } from "../event-links.ts";
import type { Cell } from "./table-appender.ts";
import { appendRows, texts } from "./transaction.ts";

const HAPPENING_COLUMNS = [
  "position", "happening", "date", "enddate", "category", "actor", "recipient", "place", "country", "reports",
  "sources", ...COUNT_KINDS.flatMap((kind) => [`${kind}_low`, `${kind}_best`, `${kind}_high`]), "disputed",
]; // prettier-ignore
const EVENT_COLUMNS = [
  "position", "place", "happening", "event", "report", "found_from", "found_to", "score", "reasons",
] as const; // prettier-ignore

/** Writes one step of linking, in the transaction that is open. */
export async function writeLinks(connection: DuckDBConnection, links: Links): Promise<void> {
  await writeStories(connection, links.stories);
  if (links.linked.length)
    await connection.run("DELETE FROM unlinked_reports WHERE report IN (SELECT unnest($1))", [texts(links.linked)]);
  const changed = [...new Set([...links.happenings.map(({ position }) => position), ...links.rewritten])];
  await deleteRows(connection, "happenings", changed);
  await deleteRows(connection, "stale_happenings", changed);
  await deleteRows(connection, "happening_events", links.rewritten);
  await appendRows(connection, "happenings", HAPPENING_COLUMNS, links.happenings.map(happeningRow));
  const ids = new Map(links.happenings.map(({ position, happening }) => [position, happening]));
  await appendRows(
    connection,
    "happening_events",
    EVENT_COLUMNS,
    links.events.map((link) => eventRow(link, ids.get(link.position) ?? "")),
  );
  await nameHappenings(
    connection,
    new Map(links.events.map(({ event, position }) => [event, ids.get(position) ?? ""])),
  );
  const { edit } = links;
  if (edit)
    await connection.run(
      "INSERT INTO happening_edits SELECT coalesce(max(edit), 0) + 1, $1, $2, $3 FROM happening_edits",
      [edit.kind, edit.happening, texts(edit.events)],
    );
}

/** Writes into each event's row the happening that it belongs to. */
export async function nameHappenings(
  connection: DuckDBConnection,
  happenings: ReadonlyMap<string, string>,
): Promise<void> {
  if (happenings.size === 0) return;
  // Rows are named by their numbers: an update that joins texts would compare them over the whole table.
  const found = await connection.runAndReadAll(
    "SELECT rowid, event FROM events WHERE until_run IS NULL AND event IN (SELECT unnest($1))",
    [texts([...happenings.keys()])],
  );
  const rows = found.getRows();
  if (rows.length === 0) return;
  await connection.run(
    `UPDATE events SET happening = named.happening
     FROM (SELECT unnest($1::BIGINT[]) AS row_id, unnest($2::VARCHAR[]) AS happening) named WHERE events.rowid = named.row_id`,
    [
      listValue(rows.map(([row]) => row ?? null)),
      listValue(rows.map(([, event]) => happenings.get(String(event)) ?? null)),
    ],
  );
}

async function writeStories(connection: DuckDBConnection, stories: Links["stories"]): Promise<void> {
  if (stories.length === 0) return;
  await connection.run(
    `UPDATE reports SET story = found.story, story_share = found.share
     FROM (SELECT r.rowid AS row_id, s.story, s.share FROM reports r
           JOIN (SELECT unnest($1::VARCHAR[]) AS report, unnest($2::VARCHAR[]) AS story, unnest($3::DOUBLE[]) AS share) s USING (report)
          ) found
     WHERE reports.rowid = found.row_id`,
    [texts(stories.map((s) => s.report)), texts(stories.map((s) => s.story)), listValue(stories.map((s) => s.share))],
    [LIST(VARCHAR), LIST(VARCHAR), LIST(DOUBLE)],
  );
}

async function deleteRows(
  connection: DuckDBConnection,
  table: "happenings" | "happening_events" | "stale_happenings",
  positions: readonly number[],
): Promise<void> {
  if (positions.length === 0) return;
  await connection.run(`DELETE FROM ${table} WHERE position IN (SELECT unnest($1::BIGINT[]))`, [
    listValue(positions.map(BigInt)),
  ]);
}

function happeningRow({ counts, ...row }: HappeningSummary): Readonly<Record<string, Cell>> {
  const figures = COUNT_KINDS.flatMap((kind) =>
    (["low", "best", "high"] as const).map((end) => [`${kind}_${end}`, counts[kind]?.[end] ?? null] as const),
  );
  return { ...row, ...Object.fromEntries(figures) };
}

function eventRow(
  { reasons, foundFrom, foundTo, ...link }: EventLink,
  happening: string,
): Readonly<Record<string, Cell>> {
  return { ...link, happening, found_from: foundFrom, found_to: foundTo, reasons: JSON.stringify(reasons) };
}
