import type { Classifier } from "../../classifier/classifier-file.ts";
import { type Coder, createCoder } from "../../coder/create-coder.ts";
import { readClassifier } from "../../lexicon/classifier-files.ts";
import { relationReader } from "../../readers/relation-fields.ts";
import { readSources } from "../../readers/read-reports.ts";
import { IssueLog } from "../issue-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { sourcesOf, writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface RelateOptions {
  readonly abstain?: boolean;
  readonly proposals?: boolean;
  readonly model?: string;
  readonly lexicon?: string;
}

/** `dragoman relate`: sentences with marked source and target in, one category a row out. */
export async function runRelate(files: readonly string[], options: RelateOptions): Promise<void> {
  const sources = sourcesOf(files);
  const model = options.model === undefined ? null : readClassifier(options.model);
  const coder = await createCoder(options.lexicon === undefined ? {} : { lexicon: options.lexicon });
  if (model) warnOfOthers(model, coder);
  const how = { abstain: options.abstain ?? false, proposals: options.proposals ?? true };
  const log = new IssueLog();
  const progress = new ProgressLine();
  let done = 0;
  for await (const item of readSources(sources, relationReader, process.stdin)) {
    if ("issue" in item) {
      log.refuse(item.issue);
      continue;
    }
    const relation = model ? coder.relateWith(model, item.value, how) : coder.relate(item.value, how);
    await writeOut(`${JSON.stringify(relation)}\n`);
    progress.step(++done, "rows related");
  }
  progress.clear();
  log.finish(done, done === 1 ? "row related" : "rows related");
}

/** A model works with another lexicon too, but its figures were measured with its own. */
function warnOfOthers({ header }: Classifier, coder: Coder): void {
  const { lexicon, general } = coder.featureVersions();
  if (header.lexicon !== lexicon || (header.general !== null && header.general !== general))
    process.stderr.write(
      "dragoman: the model was trained with another lexicon or version; its figures may not hold, train it again for sure ones\n",
    );
}
