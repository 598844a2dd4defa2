import { isReflexive, reflexiveSubject } from "./binding.ts";
import { candidatesOf, pronounClassOf, type Candidate, type PronounClass } from "./candidates.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { featuresOf } from "./pronoun-features.ts";

/** Trained weights of what speaks for an antecedent, in hundredths, for "he" and "she", "they", and "it". */
export type PronounWeights = Readonly<Record<PronounClass, Readonly<Record<string, number>>>>;

/** Picks one of the candidates of a pronoun; null for none. */
export type PronounChooser = (m: DraftMention, candidates: readonly Candidate[], ledger: Ledger) => Candidate | null;

/** The most likely antecedent of a third-person pronoun among the chains before it; null when none agrees with it. */
export function chainByPronoun(
  m: DraftMention,
  ledger: Ledger,
  choose: PronounChooser,
): { chain: Chain; reason: string } | null {
  const candidates = candidatesOf(m, ledger);
  if (isReflexive(m)) {
    const subject = ledger.at(m.sentence, reflexiveSubject(m));
    const own = candidates.find((c) => c.chain === subject);
    if (own) return { chain: own.chain, reason: `pronoun “${m.token.lower}” of the subject` };
  }
  const chosen = choose(m, candidates, ledger);
  return chosen ? { chain: chosen.chain, reason: `pronoun “${m.token.lower}”` } : null;
}

/** Chooses the candidate with the highest sum of the weights. */
export function chooserOf(tables: PronounWeights): PronounChooser {
  return (m, candidates, ledger) => {
    if (candidates.length < 2) return candidates[0] ?? null;
    const weights = tables[pronounClassOf(m)];
    let best: Candidate | null = null;
    let most = -Infinity;
    featuresOf(m, candidates, ledger).forEach((features, i) => {
      let sum = 0;
      for (const f of features) sum += weights[f] ?? 0;
      if (sum > most) {
        most = sum;
        best = candidates[i] ?? null;
      }
    });
    return best;
  };
}
