import { baseRelation } from "../../core/sentence-graph.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

/** How many sentences back the antecedent of a pronoun may stand. */
const REACH = 3;

/** Weight of the grammatical role in which a candidate stands. */
const ROLE: Readonly<Record<string, number>> = {
  nsubj: 30,
  obj: 14,
  iobj: 14,
  "nmod:poss": 12,
  obl: 8,
  nmod: 4,
  appos: 6,
  conj: 10,
  root: 12,
  compound: -6,
  amod: -12,
};

/** The most likely antecedent of a third-person pronoun among the chains before it; null when none agrees with it. */
export function chainByPronoun(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  let best: Chain | null = null;
  let bestScore = -Infinity;
  const seen = new Set<Chain>();
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > REACH) break;
    const { chain } = past;
    if (seen.has(chain)) continue;
    const coArgument = past.mention.sentence === m.sentence && clashes(m, past.mention);
    if (coArgument) continue;
    seen.add(chain);
    if (!agrees(m, chain)) continue;
    const score = salience(m, past.mention, chain);
    if (score > bestScore) {
      best = chain;
      bestScore = score;
    }
  }
  return best ? { chain: best, reason: `pronoun “${m.token.lower}”, salience ${bestScore.toFixed(0)}` } : null;
}

/** A plain pronoun is not its fellow argument ("he met him") nor the owner of itself. */
function clashes(m: DraftMention, past: DraftMention): boolean {
  if (m.token.lower.endsWith("sel" + "f") || m.token.lower.endsWith("selves")) return false;
  if (past.token.index === m.token.head) return true;
  if (m.token.deprel === "nmod:poss") return past.range.first <= m.token.index && m.token.index <= past.range.last;
  return past.token.head === m.token.head && past.token.head >= 0;
}

function agrees(m: DraftMention, chain: Chain): boolean {
  const { number, gender } = m.reading;
  if (gender === "male" || gender === "female") return agreesAsPerson(gender, chain);
  if (number === "singular") return agreesAsThing(chain);
  return agreesAsPlural(chain);
}

function agreesAsPerson(gender: "male" | "female", chain: Chain): boolean {
  if (chain.number === "plural" || chain.members.length > 0) return false;
  if (chain.kind !== "person" && !(chain.kind === "unknown" && chain.words.length > 0 && isBareName(chain)))
    return false;
  return chain.gender === "unknown" || chain.gender === gender;
}

/** A name of unknown kind may be a person's if it takes no article. */
function isBareName(chain: Chain): boolean {
  const first = chain.mentions[0];
  return first !== undefined && !first.token.children.some((c) => first.view.token(c).deprel === "det");
}

function agreesAsThing(chain: Chain): boolean {
  if (chain.kind === "person" || chain.members.length > 0) return false;
  return chain.number !== "plural" || chain.kind === "organisation";
}

function agreesAsPlural(chain: Chain): boolean {
  if (chain.members.length > 0 || chain.number === "plural") return true;
  return (chain.kind === "organisation" || chain.kind === "group") && chain.number !== "singular"
    ? true
    : chain.kind === "organisation" || chain.kind === "group";
}

function salience(m: DraftMention, past: DraftMention, chain: Chain): number {
  const distance = m.sentence - past.sentence;
  // A person is taken up over longer stretches than a thing, and the person told about most is the likelier one.
  const person = m.reading.gender === "male" || m.reading.gender === "female";
  let score = (person ? -20 : -30) * distance + (ROLE[past.token.deprel] ?? ROLE[baseRelation(past.token.deprel)] ?? 0);
  score += Math.min(chain.mentions.length, 10) * (person ? 4 : 3);
  if (past.kind === "name") score += 4;
  if (past.kind === "pronoun" && past.token.lower === m.token.lower) score += 12;
  if (distance === 0) score += sameClauseBonus(m, past);
  if (m.token.deprel.startsWith("nsubj") && past.token.deprel.startsWith("nsubj")) score += 6;
  return score + kindBonus(m, chain, past);
}

/** A possessive looks first at the subject of its own clause. */
function sameClauseBonus(m: DraftMention, past: DraftMention): number {
  if (m.token.deprel !== "nmod:poss" || !past.token.deprel.startsWith("nsubj")) return 4;
  let at = m.token;
  for (let depth = 0; depth < 6 && at.head >= 0; depth++) {
    if (at.head === past.token.head) return 16;
    at = m.view.token(at.head);
  }
  return 4;
}

function kindBonus(m: DraftMention, chain: Chain, past: DraftMention): number {
  const plural = m.reading.number === "plural";
  if (m.reading.gender === "male" || m.reading.gender === "female") {
    if (chain.kind === "unknown") return -20;
    return chain.gender === m.reading.gender ? 6 : 0;
  }
  if (plural) {
    if (chain.kind === "person" || chain.kind === "group") return 8;
    return chain.kind === "organisation" && chain.number !== "plural" ? -10 : chain.kind === "thing" ? -4 : 0;
  }
  if (chain.kind === "organisation" || chain.kind === "country") return 8;
  return chain.kind === "group" ? 2 : past.kind === "name" ? 0 : -4;
}
