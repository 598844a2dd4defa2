import type { DuckDBConnection } from "@duckdb/node-api";
import type { LinkableReport, LinkedEvent, LinkedHappening, LinkState, StoredEdit, StoryText } from "../event-links.ts";
import { heldEvents } from "./held-events.ts";
import { textOf, textOrNull } from "./text-values.ts";
import { type Row, rowsOf, texts } from "./transaction.ts";

const UNLINKED = "story IS NULL OR report IN (SELECT report FROM unlinked_reports)";
const HEAD = "rowid AS position, report, strftime(date, '%Y-%m-%d') AS date, source, title, text, story";

export async function readLinkState(connection: DuckDBConnection): Promise<LinkState> {
  const [counts] = await rowsOf(
    connection,
    `SELECT (SELECT count(*) FROM reports WHERE ${UNLINKED})::INTEGER AS unlinked,
      (SELECT count(DISTINCT position) FROM stale_happenings)::INTEGER AS stale,
      (SELECT coalesce(max(position) + 1, 0) FROM happenings)::INTEGER AS next`,
  );
  const edits = await rowsOf(connection, "SELECT kind, happening, events FROM happening_edits ORDER BY edit");
  return {
    unlinked: Number(counts?.["unlinked"]),
    stale: Number(counts?.["stale"]),
    nextPosition: Number(counts?.["next"]),
    edits: edits.map(({ kind, happening, events }): StoredEdit => ({
      kind: kind === "split" ? "split" : "join",
      happening: textOf(happening),
      events: Array.isArray(events) ? events.map(textOf) : [],
    })),
  };
}

/** The first reports that are to be linked, in the order in which they were stored. */
export async function readUnlinked(connection: DuckDBConnection, limit: number): Promise<readonly LinkableReport[]> {
  const found = await rowsOf(
    connection,
    `SELECT ${HEAD} FROM reports WHERE rowid IN (SELECT rowid FROM reports WHERE ${UNLINKED} ORDER BY rowid LIMIT $1) ORDER BY rowid`,
    [limit],
  );
  return withEvents(connection, found);
}

export async function readLinkedReports(
  connection: DuckDBConnection,
  ids: readonly string[],
): Promise<readonly (LinkableReport & { readonly story: string })[]> {
  if (!ids.length) return [];
  const found = await rowsOf(
    connection,
    `SELECT ${HEAD} FROM reports WHERE rowid IN
      (SELECT rowid FROM reports WHERE story IS NOT NULL AND report IN (SELECT unnest($1))) ORDER BY rowid`,
    [texts(ids)],
  );
  return (await withEvents(connection, found)).map((report) => ({ ...report, story: report.story ?? report.id }));
}

export async function readStoryTexts(
  connection: DuckDBConnection,
  days: readonly string[],
): Promise<readonly StoryText[]> {
  if (!days.length) return [];
  const found = await rowsOf(
    connection,
    `WITH near AS (SELECT report, story FROM reports WHERE story IS NOT NULL AND date IN (SELECT unnest($1)::DATE))
     SELECT rowid AS position, report, strftime(date, '%Y-%m-%d') AS date, text, story FROM reports
     WHERE rowid IN (SELECT rowid FROM reports WHERE report IN (SELECT report FROM near UNION SELECT story FROM near))
     ORDER BY rowid`,
    [texts(days)],
  );
  return found.map((row) => ({
    id: textOf(row["report"]),
    date: textOrNull(row["date"]),
    text: textOf(row["text"]),
    position: Number(row["position"]),
    story: textOf(row["story"]),
  }));
}

/** Happenings of which an event can be found on one of the days; the days are few, or stand close to each other. */
export function readHappeningsOn(
  connection: DuckDBConnection,
  days: readonly string[],
): Promise<readonly LinkedHappening[]> {
  if (!days.length) return Promise.resolve([]);
  const chosen = `SELECT DISTINCT h.position FROM happening_events h
    JOIN (SELECT unnest($1)::DATE AS day) d ON h.found_from <= d.day AND h.found_to >= d.day`;
  return readHappenings(connection, chosen, texts(days));
}

export function readHappeningsWith(
  connection: DuckDBConnection,
  events: readonly string[],
): Promise<readonly LinkedHappening[]> {
  if (!events.length) return Promise.resolve([]);
  const chosen = "SELECT DISTINCT position FROM happening_events WHERE event IN (SELECT unnest($1))";
  return readHappenings(connection, chosen, texts(events));
}

export function readStaleHappenings(connection: DuckDBConnection, limit: number): Promise<readonly LinkedHappening[]> {
  return readHappenings(connection, "SELECT DISTINCT position FROM stale_happenings ORDER BY position LIMIT $1", limit);
}

async function readHappenings(
  connection: DuckDBConnection,
  positions: string,
  parameter: number | ReturnType<typeof texts>,
): Promise<readonly LinkedHappening[]> {
  const rows = await rowsOf(
    connection,
    `SELECT position, event, report, score, reasons FROM happening_events WHERE position IN (${positions}) ORDER BY position, place`,
    [parameter],
  );
  const found = new Map<number, LinkedEvent[]>();
  for (const row of rows) {
    const position = Number(row["position"]);
    const event: LinkedEvent = {
      event: textOf(row["event"]),
      report: textOf(row["report"]),
      score: Number(row["score"]),
      reasons: JSON.parse(textOf(row["reasons"])) as LinkedEvent["reasons"],
    };
    const events = found.get(position);
    if (events) events.push(event);
    else found.set(position, [event]);
  }
  return [...found].map(([position, events]) => ({ position, events }));
}

async function withEvents(connection: DuckDBConnection, reports: readonly Row[]): Promise<readonly LinkableReport[]> {
  const ids = reports.map((row) => textOf(row["report"]));
  const events = await heldEvents(connection, ids, "rowid");
  return reports.map((row, i) => ({
    id: ids[i] ?? "",
    date: textOrNull(row["date"]),
    source: textOrNull(row["source"]),
    title: textOrNull(row["title"]),
    text: textOf(row["text"]),
    story: textOrNull(row["story"]),
    position: Number(row["position"]),
    events: events.get(ids[i] ?? "") ?? [],
  }));
}
