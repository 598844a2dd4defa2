import { createCoder } from "../../coder/create-coder.ts";
import { type ReportOptions, reportReader } from "../../readers/read-reports.ts";
import { eachRecord } from "../each-record.ts";
import { sourcesOf, writeOut } from "../sources.ts";
import { LineFile } from "../line-file.ts";

/** The command's options as commander gives them. */
export interface QuotesOptions extends ReportOptions {
  readonly out?: string;
  readonly all?: boolean;
  readonly lexicon: readonly string[];
}

/** `dragoman quotes`: reports in, one JSON line for each thing that somebody says. */
export async function runQuotes(files: readonly string[], options: QuotesOptions): Promise<void> {
  const sources = sourcesOf(files);
  const coder = await createCoder({ lexicon: options.lexicon });
  const work = { noun: "report", done: "read" } as const;
  const file = options.out === undefined ? null : new LineFile(options.out);
  const finish = await eachRecord(sources, reportReader(options), work, async (report, log) => {
    if (report.date === null) log.noteUndated(report.id);
    for (const quote of coder.quotes(report, { attitudes: options.all ?? false })) {
      const line = `${JSON.stringify(quote)}\n`;
      if (file) file.write(line);
      else await writeOut(line);
    }
  });
  file?.finish();
  finish();
}
