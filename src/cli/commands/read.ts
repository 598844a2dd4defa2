import { type ReportOptions, reportReader } from "../../readers/read-reports.ts";
import { eachRecord } from "../each-record.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export type ReadOptions = ReportOptions;

/** `dragoman read`: files in, reports as JSON lines out. */
export async function runRead(files: readonly string[], options: ReadOptions): Promise<void> {
  const work = { noun: "report", done: "read" } as const;
  const finish = await eachRecord(sourcesOf(files), reportReader(options), work, (report) =>
    writeOut(`${JSON.stringify(report)}\n`),
  );
  finish();
}
