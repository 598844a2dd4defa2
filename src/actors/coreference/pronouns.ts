import { isReflexive, reflexiveSubject } from "./binding.ts";
import { candidatesOf, pronounClassOf, type Candidate } from "./candidates.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { featuresOf } from "./pronoun-features.ts";
import { WEIGHTS } from "./pronoun-weights.ts";

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

/** The candidate with the highest sum of the trained weights. */
export function likeliest(m: DraftMention, candidates: readonly Candidate[], ledger: Ledger): Candidate | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  const weights = WEIGHTS[pronounClassOf(m)];
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
}
