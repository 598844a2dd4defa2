import {
  type DuckDBConnection,
  type DuckDBInstance,
  type DuckDBPreparedStatement,
  type JS,
  listValue,
} from "@duckdb/node-api";
import type { Fingerprint } from "../../core/fingerprint.ts";
import type { EventRecord } from "../../core/record.ts";
import type { Report } from "../../core/report.ts";
import type { LinkableReport, LinkedHappening, Links, LinkState, StoryText } from "../event-links.ts";
import type {
  Batch,
  CodedReport,
  EventChange,
  EventStore,
  Identity,
  NewRun,
  Recodable,
  RecodeCounts,
  Run,
  RunKind,
} from "../event-store.ts";
import { type Access, openDatabase } from "./open-database.ts";
import {
  readHappeningsOn,
  readHappeningsWith,
  readLinkedReports,
  readLinkState,
  readStaleHappenings,
  readStoryTexts,
  readUnlinked,
} from "./link-reader.ts";
import { writeLinks } from "./link-writer.ts";
import { readChanges } from "./read-changes.ts";
import { recodeReports } from "./recode-reports.ts";
import { textOf, textOrNull } from "./text-values.ts";
import { inTransaction, rowsOf, texts } from "./transaction.ts";
import { writeEvents } from "./write-events.ts";
import { writeBatch } from "./write-reports.ts";

/** The event base in a DuckDB file. */
export class DuckDbStore implements EventStore {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;
  private readonly lookUps: Partial<Record<"report" | "content", DuckDBPreparedStatement>> = {};

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open(path: string, access: Access): Promise<DuckDbStore> {
    const instance = await openDatabase(path, access);
    return new DuckDbStore(instance, await instance.connect());
  }

  async startRun({ kind, coder, note, fingerprint }: NewRun, at: string): Promise<number> {
    return inTransaction(this.connection, async () => {
      const [last] = await rowsOf(this.connection, "SELECT coalesce(max(run), 0)::INTEGER AS run FROM runs");
      const run = Number(last?.["run"]) + 1;
      if (fingerprint)
        await this.connection.run("INSERT OR IGNORE INTO fingerprints VALUES ($1, $2, $3)", [
          fingerprint.id,
          fingerprint.rest,
          JSON.stringify(fingerprint.words),
        ]);
      await this.connection.run("INSERT INTO runs VALUES ($1, $2, $3, $4::TIMESTAMP, NULL, $5, $6)", [
        run,
        kind,
        coder,
        at,
        fingerprint?.id ?? null,
        note,
      ]);
      return run;
    });
  }

  async finishRun(run: number, at: string): Promise<void> {
    await this.connection.run("UPDATE runs SET finished = $2::TIMESTAMP WHERE run = $1", [run, at]);
  }

  async runs(): Promise<readonly Run[]> {
    const rows = await rowsOf(this.connection, "SELECT * FROM runs ORDER BY run");
    return rows.map((r) => ({
      run: Number(r["run"]),
      kind: textOf(r["kind"]) as RunKind,
      coder: textOf(r["coder"]),
      started: timeOf(r["started"]) ?? "",
      finished: timeOf(r["finished"]),
      fingerprint: textOrNull(r["fingerprint"]),
      note: textOrNull(r["note"]),
    }));
  }

  async fingerprint(id: string): Promise<Fingerprint | null> {
    const [row] = await rowsOf(this.connection, "SELECT * FROM fingerprints WHERE fingerprint = $1", [id]);
    if (!row) return null;
    return { id, rest: textOf(row["rest"]), words: JSON.parse(textOf(row["words"])) as Record<string, string> };
  }

  async stored(reports: readonly Identity[]): Promise<readonly Identity[]> {
    const found = new Map<string, Identity>();
    for (const { id, content } of reports)
      for (const known of [...(await this.lookUp("report", id)), ...(await this.lookUp("content", content))])
        found.set(known.id, known);
    return [...found.values()];
  }

  async add(run: number, batch: Batch): Promise<void> {
    await inTransaction(this.connection, () => writeBatch(this.connection, run, batch));
  }

  async addEvents(run: number, events: readonly EventRecord[]): Promise<void> {
    const own = events.map((e) => ({ event: { ...e, report: `import:${run}` }, published: null }));
    await inTransaction(this.connection, () => writeEvents(this.connection, run, own));
  }

  async codedBy(): Promise<ReadonlyMap<number, number>> {
    const rows = await rowsOf(
      this.connection,
      "SELECT coded, count(*)::INTEGER AS n FROM reports GROUP BY coded ORDER BY coded",
    );
    return new Map(rows.map((r) => [Number(r["coded"]), Number(r["n"])]));
  }

  async *vocabulary(): AsyncGenerator<string> {
    const result = await this.connection.stream("SELECT DISTINCT unnest(words) FROM reports");
    for await (const rows of result.yieldRowsJson()) for (const [word] of rows) yield textOf(word);
  }

  async selectForRecoding(choices: readonly Recodable[]): Promise<number> {
    await this.connection.run("CREATE OR REPLACE TEMP TABLE chosen_rows (row_id BIGINT)");
    for (const { runs, words } of choices) {
      if (!runs.length || words?.length === 0) continue;
      const where = words === null ? "" : " AND list_has_any(words, $2)";
      await this.connection.run(
        `INSERT INTO chosen_rows SELECT rowid FROM reports WHERE list_contains($1, coded)${where}`,
        [listValue([...runs]), ...(words === null ? [] : [texts(words)])],
      );
    }
    await this.connection.run(
      "CREATE OR REPLACE TEMP TABLE chosen AS SELECT row_id, row_number() OVER (ORDER BY row_id) AS position FROM chosen_rows",
    );
    const [count] = await rowsOf(this.connection, "SELECT count(*)::INTEGER AS n FROM chosen");
    return Number(count?.["n"]);
  }

  async selected(offset: number, limit: number): Promise<readonly (Report & { readonly content: string })[]> {
    const found = await this.connection.runAndReadAll(
      `SELECT report, content, strftime(date, '%Y-%m-%d') AS date, title, source, url, language, text
       FROM reports JOIN chosen ON reports.rowid = chosen.row_id
       WHERE position > $1 AND position <= $2 ORDER BY position`,
      [offset, offset + limit],
    );
    return found.getRowObjectsJS().map((r) => ({
      id: textOf(r["report"]),
      content: textOf(r["content"]),
      date: textOrNull(r["date"]),
      title: textOrNull(r["title"]),
      source: textOrNull(r["source"]),
      url: textOrNull(r["url"]),
      language: textOf(r["language"]),
      text: textOf(r["text"]),
    }));
  }

  async recode(run: number, reports: readonly CodedReport[]): Promise<RecodeCounts> {
    return inTransaction(this.connection, () => recodeReports(this.connection, run, reports));
  }

  async *changes(from: number, to: number): AsyncGenerator<EventChange> {
    const [first, last] = from <= to ? [from, to] : [to, from];
    for await (const change of readChanges(this.connection, first, last))
      yield from <= to ? change : { ...change, before: change.after, after: change.before };
  }

  linkState(): Promise<LinkState> {
    return readLinkState(this.connection);
  }

  unlinked(limit: number): Promise<readonly LinkableReport[]> {
    return readUnlinked(this.connection, limit);
  }

  storyTexts(days: readonly string[]): Promise<readonly StoryText[]> {
    return readStoryTexts(this.connection, days);
  }

  happeningsOn(days: readonly string[]): Promise<readonly LinkedHappening[]> {
    return readHappeningsOn(this.connection, days);
  }

  happeningsWith(events: readonly string[]): Promise<readonly LinkedHappening[]> {
    return readHappeningsWith(this.connection, events);
  }

  staleHappenings(limit: number): Promise<readonly LinkedHappening[]> {
    return readStaleHappenings(this.connection, limit);
  }

  linkedReports(ids: readonly string[]): Promise<readonly (LinkableReport & { readonly story: string })[]> {
    return readLinkedReports(this.connection, ids);
  }

  async writeLinks(links: Links): Promise<void> {
    await inTransaction(this.connection, () => writeLinks(this.connection, links));
  }

  async unlinkAll(): Promise<void> {
    await inTransaction(this.connection, async () => {
      for (const table of ["happenings", "happening_events", "unlinked_reports", "stale_happenings"])
        await this.connection.run(`DELETE FROM ${table}`);
      await this.connection.run("UPDATE reports SET story = NULL, story_share = NULL WHERE story IS NOT NULL");
      await this.connection.run("UPDATE events SET happening = NULL WHERE happening IS NOT NULL");
    });
  }

  close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    return Promise.resolve();
  }

  /** By an index, one at a time: a query for many at once would read the whole table, which grows. */
  private async lookUp(column: "report" | "content", value: string): Promise<readonly Identity[]> {
    const sql = `SELECT report, content FROM reports WHERE ${column} = $1`;
    const query = (this.lookUps[column] ??= await this.connection.prepare(sql));
    query.bind([value]);
    const rows = (await query.runAndReadAll()).getRows();
    return rows.map(([id, content]) => ({ id: textOf(id), content: textOf(content) }));
  }
}

function timeOf(value: JS | undefined): string | null {
  return value instanceof Date ? value.toISOString() : null;
}
