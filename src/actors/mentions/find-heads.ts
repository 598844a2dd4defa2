import type { Token } from "../../core/layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import type { NameMatch } from "../resolution/name-index.ts";
import type { SentenceView } from "../resolution/sentence-view.ts";

export type MentionKind = "name" | "nominal" | "pronoun" | "demonym";

export interface FoundHead {
  readonly head: number;
  readonly kind: MentionKind;
}

const NEVER = new Set(["flat", "fixed", "goeswith", "punct", "case", "cc", "mark", "aux", "cop", "expl", "reparandum"]);
const NOMINAL_RELATIONS = new Set([
  "nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos", "ccomp", "xcomp", "dislocated", "parataxis", "advcl",
]); // prettier-ignore

/** The tokens of a sentence that head a mention: nouns, names, pronouns, nationality words, and adjectives or numbers used as nouns. */
export function findHeads(view: SentenceView): readonly FoundHead[] {
  const out: FoundHead[] = [];
  for (const token of view.sentence.tokens) {
    const kind = kindOf(view, token);
    if (kind) out.push({ head: token.index, kind });
  }
  return out;
}

function kindOf(view: SentenceView, t: Token): MentionKind | null {
  const relation = baseRelation(t.deprel);
  const known = knownKind(view, t, relation);
  if (known !== undefined) return known;
  if (NEVER.has(relation) || t.deprel === "nmod:desc") return null;
  switch (t.upos) {
    case "PRON":
      return view.knowledge.pronouns.has(t.lower) && !isDemonstrative(t) ? "pronoun" : null;
    case "PROPN":
      return properKind(view, t, relation);
    case "NOUN":
      return relation === "compound" ? compoundKind(view, t) : "nominal";
    case "NUM":
      return headsAsNumber(t, relation) ? "nominal" : null;
    default:
      return adjectiveKind(view, t, relation);
  }
}

/**
 * What the tables know by name is a mention whatever tag the parser gave it ("Chad suspends" with an auxiliary Chad), once, at
 * its topmost token; undefined when they know nothing that decides.
 */
function knownKind(view: SentenceView, t: Token, relation: string): MentionKind | null | undefined {
  const match = view.matchAt[t.index];
  if (!match || relation === "flat") return undefined;
  const nominal = t.upos === "NOUN" || t.upos === "PROPN" || t.upos === "ADJ";
  if (nominal && !NEVER.has(relation)) return undefined;
  const { kind } = view.pick(match);
  const sure = kind === "country" || (match.last > match.first && (kind === "person" || kind === "body"));
  if (!sure) return undefined;
  return nameHead(view, match) === t.index ? "name" : null;
}

/** Of the tokens by which a known name hangs on the rest, the first that stands like a noun, else the first. */
function nameHead(view: SentenceView, match: NameMatch): number {
  let first = -1;
  for (let k = match.first; k <= match.last; k++) {
    const t = view.token(k);
    if (t.head >= match.first && t.head <= match.last) continue;
    if (!NEVER.has(baseRelation(t.deprel))) return k;
    if (first < 0) first = k;
  }
  return first;
}

/** "that" and "those" count only in front of a relative clause; the relative pronoun itself has tag WDT or WP. */
function isDemonstrative(t: Token): boolean {
  return (t.lower === "that" || t.lower === "those" || t.lower === "this") && t.xpos === "DT" && t.lower !== "those";
}

function properKind(view: SentenceView, t: Token, relation: string): MentionKind | null {
  const match = view.matchAt[t.index] ?? null;
  const inside = match !== null && t.head >= match.first && t.head <= match.last && t.head !== t.index;
  if (inside) return null;
  if (relation !== "compound" && relation !== "amod") return "name";
  if (match === null) return null;
  return view.pick(match).kind === "demonym" ? "demonym" : "name";
}

/** A noun before a noun is a mention only if it names an actor ("police violence", "rebel attack"). */
function compoundKind(view: SentenceView, t: Token): MentionKind | null {
  // "a terrorist attack" says what kind of attack it was, not whose.
  if (view.knowledge.modifiers.get(t.lower)?.effect === "kind") return null;
  const found = view.knowledge.heads.match(view.sentence, t.index);
  return found && found.row.sectors.length > 0 && found.row.class !== "thing" ? "nominal" : null;
}

function headsAsNumber(t: Token, relation: string): boolean {
  if (relation !== "nsubj" && relation !== "obj" && relation !== "iobj" && t.deprel !== "obl:agent") return false;
  return !/^(?:1[89]|20)\d\d$/.test(t.form);
}

function adjectiveKind(view: SentenceView, t: Token, relation: string): MentionKind | null {
  const match = view.matchAt[t.index] ?? null;
  if (match && view.pick(match).kind === "demonym") return match.last === t.index ? "demonym" : null;
  if (match && t.upos === "ADJ" && NOMINAL_RELATIONS.has(relation)) return "name";
  if (t.upos !== "ADJ" && t.upos !== "DET" && t.xpos !== "VBN") return null;
  if (!NOMINAL_RELATIONS.has(relation) || relation === "root" || relation === "advcl" || relation === "xcomp")
    return null;
  if (t.upos === "DET") return "nominal";
  const article = t.children.some((c) => view.sentence.tokens[c]?.lower === "the");
  return article && view.knowledge.heads.match(view.sentence, t.index) ? "nominal" : null;
}
