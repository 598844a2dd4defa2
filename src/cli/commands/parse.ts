import { createCoder } from "../../coder/create-coder.ts";
import { type ReportOptions, readSources, reportReader } from "../../readers/read-reports.ts";
import { toConllu } from "../conllu.ts";
import { IssueLog } from "../issue-log.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface ParseOptions extends ReportOptions {
  readonly simd: boolean;
  readonly lexicon: readonly string[];
}

/** `dragoman parse`: reports in, CoNLL-U out. */
export async function runParse(files: readonly string[], options: ParseOptions): Promise<void> {
  const sources = sourcesOf(files);
  const coder = await createCoder({ simd: options.simd ? "auto" : "off", lexicon: options.lexicon });
  const log = new IssueLog();
  let done = 0;
  for await (const item of readSources(sources, reportReader(options), process.stdin)) {
    if ("issue" in item) log.refuse(item.issue);
    else if ("setAside" in item) log.setAside(item.setAside.language);
    else {
      await writeOut(toConllu(item.value, coder.parse(item.value.text)));
      done++;
    }
  }
  log.finish(done, done === 1 ? "report parsed" : "reports parsed");
}
