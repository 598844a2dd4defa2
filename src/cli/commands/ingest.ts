import type { Issue } from "../../core/errors.ts";
import { type ReportOptions, readSources, reportReader } from "../../readers/read-reports.ts";
import type { Batch, CodedReport } from "../../store/event-store.ts";
import type { CodedTask } from "../../workers/coding-pool.ts";
import { type BaseCodingOptions, type BaseSession, withBaseSession } from "../base-session.ts";
import { batchesOf } from "../batches.ts";
import { countRecords } from "../count-records.ts";
import { type FreshReport, FreshReports } from "../fresh-reports.ts";
import { IssueLog } from "../issue-log.ts";
import { linkBase } from "../link-base.ts";
import { ProgressLine } from "../progress-line.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface IngestOptions extends BaseCodingOptions, ReportOptions {
  readonly ids?: boolean;
  readonly happenings: boolean;
}

/** `dragoman ingest`: reports into an event base. */
export async function runIngest(files: readonly string[], options: IngestOptions): Promise<void> {
  const sources = sourcesOf(files);
  await withBaseSession(options, "create", async (session) => {
    await new Ingest(session, sources, options).work();
    if (options.happenings) await linkBase(session.store);
  });
}

type Coded = CodedTask<FreshReport>;

/** One run of the command. */
class Ingest {
  private readonly session: BaseSession;
  private readonly sources: readonly string[];
  private readonly options: IngestOptions;
  private readonly log = new IssueLog();
  private readonly progress = new ProgressLine();
  private readonly fresh: FreshReports;
  private stored = 0;
  private events = 0;
  private total: number | null = null;
  /** Begins with the first batch: whoever finds nothing new leaves no trace. */
  private run: number | null = null;

  constructor(session: BaseSession, sources: readonly string[], options: IngestOptions) {
    this.session = session;
    this.sources = sources;
    this.options = options;
    this.fresh = new FreshReports(session.store, {
      refused: (issue) => this.refuse(issue),
      setAside: (language) => this.log.setAside(language),
    });
  }

  async work(): Promise<void> {
    if (process.stderr.isTTY) this.total = await countRecords(this.sources);
    const items = readSources(this.sources, reportReader(this.options), process.stdin);
    const coded = this.session.pool.code(this.fresh.of(items));
    for await (const batch of batchesOf(coded, ({ task }) => task.report.text.length)) await this.store(batch);
    const refused = this.fresh.takeRefused();
    if (refused.length) await this.add({ reports: [], refused });
    if (this.run !== null) await this.session.finishRun(this.run);
    this.finish();
  }

  private async add(batch: Batch): Promise<void> {
    this.run ??= await this.session.startRun("ingest", null);
    await this.session.store.add(this.run, batch);
  }

  /** Only what is committed counts as stored and is told. */
  private async store(batch: readonly Coded[]): Promise<void> {
    const refused = batch.flatMap((c) => [...c.task.refused, ...this.failureOf(c)]);
    const reports = batch.flatMap((c): readonly CodedReport[] =>
      "coded" in c ? [{ ...c.coded, origin: c.task.origin }] : [],
    );
    await this.add({ reports, refused });
    for (const { report, content, events } of reports) {
      this.fresh.noteStored({ id: report.id, content });
      if (report.date === null) this.log.noteUndated(report.id);
      this.stored++;
      this.events += events.length;
      if (this.options.ids) await writeOut(`${report.id}\n`);
    }
    const left = this.total === null ? null : Math.max(0, this.total - this.fresh.seen);
    this.progress.step(this.stored, "reports stored", left);
  }

  private failureOf(coded: Coded): readonly Issue[] {
    if (!("failed" in coded)) return [];
    const { report, path, line } = coded.task;
    const issue = { code: "CODING_FAILED", data: { path, line, report: report.id, reason: coded.failed } } as const;
    this.refuse(issue);
    return [issue];
  }

  private refuse(issue: Issue): void {
    this.progress.clear();
    this.log.refuse(issue);
  }

  private finish(): void {
    this.progress.clear();
    const { already } = this.fresh;
    const before = already ? `; ${already} ${already === 1 ? "was" : "were"} there already` : "";
    this.log.finish(this.stored, `${this.stored === 1 ? "report" : "reports"} stored`);
    process.stderr.write(
      `dragoman: ${this.run === null ? "nothing new: " : `run ${this.run} `}stored ${this.stored} ${this.stored === 1 ? "report" : "reports"} with ${this.events} events in ${this.options.db}${before}\n`,
    );
  }
}
