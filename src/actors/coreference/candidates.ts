import { baseRelation } from "../../core/sentence-graph.ts";
import { boundChains, isReflexive } from "./binding.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

export type PronounClass = "person" | "plural" | "thing";

/** A chain that a pronoun may mean, with its mention that stands best: in the nearest sentence, highest in the clause. */
export interface Candidate {
  readonly chain: Chain;
  readonly mention: DraftMention;
  /** 0 for the chain that was mentioned last, counted among the candidates. */
  readonly rank: number;
}

/** How many sentences back the antecedent may stand. */
const REACH: Readonly<Record<PronounClass, number>> = { person: 15, plural: 6, thing: 4 };

/** Prominence of the relations, highest first. */
const PROMINENCE = ["nsubj", "obj", "iobj", "root", "obl", "nmod"];

export function pronounClassOf(m: DraftMention): PronounClass {
  const { gender, number } = m.reading;
  if (gender === "male" || gender === "female") return "person";
  return number === "singular" ? "thing" : "plural";
}

/** The chains before a pronoun that agree with it and that its place does not rule out, the last mentioned first. */
export function candidatesOf(m: DraftMention, ledger: Ledger): readonly Candidate[] {
  const cls = pronounClassOf(m);
  const bound = boundChains(m, ledger);
  const found = new Map<Chain, DraftMention>();
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > REACH[cls]) break;
    const { chain, mention } = past;
    if (isRelative(mention)) continue;
    const better = found.get(chain);
    if (better === undefined) {
      if (!bound.has(chain) && agrees(m, cls, chain)) found.set(chain, mention);
    } else if (better.sentence === mention.sentence && prominence(mention) < prominence(better))
      found.set(chain, mention);
  }
  return [...found].map(([chain, mention], rank) => ({ chain, mention, rank }));
}

const KEPT = new Set(["nmod:poss", "obl:agent", "obl:unmarked", "nmod:unmarked", "nsubj:pass"]);

/** The relation of a mention, that of the first conjunct for a later one. */
export function roleOf(m: DraftMention): string {
  let t = m.token;
  for (let depth = 0; depth < 6 && t.deprel === "conj" && t.head >= 0; depth++) t = m.view.token(t.head);
  return KEPT.has(t.deprel) ? t.deprel : baseRelation(t.deprel);
}

function prominence(m: DraftMention): number {
  const at = PROMINENCE.indexOf(baseRelation(m.token.deprel));
  return at < 0 ? PROMINENCE.length : at;
}

function agrees(m: DraftMention, cls: PronounClass, chain: Chain): boolean {
  if (isFirstPerson(chain)) return false;
  if (cls === "person") return agreesAsPerson(m, chain);
  if (cls === "thing") return agreesAsThing(chain);
  return isReflexive(m) ? chain.number !== "singular" : true;
}

/** "I" and "we". */
function isFirstPerson(chain: Chain): boolean {
  const first = chain.mentions[0];
  return first?.kind === "pronoun" && first.view.knowledge.pronouns.get(first.token.lower)?.class === "speaker";
}

/** "Kyrgyzstan, which …": the noun itself stands higher. */
function isRelative(m: DraftMention): boolean {
  return m.kind === "pronoun" && m.view.knowledge.pronouns.get(m.token.lower)?.class === "relative";
}

/** Nouns of persons that no table knows: "cellist", "librarian". */
const DOER = /(?:ist|ian|man|woman|boy|girl|kid|child)$/;

function agreesAsPerson(m: DraftMention, chain: Chain): boolean {
  if (chain.number === "plural" || chain.members.length > 0) return false;
  if (chain.gender !== "unknown" && chain.gender !== "neuter" && chain.gender !== m.reading.gender) return false;
  if (chain.kind === "person") return true;
  const first = chain.mentions[0];
  if (first === undefined || chain.key !== null || chain.kind === "place" || chain.kind === "country") return false;
  if (first.token.deprel.endsWith(":unmarked")) return false;
  if (first.kind === "name")
    return !isTableThing(first) && !first.token.children.some((c) => first.view.token(c).deprel === "det");
  return chain.kind === "thing" && DOER.test(first.token.lower);
}

/** "Monday", "Congress Street": names that the tables know as things. */
function isTableThing({ view, token }: DraftMention): boolean {
  return view.knowledge.heads.match(view.sentence, token.index)?.row.class === "thing";
}

function agreesAsThing(chain: Chain): boolean {
  if (chain.kind === "person" || chain.members.length > 0) return false;
  return chain.number !== "plural" || chain.kind === "organisation";
}
