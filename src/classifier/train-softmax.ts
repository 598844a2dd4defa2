import type { FeatureRow } from "./feature-bag.ts";
import { minimise } from "./lbfgs.ts";
import { type SoftmaxModel, featureAt, softmax } from "./softmax.ts";

export interface LabelledRow {
  readonly features: FeatureRow;
  readonly label: string;
  /** How much the row counts; 1 when left out. */
  readonly weight?: number;
}

export interface TrainOptions {
  /** Strength of the pull of every weight towards nought. */
  readonly l2: number;
  /** Features in fewer rows are left out. */
  readonly minRows: number;
  readonly iterations: number;
  /** 0 lets a label count by its rows, 1 lets all labels count the same. */
  readonly balance: number;
}

export const TRAIN_DEFAULTS: TrainOptions = { l2: 1.5, minRows: 2, iterations: 50, balance: 1 };

interface Indexed {
  readonly at: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
  readonly weight: number;
}

/** Fits a softmax model with L2 by L-BFGS over all rows at once; labels in alphabetical order, the same model every time. */
export function trainSoftmax(rows: readonly LabelledRow[], options: TrainOptions): SoftmaxModel {
  const labels = [...new Set(rows.map((r) => r.label))].sort();
  const features = frequentFeatures(rows, options.minRows);
  const indexed = indexRows(rows, labels, features, options.balance);
  const n = labels.length;
  const x = new Float64Array((features.length + 1) * n);
  minimise((at, gradient) => loss(indexed, n, options.l2, at, gradient), x, {
    iterations: options.iterations,
    tolerance: 1e-4,
  });
  const split = features.length * n;
  return {
    labels,
    features,
    weights: Float32Array.from(x.subarray(0, split)),
    bias: Float32Array.from(x.subarray(split)),
  };
}

function frequentFeatures(rows: readonly LabelledRow[], minRows: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const { features } of rows) for (const id of features.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const kept = [...counts].filter(([, n]) => n >= minRows).map(([id]) => id);
  return Uint32Array.from(kept).sort();
}

function indexRows(
  rows: readonly LabelledRow[],
  labels: readonly string[],
  features: Uint32Array,
  balance: number,
): readonly Indexed[] {
  const total = new Map<string, number>();
  for (const r of rows) total.set(r.label, (total.get(r.label) ?? 0) + (r.weight ?? 1));
  const mean = [...total.values()].reduce((a, b) => a + b, 0) / labels.length;
  return rows.map(({ features: row, label, weight }) => {
    const at: number[] = [];
    const values: number[] = [];
    row.ids.forEach((id, i) => {
      const f = featureAt(features, id);
      if (f < 0) return;
      at.push(f);
      values.push(row.values[i] ?? 0);
    });
    return {
      at: Int32Array.from(at),
      values: Float32Array.from(values),
      label: labels.indexOf(label),
      weight: (weight ?? 1) * (mean / (total.get(label) ?? mean)) ** balance,
    };
  });
}

/** Negative log-likelihood with L2 on the weights, not on the biases, which stand after them. */
function loss(rows: readonly Indexed[], n: number, l2: number, x: Float64Array, gradient: Float64Array): number {
  const split = x.length - n;
  let value = 0;
  for (let i = 0; i < split; i++) {
    const w = x[i] ?? 0;
    value += 0.5 * l2 * w * w;
    gradient[i] = l2 * w;
  }
  gradient.fill(0, split);
  const p = new Float64Array(n);
  for (const { at, values, label, weight } of rows) {
    for (let c = 0; c < n; c++) p[c] = x[split + c] ?? 0;
    for (let i = 0; i < at.length; i++) {
      const base = (at[i] ?? 0) * n;
      const v = values[i] ?? 0;
      for (let c = 0; c < n; c++) p[c] = (p[c] ?? 0) + v * (x[base + c] ?? 0);
    }
    softmax(p);
    value -= weight * Math.log(Math.max(p[label] ?? 0, 1e-300));
    p[label] = (p[label] ?? 0) - 1;
    for (let c = 0; c < n; c++) gradient[split + c] = (gradient[split + c] ?? 0) + weight * (p[c] ?? 0);
    for (let i = 0; i < at.length; i++) {
      const base = (at[i] ?? 0) * n;
      const v = weight * (values[i] ?? 0);
      for (let c = 0; c < n; c++) gradient[base + c] = (gradient[base + c] ?? 0) + v * (p[c] ?? 0);
    }
  }
  return value;
}
