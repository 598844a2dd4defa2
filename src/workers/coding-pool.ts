import { Piscina } from "piscina";
import { AppError } from "../core/errors.ts";
import type { Fingerprint } from "../core/fingerprint.ts";
import type { Report } from "../core/report.ts";
import type {
  CoderChoice,
  CoderDescription,
  CodingResult,
  CodingTask,
  DescriptionResult,
  EventsResult,
} from "./coding-task.ts";
import { mapInOrder } from "./in-order.ts";

/** Reports that wait for a thread, for each: enough that none is idle while a batch is written. */
const WAITING_PER_THREAD = 8;

/** A task with what came of it. */
export type CodedTask<T extends CodingTask> = { readonly task: T } & CodingResult;

/** A report with its events. */
export type CodedEvents = { readonly report: Report } & EventsResult;

/** Threads that code reports; the results do not depend on how many there are. */
export class CodingPool {
  private readonly pool: Piscina;
  private readonly threads: number;

  constructor(threads: number, choice: CoderChoice) {
    this.threads = threads;
    this.pool = new Piscina({
      filename: new URL("./coding-worker.js", import.meta.url).href,
      minThreads: threads,
      maxThreads: threads,
      workerData: choice,
    });
  }

  /** Asked first: a lexicon that cannot be loaded is told here. */
  async describe(): Promise<CoderDescription> {
    const described = (await this.pool.run(null, { name: "describeCoder" })) as DescriptionResult;
    if ("broken" in described) throw new AppError(described.broken.code, described.broken.data);
    return described;
  }

  /** What the coder knows; it takes a second or two to make. */
  async fingerprint(): Promise<Fingerprint> {
    return (await this.pool.run(null, { name: "fingerprint" })) as Fingerprint;
  }

  /** Codes reports on all threads and gives them back in their order. */
  code<T extends CodingTask>(tasks: AsyncIterable<T>): AsyncGenerator<CodedTask<T>> {
    return mapInOrder(tasks, this.threads * WAITING_PER_THREAD, async (task) => {
      const { report, content } = task;
      const result = (await this.pool.run({ report, content }, { name: "code" })) as CodingResult;
      return { task, ...result };
    });
  }

  /** The events of reports, coded on all threads, in the order of the reports. */
  codeEvents(reports: AsyncIterable<Report>): AsyncGenerator<CodedEvents> {
    return mapInOrder(reports, this.threads * WAITING_PER_THREAD, async (report) => {
      const result = (await this.pool.run(report, { name: "codeEvents" })) as EventsResult;
      return { report, ...result };
    });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
