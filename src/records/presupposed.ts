import type { Act } from "../core/event-layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";

/** Prepositions and conjunctions of the background against which something is said: it is known, not claimed. */
const BACKGROUND = new Set([
  "after",
  "following",
  "since",
  "amid",
  "over",
  "despite",
  "until",
  "because of",
  "in response to",
  "if",
]);

const MOST_STEPS = 20;

/**
 * Whether indirect speech takes the act for granted: it stands in a relative clause or in an adjunct of the background ("said that
 * Norland, which had seized the ship, would pay", "will not yield following threats by Mara").
 */
export function isPresupposed(
  graph: SentenceGraph,
  act: Act,
  content: { readonly first: number; readonly last: number },
): boolean {
  return act.trigger.some((t) => standsInBackground(graph, t, content));
}

function standsInBackground(
  graph: SentenceGraph,
  token: number,
  content: { readonly first: number; readonly last: number },
): boolean {
  let at = token;
  for (let depth = 0; depth < MOST_STEPS && at >= content.first && at <= content.last; depth++) {
    const t = graph.token(at);
    if (t.deprel === "acl:relcl" && graph.markOf(at) !== "that") return true;
    if (["obl", "nmod", "advcl"].includes(baseRelation(t.deprel)) && isBackground(graph, at)) return true;
    at = t.head;
  }
  return false;
}

function isBackground(graph: SentenceGraph, at: number): boolean {
  const preposition = graph.caseOf(at) ?? graph.markOf(at);
  return preposition !== null && BACKGROUND.has(preposition);
}
