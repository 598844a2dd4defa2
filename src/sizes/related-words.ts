import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { SizeLexicon } from "./size-words.ts";

const MOST_NODES = 24;

/**
 * Words whose counts belong to an act, nearest first: its own, the clauses that go with it ("killing 12", "leaving five injured",
 * "which killed 12"), and the predicate that it is the subject or setting of ("the attack killed 12", "12 were killed in an attack").
 */
export function relatedWords(graph: SentenceGraph, head: number, lexicon: SizeLexicon): readonly number[] {
  const nodes = [head];
  const add = (i: number): void => {
    if (!nodes.includes(i) && nodes.length < MOST_NODES) nodes.push(i);
  };
  const token = graph.token(head);
  for (const node of withEarlier(graph, topOf(graph, head, lexicon))) add(node);
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k];
    if (node === undefined) break;
    for (const c of graph.token(node).children) if (goesAlong(graph, graph.token(c))) add(c);
  }
  if (baseRelation(token.deprel) === "conj") add(token.head);
  return nodes;
}

/** A predicate and those it is coordinated with before it: "two are killed and one is injured in a shooting". */
function withEarlier(graph: SentenceGraph, node: number): readonly number[] {
  const nodes = [node];
  let at = node;
  while (baseRelation(graph.token(at).deprel) === "conj" && graph.token(at).upos === "VERB" && nodes.length < 8) {
    at = graph.token(at).head;
    nodes.push(at);
  }
  return nodes;
}

/** The predicate that an event noun is the subject, object or setting of; of "a series of attacks" that of the series. */
function topOf(graph: SentenceGraph, head: number, lexicon: SizeLexicon): number {
  let at = head;
  for (let steps = 0; steps < 4; steps++) {
    const token = graph.token(at);
    if (token.head < 0) return at;
    const relation = baseRelation(token.deprel);
    const preposition = graph.caseOf(at);
    // "the death toll from the bombing"
    if (relation === "nmod" && isToll(graph.token(token.head), lexicon)) return token.head;
    if (relation === "compound" || (relation === "nmod" && preposition === "of") || relation === "conj")
      at = token.head;
    // "in a mass shooting", "after gunmen open fire": parsers hang the act on the noun before it.
    else if (relation === "acl" && !hasRelative(graph, at) && isSetting(graph, token.head)) at = token.head;
    else if (relation === "nsubj" || relation === "acl") return token.head;
    else if (relation === "obl" && tollBeside(graph, token.head, lexicon) !== null)
      return tollBeside(graph, token.head, lexicon) ?? at;
    else if (relation === "obl") return /^(?:in|by|during|after)$/.test(preposition ?? "") ? token.head : at;
    else if (relation === "nmod") return preposition === "in" || preposition === "by" ? token.head : at;
    else if (relation === "xcomp" || (relation === "advcl" && token.xpos === "VBG")) at = token.head;
    // "killed after gunmen opened fire"
    else return relation === "advcl" && /^(?:after|when|as)$/.test(markOf(graph, at)) ? token.head : at;
  }
  return at;
}

function hasRelative(graph: SentenceGraph, clause: number): boolean {
  return graph.token(clause).children.some((c) => /^W(?:DT|P)/.test(graph.token(c).xpos));
}

/** Whether a noun opens the clause or phrase that a predicate is set in. */
function isSetting(graph: SentenceGraph, noun: number): boolean {
  const { deprel, head } = graph.token(noun);
  const relation = baseRelation(deprel);
  if (relation === "obl") return /^(?:in|after|when|as|during)$/.test(graph.caseOf(noun) ?? "");
  if (relation === "advcl") return /^(?:after|when|as)$/.test(markOf(graph, noun));
  return relation === "nmod" && head >= 0 && graph.caseOf(noun) === "of" && isSetting(graph, head);
}

/** "raising the death toll from the bombing": the toll beside the bombing. */
function tollBeside(graph: SentenceGraph, verb: number, lexicon: SizeLexicon): number | null {
  return graph.token(verb).children.find((c) => isToll(graph.token(c), lexicon)) ?? null;
}

/** The word that opens a clause; parsers take "when" for an adverb. */
function markOf(graph: SentenceGraph, clause: number): string {
  const mark = graph.markOf(clause);
  if (mark !== null) return mark;
  return graph.token(clause).children.some((c) => graph.token(c).lower === "when") ? "when" : "";
}

function isToll({ lemma }: Token, lexicon: SizeLexicon): boolean {
  return lexicon.uses.get(lemma)?.some((use) => use.type === "toll") === true;
}

/** Clauses that tell more of the same: conjuncts, participles, relatives, resultatives, and nouns counted by the way. */
function goesAlong(graph: SentenceGraph, child: Token): boolean {
  const relation = baseRelation(child.deprel);
  if (relation === "conj" || relation === "xcomp" || relation === "acl" || relation === "parataxis") return true;
  if (relation === "advcl")
    return child.xpos === "VBG" || child.xpos === "VBN" || markOf(graph, child.index) === "when";
  if (relation === "amod" || relation === "dep" || relation === "appos") return true;
  return relation === "obj" || relation === "nsubj";
}
