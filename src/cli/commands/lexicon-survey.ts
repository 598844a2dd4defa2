import { createCoder, type Explanation } from "../../coder/create-coder.ts";
import { type ReportOptions, reportReader } from "../../readers/read-reports.ts";
import { eachRecord } from "../each-record.ts";
import { sourcesOf } from "../sources.ts";

/** What the surveys take beside their own options. */
export interface SurveyOptions extends ReportOptions {
  readonly lexicon: readonly string[];
}

/** Codes every report of the sources with all that was tried, for the surveys. */
export async function surveyReports(
  files: readonly string[],
  options: SurveyOptions,
  visit: (explanation: Explanation) => void,
): Promise<void> {
  const sources = sourcesOf(files);
  const coder = await createCoder({ lexicon: options.lexicon });
  const finish = await eachRecord(sources, reportReader(options), { noun: "report", done: "surveyed" }, (report) => {
    visit(coder.explain(report));
  });
  finish();
}
