import type { TrainingRow } from "../../classifier/cross-validate.ts";
import type { AnswerFigures } from "../../classifier/label-figures.ts";
import { trainClassifier } from "../../classifier/train-classifier.ts";
import { type Coder, createCoder } from "../../coder/create-coder.ts";
import { AppError } from "../../core/errors.ts";
import { type LabelRow, readLabels } from "../../readers/read-labels.ts";
import { formatFigures } from "../label-table.ts";
import { IssueLog } from "../issue-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { writeWhole } from "../write-whole.ts";

/** The command's options as commander gives them. */
export interface TrainCommandOptions {
  readonly out: string;
  readonly folds: number;
  readonly json?: boolean;
  readonly lexicon?: string;
}

/** `dragoman train`: hand labels in, a model for `relate --model` and its cross-validated figures out. */
export async function runTrain(files: readonly string[], options: TrainCommandOptions): Promise<void> {
  const labels = readAll(files);
  if (labels === null) return;
  const coder = await createCoder(options.lexicon === undefined ? {} : { lexicon: options.lexicon });
  const rows = withFeatures(labels, coder);
  const progress = new ProgressLine();
  const { bytes, figures } = trainClassifier(rows, coder.featureVersions(), {
    folds: options.folds,
    onFold: (done) => progress.step(done, `folds of ${options.folds} trained`),
  });
  progress.clear();
  save(options.out, bytes);
  process.stdout.write(options.json ? `${JSON.stringify(summary(options.out, bytes, rows, figures))}\n` : "");
  if (!options.json && figures) process.stdout.write(`${formatFigures(figures, options.folds)}\n`);
  process.stderr.write(`dragoman: ${rows.length} rows learned, ${options.out} has ${kilobytes(bytes)} kB\n`);
}

/** All rows, or null after every fault has been told: a model of half the labels would be none that was asked for. */
function readAll(files: readonly string[]): readonly LabelRow[] | null {
  const log = new IssueLog();
  const rows: LabelRow[] = [];
  let faults = 0;
  for (const item of files.flatMap(readLabels)) {
    if ("row" in item) rows.push(item.row);
    else if (++faults) log.refuse(item.issue);
  }
  if (faults === 0) return rows;
  process.stderr.write(`dragoman: nothing was trained; mend ${faults === 1 ? "this row" : "these rows"} first\n`);
  process.exitCode = 1;
  return null;
}

function withFeatures(labels: readonly LabelRow[], coder: Coder): readonly TrainingRow[] {
  const progress = new ProgressLine();
  const rows = labels.map((row, i) => {
    const features = coder.features(row);
    progress.step(i + 1, "sentences read");
    return { text: row.text, label: row.label, features };
  });
  progress.clear();
  return rows;
}

function save(path: string, bytes: Uint8Array): void {
  try {
    writeWhole(path, bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("OPTION_VALUE", { option: "--out", value: path, reason }, { cause });
  }
}

function summary(path: string, bytes: Uint8Array, rows: readonly TrainingRow[], figures: AnswerFigures | null): object {
  return { model: path, bytes: bytes.length, rows: rows.length, figures };
}

function kilobytes(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / 1000);
}
