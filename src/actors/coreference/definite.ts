import { baseRelation } from "../../core/sentence-graph.ts";
import { isTitleAlone, type Chain, type DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

const DEFINITE = new Set(["the", "this", "that", "these", "those", "said"]);
/** How many sentences back a description may reach. */
const REACH = 12;

/** The earlier chain that a definite description means: "the minister", "the protesters", "the South American country". */
export function chainByDescription(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  if (m.kind === "pronoun" || m.kind === "demonym" || m.reading.key !== null) return null;
  if (!isDefinite(m)) return null;
  const { kind } = m.reading;
  if (kind === "country") return countryMeant(m, ledger);
  let best: Chain | null = null;
  let bestScore = 0;
  const seen = new Set<Chain>();
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > REACH) break;
    if (seen.has(past.chain)) continue;
    seen.add(past.chain);
    const score = descriptionScore(m, past.chain) - (m.sentence - past.mention.sentence) * 0.1;
    if (score > bestScore) {
      best = past.chain;
      bestScore = score;
    }
  }
  return best ? { chain: best, reason: `description “${m.token.lower}”` } : byRole(m, ledger);
}

/** How many sentences back a name may stand of which a description tells for the first time what it is. */
const NAME_REACH = 1;

/** "Peter Halas … The journalist": the only person named before it whose role nothing has told yet. */
function byRole(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  const { kind, number, sectors, gender } = m.reading;
  if (kind !== "person" || number !== "singular" || sectors.length === 0 || m.kind !== "nominal") return null;
  if (m.token.deprel === "appos" || restrictions(m).length > 0) return null;
  if (!m.token.children.some((c) => m.view.token(c).lower === "the")) return null;
  let found: Chain | null = null;
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > NAME_REACH) break;
    const { chain } = past;
    if (chain === found || chain.kind !== "person" || chain.words.length === 0 || chain.key !== null) continue;
    if (chain.nouns.size > 0 || past.mention.sentence === m.sentence) continue;
    if (gender !== "unknown" && chain.gender !== "unknown" && gender !== chain.gender) continue;
    if (found) return null;
    found = chain;
  }
  return found ? { chain: found, reason: `role “${m.token.lower}” of the one named before` } : null;
}

function isDefinite(m: DraftMention): boolean {
  if (m.reading.kind === "organisation" && m.token.upos === "NOUN" && m.token.children.length === 0) return true;
  if (isBarePlural(m) || isTitleAlone(m.reading)) return true;
  return m.token.children.some((c) => DEFINITE.has(m.view.token(c).lower) && c < m.token.index);
}

/** "Protesters said …": in one report most often those told about before. */
function isBarePlural(m: DraftMention): boolean {
  if (m.token.xpos !== "NNS" || (m.reading.kind !== "person" && m.reading.kind !== "group")) return false;
  if (m.token.upos !== "NOUN" || m.reading.sectors.length === 0 || m.token.lower === m.token.lemma) return false;
  return m.token.children.every((c) => BESIDE.has(m.view.token(c).deprel));
}

/** "Three soldiers" are not those of the next "soldiers". */
function isCounted(m: DraftMention): boolean {
  return m.token.children.some((c) => m.view.token(c).deprel === "nummod");
}

const BESIDE = new Set(["case", "punct", "acl:relcl", "cc", "conj"]);

/** Above 0 when the description fits the chain: same noun, agreeing number, no modifier that the chain does not bear. */
function descriptionScore(m: DraftMention, chain: Chain): number {
  const r = m.reading;
  if (!r.nouns.some((n) => chain.nouns.has(n))) return 0;
  if (
    r.number !== "unknown" &&
    chain.number !== "unknown" &&
    r.number !== chain.number &&
    chain.kind !== "organisation"
  )
    return 0;
  if (r.code !== "" && chain.code !== "" && r.code !== chain.code) return 0;
  if (chain.kind === "country") return 0;
  if (isFarInstitution(m, chain)) return 0;
  if (isBarePlural(m) && (!chain.nouns.has(m.token.lemma) || chain.mentions.some(isCounted))) return 0;
  const own = restrictions(m);
  let score = 2;
  for (const word of own) {
    if (bears(chain, word)) score += 0.5;
    else if (m.view.knowledge.modifiers.get(word)?.effect === "sector" && chain.kind === "organisation") continue;
    else return 0;
  }
  // A bare "the protesters" may mean a narrower group named before, but not one that belongs to another country.
  if (chain.words.length > 0) score += 0.3;
  return score;
}

/**
 * "The government", "police" without more are those of the report's own country; another country's, named some sentences
 * before, are not taken up again so.
 */
function isFarInstitution(m: DraftMention, chain: Chain): boolean {
  const { kind } = m.reading;
  if (kind !== "organisation" && kind !== "group") return false;
  if (chain.code === "" || m.reading.key !== null || chain.words.length > 0) return false;
  return chain.code !== m.view.mainCountry && m.sentence - chain.last.sentence > 1;
}

/** Words that narrow the description down: adjectives, compounds, possessors, complements. */
function restrictions(m: DraftMention): readonly string[] {
  const out: string[] = [];
  for (const c of m.token.children) {
    const t = m.view.token(c);
    const relation = baseRelation(t.deprel);
    if (
      relation === "amod" ||
      relation === "compound" ||
      relation === "nmod" ||
      relation === "nummod" ||
      relation === "acl"
    )
      out.push(t.lower);
  }
  return out;
}

function bears(chain: Chain, word: string): boolean {
  return chain.mentions.some((p) => {
    for (let k = p.range.first; k <= p.range.last; k++) if (p.view.token(k).lower === word) return true;
    return false;
  });
}

/**
 * "Venezuelan officials met … in the South American country": the only country of the region that anybody before it belongs to, where
 * none was named. Null where there are several.
 */
export function onlyCountryOfRegion(m: DraftMention, ledger: Ledger): string | null {
  const { kind, region, number } = m.reading;
  const codes = region === null ? undefined : m.view.knowledge.regions.get(region);
  if (codes === undefined || kind !== "country" || number === "plural" || !isDefinite(m)) return null;
  const told = new Set(ledger.chains.map(({ code }) => code).filter((code) => codes.has(code)));
  const [only = null] = told;
  return told.size === 1 ? only : null;
}

/** "the country", "the South American nation": the country told about last and most, within the region if one is named. */
function countryMeant(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  if (m.reading.number === "plural") return null;
  const region = m.reading.region === null ? null : (m.view.knowledge.regions.get(m.reading.region) ?? null);
  let best: Chain | null = null;
  let bestScore = -1;
  for (const chain of ledger.chains) {
    if (chain.kind !== "country" || chain.members.length > 0) continue;
    if (region && !region.has(chain.code)) continue;
    const distance = m.sentence - chain.last.sentence;
    if (distance > REACH) continue;
    const subject = chain.last.token.deprel.startsWith("nsubj") ? 1 : 0;
    const score = Math.min(chain.mentions.length, 5) * 0.5 + subject + 3 / (1 + distance);
    if (score > bestScore) {
      best = chain;
      bestScore = score;
    }
  }
  return best ? { chain: best, reason: region ? `the country of that region` : "the country told about" } : null;
}
