import { baseRelation } from "../../core/sentence-graph.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

/** Links that syntax makes inside a sentence: apposition, relative pronouns, and "X is the Y of Z". */
export function chainByStructure(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  const { token } = m;
  const full = bracketed(m, ledger);
  if (full) return { chain: full, reason: "abbreviation in brackets" };
  if (token.deprel === "appos") return link(apposed(m, ledger), "apposition");
  if (m.kind === "pronoun" && (token.xpos === "WDT" || token.xpos === "WP" || token.xpos === "WP$"))
    return link(relativeHead(m, ledger), "relative pronoun");
  return link(copulaSubject(m, ledger), "subject of the copula");
}

function link(chain: Chain | null, reason: string): { chain: Chain; reason: string } | null {
  return chain ? { chain, reason } : null;
}

/** "Syrian Democratic Forces (SDF)": capitals in brackets right behind a name that begins with the same letter. */
function bracketed(m: DraftMention, ledger: Ledger): Chain | null {
  const { tokens } = m.view.sentence;
  const { form, index } = m.token;
  if (m.range.first !== index || m.range.last !== index || !/^\p{Lu}[\p{L}&-]*\p{Lu}$/u.test(form)) return null;
  if (tokens[index - 1]?.form !== "(" || tokens[index + 1]?.form !== ")") return null;
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (past?.mention.sentence !== m.sentence) return null;
    if (past.mention.range.last !== index - 2) continue;
    const { chain, mention } = past;
    const fits = chain.kind !== "person" && chain.kind !== "country" && chain.words.length > 1;
    const known = m.reading.key !== null && chain.key !== null && m.reading.key !== chain.key;
    if (fits && !known && opensWith(mention, form.charAt(0))) return chain;
  }
  return null;
}

/** Whether a capitalised word of the phrase begins with the letter. */
function opensWith(m: DraftMention, letter: string): boolean {
  for (let k = m.range.first; k <= m.range.last; k++) if (m.view.token(k).form.startsWith(letter)) return true;
  return false;
}

function apposed(m: DraftMention, ledger: Ledger): Chain | null {
  const chain = ledger.at(m.sentence, m.token.head);
  if (!chain) return null;
  const r = m.reading;
  const places = new Set(["place", "country"]);
  if (places.has(r.kind) && places.has(chain.kind)) return null;
  if (places.has(r.kind) !== places.has(chain.kind) && chain.kind !== "unknown" && r.kind !== "unknown") return null;
  if ((r.number === "plural") !== (chain.number === "plural")) return null;
  if (chain.key !== null && r.key !== null && chain.key !== r.key) return null;
  if (r.kind === "person" && chain.kind === "thing") return null;
  return chain;
}

function relativeHead(m: DraftMention, ledger: Ledger): Chain | null {
  let at = m.token;
  for (let depth = 0; depth < 8 && at.head >= 0; depth++) {
    if (at.deprel === "acl:relcl") return ledger.at(m.sentence, at.head);
    at = m.view.token(at.head);
  }
  // "France, whose troops left, said": where syntax shows no relative clause, the noun before the comma.
  const before = m.view.sentence.tokens[m.token.index - 1]?.form === "," ? m.token.index - 2 : -1;
  return before >= 0 ? ledger.at(m.sentence, before) : null;
}

/** "Brandt is the foreign minister": the predicate tells about its subject. Negated and hypothetical ones do not. */
function copulaSubject(m: DraftMention, ledger: Ledger): Chain | null {
  if (m.kind !== "nominal" || m.reading.kind !== "person" || m.reading.number === "plural") return null;
  let subject = -1;
  let copula = false;
  for (const c of m.token.children) {
    const t = m.view.token(c);
    const relation = baseRelation(t.deprel);
    if (relation === "cop" && (t.lower === "is" || t.lower === "was" || t.lower === "'s")) copula = true;
    else if (relation === "nsubj") subject = c;
    else if (relation === "aux" || t.lower === "not" || t.lower === "n't" || t.lower === "no") return null;
  }
  if (!copula || subject < 0) return null;
  const chain = ledger.at(m.sentence, subject);
  if (!chain || chain.number === "plural") return null;
  return chain.kind === "person" || (chain.kind === "unknown" && chain.words.length > 0) ? chain : null;
}
