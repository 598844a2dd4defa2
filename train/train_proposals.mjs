/**
 * Trains the general model of models/en/proposals.bin on the sentences of train/events/*.tsv, all of our own writing.
 *
 *   npm run build && node train/train_proposals.mjs
 *
 * Each sentence is learned from twice: as the coder reads it, and without what the frames answer, so that the model also knows
 * what to say where they are silent. The same sentences give the same bytes. Prints cross-validated figures without frames.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../dist/src/core/errors.js";
import { createCoder, trainClassifier } from "../dist/src/index.js";
import { modelsDir, packageRoot } from "../dist/src/lexicon/package-files.js";
import { readLabels } from "../dist/src/readers/read-labels.js";

const FRAMELESS_WEIGHT = 0.5;
const TRAIN = { l2: 2, minRows: 3, iterations: 80, balance: 0.5 };

const folder = join(packageRoot, "train", "events");
const files = readdirSync(folder).filter((name) => name.endsWith(".tsv")).sort();
const coder = await createCoder();
const rows = [];
for (const item of files.flatMap((name) => readLabels(join(folder, name)))) {
  if ("issue" in item) {
    console.error(messageOf(item.issue.code, item.issue.data));
    process.exitCode = 1;
    continue;
  }
  const { row } = item;
  rows.push({ text: row.text, label: row.label, features: coder.features(row, { general: false }) });
  const frameless = coder.features(row, { general: false, frames: false });
  rows.push({ text: row.text, label: row.label, features: frameless, weight: FRAMELESS_WEIGHT });
}
const { lexicon } = await import("../dist/src/lexicon/load-compiled.js").then((m) => ({ lexicon: m.loadCompiledLexicon().version }));
const { bytes } = trainClassifier(rows, { lexicon, general: null }, { folds: 0, train: TRAIN });
writeFileSync(join(modelsDir, "proposals.bin"), bytes);
console.error(`${rows.length / 2} sentences of ${files.length} files, ${bytes.length} bytes`);
