import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable } from "./cue-table.ts";

const BESIDE = new Set(["aux", "cop", "advmod", "compound:prt"]);

/** The words of a verbal cue: auxiliaries, negation and adverbs beside the verb, its particle, and a verb that starts it ("went on to say"). */
export function verbWords(graph: SentenceGraph, verb: Token, table: CueTable): readonly number[] {
  const particle = graph.child(verb.index, "compound");
  let first = verb.index;
  const before = verb.children.filter(
    (c) => c < verb.index && isBeside(graph.token(c)) && !isRelativeAdverb(graph.token(c)),
  );
  // "He has, on several occasions, said": only words without a gap belong to the cue.
  for (let i = before.length - 1; i >= 0; i--) {
    const at = before[i];
    if (at !== undefined && first - at <= 2 && !hasOther(graph, verb, at + 1, first)) first = at;
  }
  const last = particle && particle.index === verb.index + 1 ? particle.index : verb.index;
  const own = numbers(first, last);
  const starter = starterOf(graph, verb, table);
  return starter ? [...verbWords(graph, starter, table), ...numbers(starter.index + 1, first - 1), ...own] : own;
}

function isBeside(t: Token): boolean {
  return BESIDE.has(t.deprel) || t.deprel === "aux:pass" || baseRelation(t.deprel) === "aux";
}

/** "When he said": the word asks or joins, it does not describe the saying. */
function isRelativeAdverb({ xpos }: Token): boolean {
  return xpos === "WRB";
}

/** A mark or a word of another phrase between two tokens. */
function hasOther(graph: SentenceGraph, verb: Token, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const t = graph.token(i);
    if (t.head !== verb.index || !isBeside(t)) return true;
  }
  return false;
}

/** The verb whose infinitive or participle the cue is, when the two say one thing. */
export function starterOf(graph: SentenceGraph, verb: Token, table: CueTable): Token | null {
  if (verb.deprel !== "xcomp" || verb.head < 0 || verb.head > verb.index) return null;
  const head = graph.token(verb.head);
  const particle = graph.child(head.index, "compound");
  const name = particle ? `${head.lemma} ${particle.lower}` : head.lemma;
  return verb.index - head.index <= 4 && table.helps("starter", name.toLowerCase()) ? head : null;
}

export function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
