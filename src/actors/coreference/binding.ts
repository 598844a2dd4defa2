import type { Token } from "../../core/layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Chains that a pronoun cannot mean by the place where it stands: the phrase that holds it ("his wife"), what it is coordinated
 * with, and for a plain object the subject of its own clause ("he told him").
 */
export function boundChains(m: DraftMention, ledger: Ledger): ReadonlySet<Chain> {
  const out = new Set<Chain>();
  const add = (token: number): void => {
    const chain = token < 0 ? null : ledger.at(m.sentence, token);
    if (chain) out.add(chain);
  };
  const owner = m.token.deprel === "nmod:poss";
  holders(m, owner).forEach(add);
  if (owner) add(ownedFellow(m));
  if (m.token.deprel === "conj" && m.token.head >= 0) add(m.token.head);
  if (owner || isReflexive(m)) return out;
  const clause = clauseOf(m);
  if (clause === null) return out;
  for (const c of clause.children) if (isArgument(m.view.token(c)) && c !== m.token.index) add(c);
  if (baseRelation(m.token.deprel) !== "nsubj") add(subjectOver(m, clause));
  return out;
}

/** "The government's repression and its support": not the repression's, which has an owner of its own; -1 for none. */
function ownedFellow(m: DraftMention): number {
  const owned = m.token.head < 0 ? null : m.view.token(m.token.head);
  if (owned?.deprel !== "conj") return -1;
  const fellow = m.view.token(owned.head);
  return fellow.children.some((c) => m.view.token(c).deprel === "nmod:poss") ? fellow.index : -1;
}

export function isReflexive(m: DraftMention): boolean {
  return m.token.lower.endsWith("self") || m.token.lower.endsWith("selves");
}

/** The subject that a reflexive refers to, as a token; -1 where there is none. */
export function reflexiveSubject(m: DraftMention): number {
  const clause = clauseOf(m);
  return clause === null ? -1 : subjectOver(m, clause);
}

/** Heads of the phrases around a pronoun up to its clause: "a picture of his brother" is neither his nor he. */
function holders(m: DraftMention, owner: boolean): readonly number[] {
  const out: number[] = [];
  let at = m.token;
  for (let depth = 0; depth < 4 && at.head >= 0; depth++) {
    const relation = baseRelation(at.deprel);
    if (relation !== "nmod" && !(owner && depth > 0 && relation === "appos")) break;
    at = m.view.token(at.head);
    if (isVerbal(at)) break;
    out.push(at.index);
  }
  return out;
}

function isVerbal(t: Token): boolean {
  return t.upos === "VERB" || t.upos === "AUX";
}

/** The word that heads the pronoun's clause, reached over prepositional phrases and coordination. */
function clauseOf(m: DraftMention): Token | null {
  let at = m.token;
  for (let depth = 0; depth < 4 && at.head >= 0; depth++) {
    const relation = baseRelation(at.deprel);
    at = m.view.token(at.head);
    if (relation !== "nmod" && relation !== "conj") return at;
  }
  return null;
}

const ARGUMENTS = new Set(["nsubj", "obj", "iobj", "obl"]);

function isArgument(t: Token): boolean {
  return ARGUMENTS.has(baseRelation(t.deprel));
}

/** The subject of a clause, or the one that it shares with the clause above ("came to see him", "came and saw him"). */
function subjectOver(m: DraftMention, clause: Token): number {
  let at = clause;
  for (let depth = 0; depth < 5; depth++) {
    for (const c of at.children) if (baseRelation(m.view.token(c).deprel) === "nsubj") return c;
    const relation = baseRelation(at.deprel);
    const shares =
      relation === "xcomp" || relation === "conj" || (relation === "advcl" && !hasSubject(m, at)) || relation === "acl";
    if (!shares || at.head < 0) return -1;
    // "the man accused of killing him"
    if (relation === "acl") return at.head;
    // "told Ana to call her": an object before the infinitive is its subject.
    const above = m.view.token(at.head);
    const object = relation === "xcomp" ? above.children.find((c) => m.view.token(c).deprel === "obj") : undefined;
    if (object !== undefined) return object;
    at = above;
  }
  return -1;
}

function hasSubject(m: DraftMention, t: Token): boolean {
  return t.children.some((c) => baseRelation(m.view.token(c).deprel) === "nsubj");
}
