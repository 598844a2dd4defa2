import type { FeatureBag } from "./feature-bag.ts";
import { probabilities, type SoftmaxModel } from "./softmax.ts";

/** Probabilities below this say the same: not that. */
const FLOOR = 1e-3;
/** Chosen by cross-validation; the scores then weigh about as much as a dozen plain features. */
const SCALE = 0.6;

/**
 * The general model's scores as features, so that a model for other labels starts from what it knows: logarithms of its
 * probabilities about their mean.
 */
export function addGeneralScores(bag: FeatureBag, general: SoftmaxModel): void {
  const logs = probabilities(general, bag.row()).map((p) => Math.log(Math.max(p, FLOOR)));
  const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
  general.labels.forEach((label, c) => bag.add(`general ${label}`, SCALE * ((logs[c] ?? 0) - mean)));
}
