import { FeatureBag } from "./feature-bag.ts";
import { addFrameFeatures } from "./frame-features.ts";
import { addPredicateFeatures, type PredicateTools } from "./predicate-features.ts";
import type { RowReading, SentenceReading } from "./row-reading.ts";
import { addWordFeatures } from "./word-features.ts";

/** All features of a row: what the frames answer, the predicates between the roles, and the words around them. */
export function relationFeatures(reading: RowReading, tools: PredicateTools): FeatureBag {
  const bag = new FeatureBag();
  addFrameFeatures(bag, reading);
  const main = mainSentence(reading);
  if (main) {
    addPredicateFeatures(bag, main, tools);
    addWordFeatures(bag, main, reading.index);
  }
  return bag;
}

/** The sentence that holds both roles, else one of them, else the first. */
function mainSentence({ sentences }: RowReading): SentenceReading | undefined {
  const roles = (s: SentenceReading): number => (s.source.size ? 1 : 0) + (s.target.size ? 1 : 0);
  return [...sentences].sort((a, b) => roles(b) - roles(a))[0];
}
