import { messageOf } from "../core/errors.ts";
import { originOf, type SourcedReport } from "../readers/settle-report.ts";
import type { Batch, EventStore } from "../store/event-store.ts";
import { type Patience, patiently } from "../watching/patience.ts";
import type { ReportSink } from "../watching/report-sink.ts";
import { reportContent } from "../workers/coded-report.ts";
import type { CodingPool } from "../workers/coding-pool.ts";
import { startCodingRun } from "./base-session.ts";
import { batchesOf } from "./batches.ts";
import { linkBase } from "./link-base.ts";
import { withStore } from "./with-store.ts";

export interface BaseSinkOptions {
  readonly path: string;
  readonly pool: CodingPool;
  readonly patience: Patience;
  /** Told of every report once it is committed, with the number of its events. */
  readonly onStored: (report: SourcedReport, events: number) => void | Promise<void>;
  readonly log: (line: string) => void;
  /** Whether stories and happenings are found as well: at most once an hour, and in the end. */
  readonly links: boolean;
}

/** Finding happenings loads the days around the new reports: too much for every poll of a minute. */
const LINK_EVERY = 3_600_000;

interface Task {
  readonly report: SourcedReport;
  readonly content: string;
}

/** Codes what a watch brings into an event base, which is open only while it does. */
export class BaseSink implements ReportSink {
  private readonly options: BaseSinkOptions;
  /** The run that the last reports were stored with. */
  private run: number | null = null;
  private linkedAt: number;

  constructor(options: BaseSinkOptions) {
    this.options = options;
    this.linkedAt = options.patience.clock.now();
  }

  store(reports: readonly SourcedReport[]): Promise<number> {
    if (!reports.length) return Promise.resolve(0);
    return this.withStore(async (store) => {
      let stored = 0;
      const coded = this.options.pool.code(freshOf(reports, store));
      for await (const batch of batchesOf(coded, ({ task }) => task.report.text.length)) {
        const refused = batch.flatMap((c) => {
          if (!("failed" in c)) return [];
          const { id, url } = c.task.report;
          return [{ code: "CODING_FAILED", data: { path: url ?? id, report: id, reason: c.failed } } as const];
        });
        for (const { code, data } of refused) this.options.log(messageOf(code, data));
        const kept = batch.flatMap((c) => ("coded" in c ? [{ ...c.coded, origin: originOf(c.task.report) }] : []));
        await this.add(store, { reports: kept, refused });
        for (const c of batch) if ("coded" in c) await this.options.onStored(c.task.report, c.coded.events.length);
        stored += kept.length;
      }
      if (this.options.patience.clock.now() - this.linkedAt >= LINK_EVERY) await this.link(store);
      return stored;
    });
  }

  /** Says that no more is coming. */
  async finish(): Promise<void> {
    const { run } = this;
    if (run === null) return;
    await this.withStore(async (store) => {
      await store.finishRun(run, now());
      await this.link(store);
    });
  }

  private async link(store: EventStore): Promise<void> {
    this.linkedAt = this.options.patience.clock.now();
    if (this.options.links) await linkBase(store);
  }

  /** A run of ours, unless somebody else has begun another in between: runs stand in the order of what they wrote. */
  private async add(store: EventStore, batch: Batch): Promise<void> {
    const last = (await store.runs()).at(-1)?.run ?? null;
    if (this.run !== null && this.run !== last) {
      await store.finishRun(this.run, now());
      this.run = null;
    }
    this.run ??= await startCodingRun(store, this.options.pool, "ingest", "watch");
    await store.add(this.run, batch);
  }

  private withStore<T>(work: (store: EventStore) => Promise<T>): Promise<T> {
    return patiently(this.options.patience, () => withStore(this.options.path, "create", work));
  }
}

/** Reports that the base does not hold. An article that two feeds bring has one address, and is taken as the first had it. */
async function* freshOf(reports: readonly SourcedReport[], store: EventStore): AsyncGenerator<Task> {
  const tasks = reports.map((report) => ({ report, content: reportContent(report) }));
  const stored = await store.stored(tasks.map(({ report: { id }, content }) => ({ id, content })));
  const ids = new Set(stored.map((s) => s.id));
  const contents = new Set(stored.map((s) => s.content));
  for (const task of tasks) {
    if (ids.has(task.report.id) || contents.has(task.content)) continue;
    ids.add(task.report.id);
    contents.add(task.content);
    yield task;
  }
}

function now(): string {
  return new Date().toISOString();
}
