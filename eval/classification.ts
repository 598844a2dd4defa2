import { bootstrapInterval } from "./bootstrap.ts";
import type { EvalTable, Figure } from "./set-report.ts";

/** A gold label and the label that was answered; null is no answer and always wrong. */
export interface Answer {
  readonly gold: string;
  readonly answer: string | null;
}

/** Share of right answers in per cent. */
export function accuracy(rows: readonly Answer[]): number {
  return rows.length === 0 ? 0 : (100 * rows.filter((row) => row.gold === row.answer).length) / rows.length;
}

interface LabelCounts {
  gold: number;
  answered: number;
  right: number;
}

function countLabels(rows: readonly Answer[]): ReadonlyMap<string, LabelCounts> {
  const counts = new Map<string, LabelCounts>();
  const of = (label: string): LabelCounts => {
    let entry = counts.get(label);
    if (entry === undefined) counts.set(label, (entry = { gold: 0, answered: 0, right: 0 }));
    return entry;
  };
  for (const { gold, answer } of rows) {
    of(gold).gold++;
    if (answer !== null) of(answer).answered++;
    if (answer === gold) of(gold).right++;
  }
  return counts;
}

function f1(n: LabelCounts): number {
  return n.right === 0 ? 0 : (200 * n.right) / (n.gold + n.answered);
}

/** Mean F1 in per cent over the labels that occur in the gold. */
export function macroF1(rows: readonly Answer[]): number {
  const labels = [...countLabels(rows).values()].filter((n) => n.gold > 0);
  return labels.length === 0 ? 0 : labels.reduce((sum, n) => sum + f1(n), 0) / labels.length;
}

/** Macro-F1 and accuracy, each with its interval over rows. */
export function classificationFigures(name: string, rows: readonly Answer[]): readonly Figure[] {
  const figure = (measure: string, statistic: (rows: readonly Answer[]) => number): Figure => ({
    name: `${name} ${measure}`.trim(),
    value: statistic(rows),
    unit: "%",
    interval: bootstrapInterval(rows, statistic),
    of: rows.length,
  });
  return [figure("macro-F1", macroF1), figure("accuracy", accuracy)];
}

/** Precision, recall and F1 of each label. */
export function labelTable(title: string, rows: readonly Answer[]): EvalTable {
  const counts = [...countLabels(rows)].sort(([a], [b]) => (a < b ? -1 : 1));
  const share = (part: number, whole: number): string => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
  return {
    title,
    columns: ["label", "gold", "precision", "recall", "F1"],
    rows: counts.map(([label, n]) => [
      label,
      n.gold,
      share(n.right, n.answered),
      share(n.right, n.gold),
      f1(n).toFixed(1),
    ]),
  };
}
