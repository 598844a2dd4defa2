import { createCoder, type Explanation } from "../../coder/create-coder.ts";
import { readSources, reportReader } from "../../readers/read-reports.ts";
import { IssueLog } from "../issue-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { sourcesOf } from "../sources.ts";

/** Codes every report of the sources with all that was tried, for the surveys. */
export async function surveyReports(
  files: readonly string[],
  lexicon: readonly string[],
  visit: (explanation: Explanation) => void,
): Promise<void> {
  const sources = sourcesOf(files);
  const coder = await createCoder({ lexicon });
  const log = new IssueLog();
  const progress = new ProgressLine();
  let done = 0;
  for await (const item of readSources(sources, reportReader(null), process.stdin)) {
    if ("issue" in item) {
      progress.clear();
      log.refuse(item.issue);
      continue;
    }
    visit(coder.explain(item.value));
    progress.step(++done, "reports surveyed");
  }
  progress.clear();
  log.finish(done, done === 1 ? "report surveyed" : "reports surveyed");
}
