import { createCoder } from "../../coder/create-coder.ts";
import { reportReader } from "../../readers/read-reports.ts";
import { defaultFormat } from "../answer-output.ts";
import { eachRecord } from "../each-record.ts";
import { eventTable } from "../event-table.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface CodeOptions {
  readonly date?: string;
  readonly format?: "table" | "jsonl";
  readonly withText?: boolean;
  readonly simd: boolean;
  readonly proposals: boolean;
  readonly lexicon: readonly string[];
}

/** `dragoman code`: reports in, event records out. */
export async function runCode(files: readonly string[], options: CodeOptions): Promise<void> {
  const sources = sourcesOf(files);
  const format = options.format ?? defaultFormat();
  const coder = await createCoder({
    simd: options.simd ? "auto" : "off",
    lexicon: options.lexicon,
    proposals: options.proposals,
  });
  const work = { noun: "report", done: "coded" } as const;
  const finish = await eachRecord(sources, reportReader(options.date ?? null), work, async (report, log) => {
    if (report.date === null) log.noteUndated(report.id);
    const events = coder.code(report);
    if (format === "table")
      await writeOut(
        eventTable(report, events, { width: process.stdout.columns ?? 120, withText: options.withText ?? false }),
      );
    else
      for (const e of events) await writeOut(`${JSON.stringify(options.withText ? { ...e, text: report.text } : e)}\n`);
  });
  finish();
}
