import type { DuckDBConnection } from "@duckdb/node-api";
import type { EventRecord } from "../../core/record.ts";
import { FLAT_COLUMNS, flatEvent } from "../../core/flat-event.ts";
import { partyRows } from "../party-rows.ts";
import { appendRows } from "./transaction.ts";

/** An event and the day on which its report was published. */
export interface PublishedEvent {
  readonly event: EventRecord;
  readonly published: string | null;
}

const PARTY_COLUMNS = [
  "event", "from_run", "until_run", "role", "position", "code", "sector", "name", "identifier", "office", "date",
] as const; // prettier-ignore

/** Appends events, and everybody who has a part in them, as holding from `run`. */
export async function writeEvents(
  connection: DuckDBConnection,
  run: number,
  events: readonly PublishedEvent[],
): Promise<void> {
  const rows = events.map(({ event, published }) => ({
    ...flatEvent(event),
    published,
    record: JSON.stringify(event),
    from_run: run,
  }));
  const parties = events.flatMap(({ event }) =>
    partyRows(event).map((party, i) => ({
      ...party,
      event: event.id,
      from_run: run,
      position: i + 1,
      date: event.date,
    })),
  );
  await appendRows(connection, "events", EVENT_COLUMNS, rows);
  await appendRows(connection, "parties", PARTY_COLUMNS, parties);
}

/** In the order of the table. */
const EVENT_COLUMNS = [
  "event", "report", "from_run", "until_run", "published", ...FLAT_COLUMNS, "happening", "record",
] as const; // prettier-ignore
