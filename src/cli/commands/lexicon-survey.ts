import { createCoder, type Explanation } from "../../coder/create-coder.ts";
import { reportReader } from "../../readers/read-reports.ts";
import { eachRecord } from "../each-record.ts";
import { sourcesOf } from "../sources.ts";

/** Codes every report of the sources with all that was tried, for the surveys. */
export async function surveyReports(
  files: readonly string[],
  lexicon: readonly string[],
  visit: (explanation: Explanation) => void,
): Promise<void> {
  const sources = sourcesOf(files);
  const coder = await createCoder({ lexicon });
  const finish = await eachRecord(sources, reportReader(), { noun: "report", done: "surveyed" }, (report) => {
    visit(coder.explain(report));
  });
  finish();
}
