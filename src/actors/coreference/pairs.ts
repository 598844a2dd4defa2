import type { HeadClass } from "../../lexicon/actor-tables.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

const REACH = 3;

/** True for "both", "both sides", "the two countries", "each other", "the two": words for two parties named before. */
export function meansPair(m: DraftMention): boolean {
  const { token, view } = m;
  if (token.lower === "both" && token.upos === "DET") return true;
  if (token.lower === "two" && hasDefinite(m)) return true;
  if (token.xpos !== "NNS" && token.xpos !== "NNPS") return false;
  const two = token.children.some((c) => view.token(c).lower === "two");
  const both = token.children.some((c) => view.token(c).lower === "both");
  const modified = token.children.some((c) => /^(?:nmod|acl|compound)/.test(view.token(c).deprel));
  return !modified && (both || (two && hasDefinite(m))) && pairClass(m) !== null;
}

function hasDefinite(m: DraftMention): boolean {
  return m.token.children.some((c) => /^(?:the|these|those)$/.test(m.view.token(c).lower));
}

function pairClass(m: DraftMention): HeadClass | "side" | null {
  const { pronouns, heads } = m.view.knowledge;
  if ((pronouns.get(m.token.lemma) ?? pronouns.get(m.token.lower))?.class === "pair") return "side";
  const cls = heads.match(m.view.sentence, m.token.index)?.row.class ?? null;
  return cls === "person" || cls === "country" || cls === "group" || cls === "body" ? cls : null;
}

/** "The two ministers" after "the foreign ministers of Peru and Chile": a pair that was named in one phrase. */
export function earlierPair(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  const cls = pairClass(m);
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > REACH) return null;
    const { chain } = past;
    if (chain.members.length !== 2 || past.mention.kind === "pronoun") continue;
    if (cls === "country" && chain.kind !== "country") continue;
    if (cls === "side" || m.reading.nouns.some((n) => chain.nouns.has(n)))
      return { chain, reason: "the pair named before" };
  }
  return null;
}

/** The two parties that stand nearest before the mention and could be meant; fewer than two count as none. */
export function pairMembers(m: DraftMention, own: Chain, ledger: Ledger): readonly Chain[] {
  const cls = pairClass(m);
  const found: Chain[] = [];
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > REACH) break;
    if (found.length >= 2) break;
    const { chain } = past;
    if (
      chain === own ||
      !couldBe(chain, cls) ||
      found.some((f) => f === chain || (f.code !== "" && f.code === chain.code && cls !== "person"))
    )
      continue;
    found.push(chain);
  }
  return found.length === 2 ? found.reverse() : [];
}

function couldBe(chain: Chain, cls: HeadClass | "side" | null): boolean {
  if (chain.members.length > 0) return false;
  if (cls === "person") return chain.kind === "person" && chain.number !== "plural";
  if (cls === "country") return chain.kind === "country";
  if (chain.code === "" && chain.sectors.length === 0) return false;
  return chain.kind === "country" || chain.kind === "organisation" || chain.kind === "group" || chain.kind === "person";
}

/** For "they" without a plural before it: the conjuncts of a coordination, or subject and object of the sentence before. */
export function joinedAntecedents(m: DraftMention, ledger: Ledger): readonly Chain[] {
  for (let distance = 0; distance <= 1; distance++) {
    const parties: Chain[] = [];
    for (const past of ledger.history) {
      if (m.sentence - past.mention.sentence !== distance || past.mention.kind === "demonym") continue;
      const { chain } = past;
      if (
        parties.includes(chain) ||
        past.mention.kind === "pronoun" ||
        chain.number === "plural" ||
        chain.members.length > 0
      )
        continue;
      const actor = chain.kind === "person" || chain.kind === "country" || chain.kind === "organisation";
      if (actor && isCoreArgument(past.mention)) parties.push(chain);
    }
    if (parties.length >= 2) return parties.slice(0, 4);
  }
  return [];
}

function isCoreArgument(m: DraftMention): boolean {
  let t = m.token;
  while (t.deprel === "conj" && t.head >= 0) t = m.view.token(t.head);
  if (/^(?:nsubj|obj|iobj|obl:agent)/.test(t.deprel)) return true;
  return t.deprel === "obl" && t.children.some((c) => m.view.token(c).lower === "with");
}
