import { basename } from "node:path";
import { AppError, type Issue } from "../../core/errors.ts";
import { CodeBook } from "../../exports/code-book.ts";
import { importReader, type ImportFormat } from "../../exports/formats.ts";
import type { ReadRow } from "../../exports/row-reader.ts";
import { readSchemeTables } from "../../lexicon/code-tables/read-scheme-tables.ts";
import { dataDir } from "../../lexicon/package-files.ts";
import { EventImport } from "../../store/duckdb/event-import.ts";
import type { PublishedEvent } from "../../store/duckdb/write-events.ts";
import { fileHash, importLines, type ImportLine } from "../import-lines.ts";
import { ImportLog } from "../import-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { SeenKeys } from "../seen-keys.ts";

/** The command's options as commander gives them. */
export interface ImportOptions {
  readonly as: ImportFormat;
  readonly db: string;
}

/** So many events are appended to the base at a time. */
const BATCH = 2048;

/** `dragoman import`: other people's event data into an event base. */
export async function runImport(files: readonly string[], options: ImportOptions): Promise<void> {
  const base = await EventImport.begin(options.db);
  try {
    await new Import(base, options).work(files);
  } finally {
    base.close();
  }
}

interface SourceFile {
  readonly path: string;
  /** Null for standard input. */
  readonly sha256: string | null;
}

/** One run of the command. */
class Import {
  private readonly base: EventImport;
  private readonly options: ImportOptions;
  private readonly book = new CodeBook(readSchemeTables(dataDir));
  private readonly started = new Date().toISOString();
  private readonly log = new ImportLog();
  private readonly progress = new ProgressLine();
  private readonly seen = new SeenKeys();
  private batch: PublishedEvent[] = [];
  private refused: Issue[] = [];
  private stored = 0;

  constructor(base: EventImport, options: ImportOptions) {
    this.base = base;
    this.options = options;
  }

  async work(paths: readonly string[]): Promise<void> {
    const files = await this.newFiles(paths);
    for (const file of files) await this.take(file);
    await this.flush();
    this.progress.clear();
    if (this.stored) await this.commit(files);
    this.log.finish();
    const { db } = this.options;
    process.stderr.write(
      this.stored
        ? `dragoman: run ${this.base.run} took ${this.stored} ${this.stored === 1 ? "event" : "events"} into ${db}\n`
        : `dragoman: nothing was taken into ${db}\n`,
    );
  }

  /** Files that can be read and that no earlier import has taken in: twice the same data would be twice the events. */
  private async newFiles(paths: readonly string[]): Promise<readonly SourceFile[]> {
    const notes = await this.base.notes();
    const files: SourceFile[] = [];
    for (const path of paths) {
      if (path === "-") {
        files.push({ path, sha256: null });
        continue;
      }
      const sha256 = await this.hashOf(path);
      if (sha256 === null) continue;
      const earlier = notes.find((n) => n.note.includes(sha256));
      if (earlier) this.log.refuseFile({ code: "IMPORT_TWICE", data: { path, run: earlier.run } }, "taken in before");
      else if (files.some((f) => f.sha256 === sha256))
        this.log.refuseFile({ code: "IMPORT_SAME", data: { path } }, "named twice");
      else files.push({ path, sha256 });
    }
    return files;
  }

  private async hashOf(path: string): Promise<string | null> {
    try {
      return await fileHash(path);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      const code = reason === "ENOENT" ? "INPUT_NOT_FOUND" : "INPUT_UNREADABLE";
      this.log.refuseFile({ code, data: { path, reason } }, "it cannot be read");
      return null;
    }
  }

  private async take({ path }: SourceFile): Promise<void> {
    const reader = importReader(this.options.as, this.book);
    let first = true;
    for await (const line of importLines(path)) {
      if (line.otherEncoding) this.log.mend("it was no UTF-8 and was read as Windows-1252");
      const row = reader.read(line.text, first ? 1 : line.line);
      // Without its header a table cannot be read at all.
      if (first && "fault" in row && row.fault.field === "the header")
        throw new AppError("IMPORT_ROW", { path, line: line.line, ...row.fault });
      first = false;
      this.put(row, path, line);
      if (this.batch.length >= BATCH || this.refused.length >= BATCH) await this.flush();
    }
  }

  private put(row: ReadRow, path: string, { line }: ImportLine): void {
    if ("nothing" in row) return;
    if ("passedOver" in row) return this.log.passOver(row.passedOver);
    if ("fault" in row)
      return this.refuse(
        { code: "IMPORT_ROW", data: { path, line, ...row.fault } },
        `${row.fault.field}: ${row.fault.reason}`,
      );
    const { record, published } = row.event;
    const { as } = this.options;
    const id = `${as}:${record.id}`;
    if (!this.seen.add(id))
      return this.refuse(
        { code: "IMPORT_DUPLICATE", data: { path, line, id: record.id } },
        "another row with this id stands before it",
      );
    if (row.repaired !== undefined) this.log.mend(row.repaired);
    const because = [{ field: "event", rule: `import.${as}`, path: `${basename(path)}:${line}` }];
    this.batch.push({ event: { ...record, id, report: `import:${this.base.run}`, because }, published });
    this.progress.step(++this.stored, "events");
  }

  private refuse(issue: Issue, kind: string): void {
    this.progress.clear();
    this.log.refuse(issue, kind);
    this.refused.push(issue);
  }

  private async flush(): Promise<void> {
    await this.base.add(this.batch);
    await this.base.refuse(this.refused);
    this.batch = [];
    this.refused = [];
  }

  private commit(files: readonly SourceFile[]): Promise<void> {
    const named = files.map((f) => ({ name: f.path === "-" ? "standard input" : basename(f.path), sha256: f.sha256 }));
    return this.base.commit({
      coder: this.options.as,
      note: JSON.stringify({ files: named }),
      started: this.started,
      finished: new Date().toISOString(),
    });
  }
}
