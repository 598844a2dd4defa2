import { createCoder } from "../../coder/create-coder.ts";
import { relationReader } from "../../readers/relation-fields.ts";
import { readSources } from "../../readers/read-reports.ts";
import { IssueLog } from "../issue-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface RelateOptions {
  readonly abstain?: boolean;
  readonly lexicon?: string;
}

/** `dragoman relate`: sentences with marked source and target in, one category a row out. */
export async function runRelate(files: readonly string[], options: RelateOptions): Promise<void> {
  const sources = sourcesOf(files);
  const coder = await createCoder(options.lexicon === undefined ? {} : { lexicon: options.lexicon });
  const log = new IssueLog();
  const progress = new ProgressLine();
  let done = 0;
  for await (const item of readSources(sources, relationReader, process.stdin)) {
    if ("issue" in item) {
      log.refuse(item.issue);
      continue;
    }
    await writeOut(`${JSON.stringify(coder.relate(item.value, { abstain: options.abstain ?? false }))}\n`);
    progress.step(++done, "rows related");
  }
  progress.clear();
  log.finish(done, done === 1 ? "row related" : "rows related");
}
