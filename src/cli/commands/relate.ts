import type { Classifier } from "../../classifier/classifier-file.ts";
import { type Coder, createCoder } from "../../coder/create-coder.ts";
import { readClassifier } from "../../lexicon/classifier-files.ts";
import { relationReader } from "../../readers/relation-fields.ts";
import { eachRecord } from "../each-record.ts";
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
  const finish = await eachRecord(sources, relationReader, { noun: "row", done: "related" }, async (row) => {
    const relation = model ? coder.relateWith(model, row, how) : coder.relate(row, how);
    await writeOut(`${JSON.stringify(relation)}\n`);
  });
  finish();
}

/** A model works with another lexicon too, but its figures were measured with its own. */
function warnOfOthers({ header }: Classifier, coder: Coder): void {
  const { lexicon, general } = coder.featureVersions();
  if (header.lexicon !== lexicon || (header.general !== null && header.general !== general))
    process.stderr.write(
      "dragoman: the model was trained with another lexicon or version; its figures may not hold, train it again for sure ones\n",
    );
}
