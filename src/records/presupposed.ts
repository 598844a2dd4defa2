import type { WordClasses } from "../core/ontology.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";

const MOST_STEPS = 20;

/**
 * Whether indirect speech takes the act for granted: it stands in a relative clause, in an apposition or in an adjunct of the background ("said that
 * Norland, which had seized the ship, would pay", "will not yield following threats by Mara").
 */
export function isPresupposed(
  graph: SentenceGraph,
  token: number,
  trigger: readonly number[],
  content: { readonly first: number; readonly last: number },
  words: WordClasses,
): boolean {
  let at = token;
  for (let depth = 0; depth < MOST_STEPS && at >= content.first && at <= content.last; depth++) {
    const t = graph.token(at);
    if (t.deprel === "acl:relcl" && graph.markOf(at) !== "that" && !addsTo(graph, at, trigger)) return true;
    if (t.deprel === "acl" && graph.tokens[t.head]?.deprel === "appos") return true;
    if (["obl", "nmod", "advcl"].includes(baseRelation(t.deprel)) && isBackground(graph, at, words)) return true;
    // The parser may take "following" for a verb.
    if (t.xpos === "VBG" && words.inClass("BACKGROUND", t.lower)) return true;
    at = t.head;
  }
  return false;
}

/** "a bombing, which killed twelve": the clause behind the comma only adds to an act that its noun tells. */
function addsTo(graph: SentenceGraph, clause: number, trigger: readonly number[]): boolean {
  const first = Math.min(clause, ...graph.token(clause).children);
  const isApart = graph.token(first).form === "," || graph.tokens[first - 1]?.form === ",";
  return isApart && trigger.includes(graph.token(clause).head);
}

function isBackground(graph: SentenceGraph, at: number, words: WordClasses): boolean {
  const preposition = graph.caseOf(at) ?? graph.markOf(at);
  return preposition !== null && words.inClass("BACKGROUND", preposition);
}
