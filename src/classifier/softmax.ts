import type { FeatureRow } from "./feature-bag.ts";

/** A linear model over hashed features: `weights[f * labels + c]`, features in rising order of their number. */
export interface SoftmaxModel {
  readonly labels: readonly string[];
  readonly features: Uint32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Place of a feature in the model, -1 for one that was never seen. */
export function featureAt(features: Uint32Array, id: number): number {
  let low = 0;
  let high = features.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const at = features[mid] ?? 0;
    if (at === id) return mid;
    if (at < id) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}

/** Probability of each label, in the order of `labels`. */
export function probabilities(model: SoftmaxModel, row: FeatureRow): Float64Array {
  const n = model.labels.length;
  const scores = Float64Array.from(model.bias);
  for (let i = 0; i < row.ids.length; i++) {
    const f = featureAt(model.features, row.ids[i] ?? 0);
    if (f < 0) continue;
    const v = row.values[i] ?? 0;
    for (let c = 0; c < n; c++) scores[c] = (scores[c] ?? 0) + v * (model.weights[f * n + c] ?? 0);
  }
  return softmax(scores);
}

/** The likeliest label; of equals the first in alphabetical order. */
export function bestLabel(
  model: SoftmaxModel,
  row: FeatureRow,
): { readonly label: string; readonly probability: number } {
  const p = probabilities(model, row);
  let best = 0;
  for (let c = 1; c < p.length; c++) if ((p[c] ?? 0) > (p[best] ?? 0)) best = c;
  return { label: model.labels[best] ?? "", probability: p[best] ?? 0 };
}

/** In place. */
export function softmax(scores: Float64Array): Float64Array {
  let max = -Infinity;
  for (const s of scores) if (s > max) max = s;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp((scores[c] ?? 0) - max);
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
  return scores;
}
