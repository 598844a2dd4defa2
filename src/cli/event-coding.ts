import { createCoder } from "../coder/create-coder.ts";
import type { Report } from "../core/report.ts";
import { type CodedEvents, CodingPool } from "../workers/coding-pool.ts";
import type { CoderChoice } from "../workers/coding-task.ts";

/** Something that codes reports one after the other, or on threads; the events are the same and in the same order. */
export interface EventCoding {
  events(reports: AsyncIterable<Report>): AsyncIterable<CodedEvents>;
  close(): Promise<void>;
}

/** One job codes right here: a thread would cost a second coder's start. */
export async function startCoding(jobs: number, choice: CoderChoice): Promise<EventCoding> {
  if (jobs > 1) {
    const pool = new CodingPool(jobs, choice);
    await pool.describe();
    return { events: (reports) => pool.codeEvents(reports), close: () => pool.close() };
  }
  const coder = await createCoder(choice);
  return {
    async *events(reports) {
      for await (const report of reports) yield { report, events: coder.code(report) };
    },
    close: () => Promise.resolve(),
  };
}
