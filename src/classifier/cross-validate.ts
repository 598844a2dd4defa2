import { assignFolds } from "./folds.ts";
import type { LabelAnswer } from "./label-figures.ts";
import { bestLabel } from "./softmax.ts";
import { type LabelledRow, type TrainOptions, trainSoftmax } from "./train-softmax.ts";

/** A hand-labelled row with its features. */
export interface TrainingRow extends LabelledRow {
  readonly text: string;
}

/** Called after each fold. */
export type FoldListener = (done: number, folds: number) => void;

/** Each row's answer, in the order of the rows, by a model that has not seen it: trained on all folds but the row's own. */
export function crossValidatedAnswers(
  rows: readonly TrainingRow[],
  folds: number,
  options: TrainOptions,
  onFold: FoldListener = () => undefined,
): readonly LabelAnswer[] {
  const foldOf = assignFolds(rows, folds);
  const answers: LabelAnswer[] = rows.map((row) => ({ gold: row.label, answer: null }));
  for (let fold = 0; fold < folds; fold++) {
    const model = trainSoftmax(
      rows.filter((_, i) => foldOf[i] !== fold),
      options,
    );
    rows.forEach(({ label, features }, i) => {
      if (foldOf[i] === fold) answers[i] = { gold: label, answer: bestLabel(model, features).label };
    });
    onFold(fold + 1, folds);
  }
  return answers;
}
