import { AppError } from "../core/errors.ts";
import { type ClassifierHeader, encodeClassifier } from "./classifier-file.ts";
import { crossValidatedAnswers, type FoldListener, type TrainingRow } from "./cross-validate.ts";
import { type AnswerFigures, answerFigures } from "./label-figures.ts";
import { TRAIN_DEFAULTS, type TrainOptions, trainSoftmax } from "./train-softmax.ts";

export interface ClassifierOptions {
  /** Folds of the cross-validation; 0 leaves it out. Ten when not given. */
  readonly folds?: number;
  readonly train?: Partial<TrainOptions>;
  readonly onFold?: FoldListener;
}

/** A trained model as the bytes of its file, with the cross-validated figures that also stand in it. */
export interface TrainedClassifier {
  readonly bytes: Uint8Array;
  readonly figures: AnswerFigures | null;
}

/**
 * Trains a classifier on labelled rows, after measuring by cross-validation how well it does on rows it has not seen. The same
 * rows give the same bytes.
 *
 * @example
 * const rows = labels.map(({ label, ...row }) => ({ label, text: row.text, features: coder.features(row) }));
 * const { bytes, figures } = trainClassifier(rows, coder.featureVersions());
 */
export function trainClassifier(
  rows: readonly TrainingRow[],
  about: Pick<ClassifierHeader, "lexicon" | "general">,
  options: ClassifierOptions = {},
): TrainedClassifier {
  const labels = new Set(rows.map((r) => r.label));
  if (labels.size < 2)
    throw new AppError("TRAIN_ROWS", { reason: `they hold ${labels.size} categories; give rows of at least two` });
  const train = { ...TRAIN_DEFAULTS, ...options.train };
  const folds = Math.min(options.folds ?? 10, rows.length);
  const figures = folds < 2 ? null : answerFigures(crossValidatedAnswers(rows, folds, train, options.onFold));
  const bytes = encodeClassifier(trainSoftmax(rows, train), { ...about, rows: rows.length, figures, folds });
  return { bytes, figures };
}
