/**
 * A model of one's own, shown on PLV: trained on the visible rows only, as a user would on labels of their own. Ten-fold
 * cross-validation on the visible rows, and the held-out rows by a model of all visible ones; held-out sentences are never shown.
 */
import { crossValidatedAnswers } from "../src/classifier/cross-validate.ts";
import { bestLabel } from "../src/classifier/softmax.ts";
import { decodeClassifier } from "../src/classifier/classifier-file.ts";
import { trainClassifier } from "../src/index.ts";
import { TRAIN_DEFAULTS } from "../src/classifier/train-softmax.ts";
import { unmark } from "../src/readers/relation-fields.ts";
import type { Answer } from "./classification.ts";
import { classificationFigures, labelTable } from "./classification.ts";
import { ErrorCounter } from "./error-counter.ts";
import { isHeldOut, pentaOf, type PlvRow, plvPath } from "./relation-sets.ts";
import { readRows } from "./json-lines.ts";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";

const FOLDS = 10;

/** `dragoman train` on PLV's own labels. */
export const TRAINED_PLV: EvalSet = {
  name: "plv-trained",
  title:
    "PLV with a model trained on its visible rows: ten-fold on these, and the held-out rows by a model of all of them",
  run(tools) {
    const path = plvPath(tools.data);
    const rows = readRows<PlvRow>(path);
    return rows === null ? { absent: path } : scoreTrained(rows, tools);
  },
};

function scoreTrained(rows: readonly PlvRow[], { coder }: EvalTools): SetReport {
  const read = rows.map((row) => {
    const input = { id: row.id, ...unmark(row.marked) };
    return { row, text: input.text, label: row.root, features: coder.features(input) };
  });
  const visible = read.filter(({ row }) => !isHeldOut(row.id));
  const heldOut = read.filter(({ row }) => isHeldOut(row.id));
  const folded = crossValidatedAnswers(visible, FOLDS, TRAIN_DEFAULTS);
  const errors = new ErrorCounter();
  folded.forEach(({ gold, answer }, i) => {
    const row = visible[i]?.row;
    if (row && gold !== answer) errors.add(`${gold} coded ${answer ?? "nothing"}`, `${row.id} ${row.marked}`);
  });
  const { bytes } = trainClassifier(visible, coder.featureVersions(), { folds: 0 });
  const { model } = decodeClassifier(bytes, "trained on PLV");
  const unseen = heldOut.map(({ label, features }) => ({ gold: label, answer: bestLabel(model, features).label }));
  return {
    set: TRAINED_PLV.name,
    title: TRAINED_PLV.title,
    figures: [...figuresOf("ten-fold", folded), ...figuresOf("held out", unseen)],
    tables: [labelTable("ten-fold on the visible part by label", folded)],
    errors: errors.list(),
    failures: [],
    notes: [`the model file has ${Math.round(bytes.length / 1000)} kB`],
  };
}

function figuresOf(name: string, answers: readonly Answer[]): SetReport["figures"] {
  const penta = answers.map(({ gold, answer }) => ({ gold: pentaOf(gold) ?? "", answer: pentaOf(answer) }));
  return [...classificationFigures(name, answers), ...classificationFigures(`${name} penta`, penta)];
}
