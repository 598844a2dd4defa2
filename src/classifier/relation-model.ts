import { bestLabel, featureAt } from "./softmax.ts";
import type { Classifier } from "./classifier-file.ts";
import type { FeatureBag } from "./feature-bag.ts";
import { featureHash } from "./feature-hash.ts";

/** What a classifier says of a row. */
export interface Classified {
  readonly label: string;
  readonly probability: number;
  /** The features that speak most for the label, strongest first. */
  readonly reasons: readonly string[];
}

const MAX_REASONS = 3;

/** The likeliest label with the features that speak most for it. */
export function classify({ model }: Classifier, bag: FeatureBag): Classified {
  const { label, probability } = bestLabel(model, bag.row());
  const n = model.labels.length;
  const c = model.labels.indexOf(label);
  const parts = bag.entries().flatMap(([name, value]) => {
    const f = featureAt(model.features, featureHash(name));
    if (f < 0) return [];
    let mean = 0;
    for (let k = 0; k < n; k++) mean += (model.weights[f * n + k] ?? 0) / n;
    return [{ name, part: value * ((model.weights[f * n + c] ?? 0) - mean) }];
  });
  parts.sort((a, b) => b.part - a.part || (a.name < b.name ? -1 : 1));
  const reasons = parts.slice(0, MAX_REASONS).filter((p) => p.part > 0);
  return { label, probability, reasons: reasons.map((p) => p.name) };
}
