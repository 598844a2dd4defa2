import type { Sentence, Token } from "../../core/layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";

/** Token range of a noun phrase, both inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** Dependents that do not belong to the phrase of a nominal: clauses, coordination, and what a predicate nominal governs. */
const OUTSIDE = new Set([
  "acl", "advcl", "appos", "conj", "cc", "parataxis", "dep", "cop", "nsubj", "csubj", "aux", "mark", "orphan", "list",
  "discourse", "vocative", "punct", "case", "ccomp", "xcomp", "obl", "expl", "dislocated",
]); // prettier-ignore

/** Dependents that are clauses and stay outside even deep inside a phrase. */
const CLAUSES = new Set(["acl", "advcl", "parataxis", "ccomp"]);

/**
 * The phrase of a nominal head: determiners, modifiers, possessors, titles, name parts and prepositional phrases, without
 * relative clauses, coordination, apposition and its own preposition.
 */
export function phraseOf(sentence: Sentence, head: number): TokenRange {
  const range = { first: head, last: head };
  for (const c of sentence.tokens[head]?.children ?? []) {
    const child = sentence.tokens[c];
    if (!child) continue;
    const relation = baseRelation(child.deprel);
    if (OUTSIDE.has(relation) && !isEarlyParticiple(child, relation, head)) continue;
    if (relation === "advmod" && c > head) continue;
    if (relation === "nmod" && c > head && !touches(sentence, range.last, c)) continue;
    extend(sentence, c, range);
  }
  return range;
}

function isEarlyParticiple(child: Token, relation: string, head: number): boolean {
  return relation === "acl" && child.index < head;
}

/** A prepositional phrase behind the head counts while nothing but its own words stands between. */
function touches(sentence: Sentence, last: number, child: number): boolean {
  for (let k = last + 1; k < child; k++) {
    const t = sentence.tokens[k];
    if (t && (t.lower === "," || t.lower === ":" || t.lower === ";" || t.lower === "-")) return false;
  }
  return true;
}

function extend(sentence: Sentence, at: number, range: { first: number; last: number }): void {
  if (at < range.first) range.first = at;
  if (at > range.last) range.last = at;
  for (const c of sentence.tokens[at]?.children ?? []) {
    const child = sentence.tokens[c];
    if (!child || child.deprel === "punct") continue;
    const relation = baseRelation(child.deprel);
    if (CLAUSES.has(relation) && c > at) continue;
    if (relation === "appos" && c > at) continue;
    extend(sentence, c, range);
  }
}

/** Where the text of a mention ends: with the apposition that follows the phrase ("her counterpart, Joao Reis"), if one does. */
export function textEnd(sentence: Sentence, head: number, range: TokenRange): number {
  for (const c of sentence.tokens[head]?.children ?? []) {
    const child = sentence.tokens[c];
    if (child?.deprel !== "appos" || c < range.last) continue;
    const inner = phraseOf(sentence, c);
    const gap = sentence.tokens[range.last + 1];
    if (inner.first - range.last > 2 || !gap) continue;
    if (gap.lower === "(") return sentence.tokens[inner.last + 1]?.lower === ")" ? inner.last + 1 : range.last;
    return inner.last;
  }
  return range.last;
}
