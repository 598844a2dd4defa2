import type { EventRecord } from "../../core/record.ts";
import type { Report } from "../../core/report.ts";
import { type ReportOptions, reportReader } from "../../readers/read-reports.ts";
import { recordsOf } from "../each-record.ts";
import { startCoding } from "../event-coding.ts";
import { defaultFormat } from "../answer-output.ts";
import { eventTable } from "../event-table.ts";
import { IssueLog } from "../issue-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface CodeOptions extends ReportOptions {
  readonly jobs?: number;
  readonly format?: "table" | "jsonl";
  readonly withText?: boolean;
  readonly simd: boolean;
  readonly proposals: boolean;
  readonly lexicon: readonly string[];
}

/** `dragoman code`: reports in, event records out. */
export async function runCode(files: readonly string[], options: CodeOptions): Promise<void> {
  const sources = sourcesOf(files);
  const { lexicon, proposals } = options;
  const coding = await startCoding(options.jobs ?? 1, { lexicon, proposals, simd: options.simd ? "auto" : "off" });
  const log = new IssueLog();
  const progress = new ProgressLine();
  let count = 0;
  try {
    const reports = recordsOf(sources, reportReader(options), { log, progress });
    for await (const coded of coding.events(reports)) {
      const { report } = coded;
      if ("failed" in coded) {
        log.refuse({ code: "CODING_FAILED", data: { report: report.id, reason: coded.failed } });
        continue;
      }
      if (report.date === null) log.noteUndated(report.id);
      await writeOut(written(report, coded.events, options));
      progress.step(++count, "reports coded");
    }
  } finally {
    await coding.close();
  }
  progress.clear();
  log.finish(count, count === 1 ? "report coded" : "reports coded");
}

function written(report: Report, events: readonly EventRecord[], options: CodeOptions): string {
  const withText = options.withText ?? false;
  const format = options.format ?? defaultFormat();
  if (format === "table") return eventTable(report, events, { width: process.stdout.columns ?? 120, withText });
  return events.map((e) => `${JSON.stringify(withText ? { ...e, text: report.text } : e)}\n`).join("");
}
