import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { messageOf, type Issue } from "../../core/errors.ts";
import { openDatabase } from "./open-database.ts";
import { textOf } from "./text-values.ts";
import { appendRows } from "./transaction.ts";
import { type PublishedEvent, writeEvents } from "./write-events.ts";

/** What is told of an import in the table `runs`. */
interface ImportRun {
  /** The format. */
  readonly coder: string;
  readonly note: string;
  /** Times of day, ISO 8601. */
  readonly started: string;
  readonly finished: string;
}

/**
 * Takes other people's events into a base, in one transaction however many they are: after a crash the base is as it was. Rows
 * are written out as they come, so that memory stays flat.
 */
export class EventImport {
  /** Number of the run that the import will be. */
  readonly run: number;
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, run: number) {
    this.instance = instance;
    this.connection = connection;
    this.run = run;
  }

  static async begin(path: string): Promise<EventImport> {
    const instance = await openDatabase(path, "create");
    const connection = await instance.connect();
    await connection.run("BEGIN");
    const last = await connection.runAndReadAll("SELECT coalesce(max(run), 0)::INTEGER FROM runs");
    return new EventImport(instance, connection, Number(last.value(0, 0)) + 1);
  }

  /** What earlier imports say of themselves. */
  async notes(): Promise<readonly { readonly run: number; readonly note: string }[]> {
    const found = await this.connection.runAndReadAll(
      "SELECT run, note FROM runs WHERE kind = 'import' AND note IS NOT NULL ORDER BY run",
    );
    return found.getRows().map(([run, note]) => ({ run: Number(run), note: textOf(note) }));
  }

  add(events: readonly PublishedEvent[]): Promise<void> {
    return writeEvents(this.connection, this.run, events);
  }

  refuse(issues: readonly Issue[]): Promise<void> {
    const rows = issues.map(({ code, data }) => ({
      run: this.run,
      path: String(data["path"] ?? ""),
      line: data["line"] === undefined ? null : Number(data["line"]),
      code,
      message: messageOf(code, data),
    }));
    return appendRows(this.connection, "refused", ["run", "path", "line", "code", "message"], rows);
  }

  async commit({ coder, note, started, finished }: ImportRun): Promise<void> {
    await this.connection.run("INSERT INTO runs VALUES ($1, 'import', $2, $3::TIMESTAMP, $4::TIMESTAMP, NULL, $5)", [
      this.run,
      coder,
      started,
      finished,
      note,
    ]);
    await this.connection.run("COMMIT");
  }

  /** Gives back the file; what was not committed is as if it had never been. */
  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
