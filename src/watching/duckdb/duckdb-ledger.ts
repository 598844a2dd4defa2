import type { DuckDBConnection } from "@duckdb/node-api";
import type { Draft } from "../../readers/draft.ts";
import { type Patience, patiently } from "../patience.ts";
import type { HostState, SourceState, WaitingPage } from "../schedule/source-state.ts";
import { newSource } from "../schedule/source-state.ts";
import type { ListedSource } from "../source-list.ts";
import type {
  EndedPage,
  EndedPoll,
  Happenings,
  ReadyEntry,
  Recorded,
  Remembered,
  WatchLedger,
} from "../watch-ledger.ts";
import { withPage } from "../with-page.ts";
import { openDatabase } from "../../store/duckdb/open-database.ts";
import { inTransaction, type Row, rowsOf } from "../../store/duckdb/transaction.ts";

/** The watch's tables in an event base of DuckDB, open only while they are read or written. */
export class DuckDbLedger implements WatchLedger {
  private readonly path: string;
  private readonly patience: Patience;

  constructor(path: string, patience: Patience) {
    this.path = path;
    this.patience = patience;
  }

  begin(list: readonly ListedSource[], wantsPages: boolean, at: number): Promise<Remembered> {
    return this.write(async (c) => {
      await c.run("UPDATE watch_sources SET listed = false WHERE listed");
      for (const { url, title } of list) await addSource(c, newSource(url, title, at));
      // Pages that nobody wants any more hold up no entry.
      if (!wantsPages)
        await c.run(
          "UPDATE watch_entries SET next_try = NULL, state = CASE WHEN draft IS NULL THEN 'dropped' ELSE 'ready' END WHERE state = 'page'",
        );
      return {
        sources: await sourcesIn(c),
        hosts: (
          await rowsOf(
            c,
            "SELECT host, epoch_ms(free_at) AS free_at, robots, epoch_ms(robots_read) AS robots_read FROM watch_hosts",
          )
        ).map(hostOf),
        pages: (
          await rowsOf(
            c,
            `SELECT source, entry, link, tries, epoch_ms(next_try) AS next_try FROM watch_entries
             JOIN watch_sources USING (source) WHERE state = 'page' AND watch_sources.listed ORDER BY seen, source, position`,
          )
        ).map(pageOf),
      };
    });
  }

  record({ at, polls, pages, hosts }: Happenings): Promise<Recorded> {
    return this.write(async (c) => {
      const fresh = new Map<string, number>();
      const waiting: WaitingPage[] = [];
      const states: (EntryState | null)[] = [];
      for (const poll of polls) {
        const added = await addEntries(c, poll, at);
        fresh.set(poll.state.source, added.states.length);
        waiting.push(...added.waiting);
        states.push(...added.states);
        await updateSource(c, { ...poll.state, items: poll.state.items + added.states.length });
      }
      for (const page of pages) states.push(await updatePage(c, page));
      for (const host of hosts) await keepHost(c, host);
      const count = (state: EntryState): number => states.filter((s) => s === state).length;
      return { fresh, waiting, ready: count("ready"), dropped: count("dropped") };
    });
  }

  ready(limit: number): Promise<readonly ReadyEntry[]> {
    return this.open(async (c) => {
      const rows = await rowsOf(
        c,
        `SELECT e.source, entry, link, draft, epoch_ms(seen) AS seen, position, s.title AS source_title FROM watch_entries e
         JOIN watch_sources s USING (source) WHERE state = 'ready' ORDER BY e.seen, e.source, e.position LIMIT $1`,
        [limit],
      );
      return rows.flatMap(readyOf);
    });
  }

  async markStored(entries: readonly ReadyEntry[]): Promise<void> {
    await this.write(async (c) => {
      const keys = JSON.stringify(entries.map(({ source, id }) => ({ source, id })));
      await c.run(
        `UPDATE watch_entries SET state = 'stored', draft = NULL
         FROM (SELECT unnest(from_json($1, '[{"source":"VARCHAR","id":"VARCHAR"}]'), recursive := true)) AS done
         WHERE watch_entries.source = done.source AND entry = done.id`,
        [keys],
      );
    });
  }

  /** Sources for the health, those of the list first. */
  health(): Promise<readonly SourceState[]> {
    return this.open(sourcesIn);
  }

  private write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return this.open((c) => inTransaction(c, () => work(c)));
  }

  /** Other programs may use the base in between. */
  private open<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    return patiently(this.patience, async () => {
      const instance = await openDatabase(this.path, "create");
      try {
        const connection = await instance.connect();
        try {
          return await work(connection);
        } finally {
          connection.closeSync();
        }
      } finally {
        instance.closeSync();
      }
    });
  }
}

async function sourcesIn(c: DuckDBConnection): Promise<readonly SourceState[]> {
  const rows = await rowsOf(
    c,
    `SELECT * REPLACE (epoch_ms(polled) AS polled, epoch_ms(succeeded) AS succeeded, epoch_ms(next_poll) AS next_poll)
     FROM watch_sources ORDER BY listed DESC, rowid`,
  );
  return rows.map(sourceOf);
}

async function addSource(c: DuckDBConnection, state: SourceState): Promise<void> {
  await c.run(
    `INSERT INTO watch_sources (source, title, listed, next_poll, failures, items) VALUES ($1, $2, true, make_timestamp($3::BIGINT), 0, 0)
     ON CONFLICT (source) DO UPDATE SET listed = true, title = coalesce(excluded.title, title)`,
    [state.source, state.title, microseconds(state.nextPoll)],
  );
}

async function updateSource(c: DuckDBConnection, s: SourceState): Promise<void> {
  await c.run(
    `UPDATE watch_sources SET title = $2, etag = $3, last_modified = $4, polled = make_timestamp($5::BIGINT),
     succeeded = make_timestamp($6::BIGINT), next_poll = make_timestamp($7::BIGINT), status = $8, failures = $9, problem = $10,
     moved_to = $11, items = $12 WHERE source = $1`,
    [
      s.source,
      s.title,
      s.etag,
      s.lastModified,
      microseconds(s.polled),
      microseconds(s.succeeded),
      microseconds(s.nextPoll),
      s.status,
      s.failures,
      s.problem,
      s.movedTo,
      s.items,
    ],
  );
}

type EntryState = "page" | "ready" | "dropped";

interface AddedEntries {
  /** Of those never seen before. */
  readonly states: readonly EntryState[];
  readonly waiting: readonly WaitingPage[];
}

/** All entries in one statement: a statement for each took twenty times as long. */
async function addEntries(
  c: DuckDBConnection,
  { state, entries, wantsPages }: EndedPoll,
  at: number,
): Promise<AddedEntries> {
  const rows = entries.map(({ id, link, draft }, position) => ({
    id,
    link,
    draft: draft && JSON.stringify(draft),
    position,
    state: firstState(draft, link, wantsPages),
  }));
  const added = await c.runAndReadAll(
    `INSERT INTO watch_entries
     SELECT $1, id, state, link, draft, make_timestamp($3::BIGINT), position, 0, make_timestamp($3::BIGINT), NULL
     FROM (SELECT unnest(from_json($2, '[{"id":"VARCHAR","state":"VARCHAR","link":"VARCHAR","draft":"VARCHAR","position":"INTEGER"}]'), recursive := true))
     ON CONFLICT DO NOTHING RETURNING entry`,
    [state.source, JSON.stringify(rows), microseconds(at)],
  );
  const ids = new Set(added.getRows().map(([id]) => id));
  const fresh = rows.filter((r) => ids.has(r.id));
  const waiting = fresh.flatMap(({ id, link, state: s }) =>
    s === "page" && link !== null ? [{ source: state.source, entry: id, link, tries: 0, nextTry: at }] : [],
  );
  return { states: fresh.map((r) => r.state), waiting };
}

function firstState(draft: Draft | null, link: string | null, wantsPages: boolean): EntryState {
  if (wantsPages && link !== null) return "page";
  return draft === null ? "dropped" : "ready";
}

/** The state that the entry comes into; null when it stays. */
async function updatePage(c: DuckDBConnection, ended: EndedPage): Promise<EntryState | null> {
  const { page, found, retry, problem } = ended;
  const key = [page.source, page.entry];
  if (retry) {
    await c.run(
      "UPDATE watch_entries SET tries = $3, next_try = make_timestamp($4::BIGINT), problem = $5 WHERE source = $1 AND entry = $2",
      [...key, retry.tries, microseconds(retry.nextTry), problem],
    );
    return null;
  }
  const [row] = await rowsOf(c, "SELECT draft FROM watch_entries WHERE source = $1 AND entry = $2", key);
  if (!row) return null;
  const known = draftIn(row);
  const draft = found ? withPage(known, found) : known;
  const state = draft === null ? "dropped" : "ready";
  await c.run(
    "UPDATE watch_entries SET draft = $3, state = $4, problem = $5, next_try = NULL WHERE source = $1 AND entry = $2",
    [...key, draft && JSON.stringify(draft), state, problem],
  );
  return state;
}

async function keepHost(c: DuckDBConnection, { host, freeAt, robots, robotsRead }: HostState): Promise<void> {
  await c.run(
    `INSERT INTO watch_hosts VALUES ($1, make_timestamp($2::BIGINT), $3, make_timestamp($4::BIGINT))
     ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at, robots = excluded.robots, robots_read = excluded.robots_read`,
    [host, microseconds(freeAt), robots, microseconds(robotsRead)],
  );
}

function microseconds(time: number | null): bigint | null {
  return time === null ? null : BigInt(time) * 1000n;
}

function sourceOf(row: Row): SourceState {
  return {
    source: textIn(row, "source") ?? "",
    title: textIn(row, "title"),
    listed: row["listed"] === true,
    etag: textIn(row, "etag"),
    lastModified: textIn(row, "last_modified"),
    polled: numberIn(row, "polled"),
    succeeded: numberIn(row, "succeeded"),
    nextPoll: numberIn(row, "next_poll") ?? 0,
    status: numberIn(row, "status"),
    failures: numberIn(row, "failures") ?? 0,
    problem: textIn(row, "problem"),
    movedTo: textIn(row, "moved_to"),
    items: numberIn(row, "items") ?? 0,
  };
}

function hostOf(row: Row): HostState {
  return {
    host: textIn(row, "host") ?? "",
    freeAt: numberIn(row, "free_at") ?? 0,
    robots: textIn(row, "robots"),
    robotsRead: numberIn(row, "robots_read"),
  };
}

function pageOf(row: Row): WaitingPage {
  return {
    source: textIn(row, "source") ?? "",
    entry: textIn(row, "entry") ?? "",
    link: textIn(row, "link") ?? "",
    tries: numberIn(row, "tries") ?? 0,
    nextTry: numberIn(row, "next_try") ?? 0,
  };
}

function readyOf(row: Row): readonly ReadyEntry[] {
  const draft = draftIn(row);
  if (draft === null) return [];
  return [
    {
      source: textIn(row, "source") ?? "",
      sourceTitle: textIn(row, "source_title"),
      id: textIn(row, "entry") ?? "",
      link: textIn(row, "link"),
      draft,
      seen: numberIn(row, "seen") ?? 0,
      position: numberIn(row, "position") ?? 0,
    },
  ];
}

/** Only this file writes drafts into the base. */
function draftIn(row: Row): Draft | null {
  const written = textIn(row, "draft");
  return written === null ? null : (JSON.parse(written) as Draft);
}

function textIn(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === "string" ? value : null;
}

/** Times and counts; 64-bit numbers come as BigInt. */
function numberIn(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : null;
}
