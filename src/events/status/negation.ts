import type { Token } from "../../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";

const NEGATING = new Set(["never", "nor", "neither"]);
const NEGATIVE = new Set(["no", "none", "neither", "nobody"]);

/** Whether the words of the predicate's own clause negate it. */
export function isNegated(t: Token, graph: SentenceGraph): boolean {
  const above = t.deprel === "xcomp" && t.head >= 0 ? graph.token(t.head) : null;
  if (
    above?.children.some(
      (c) => c < t.index && isNegator(graph.token(c)) && belongsToClause(graph.token(c), above, graph),
    )
  )
    return true;
  return t.children.some((c) => {
    const child = graph.token(c);
    if (child.deprel === "advmod" && t.lemma === "have" && child.lower === "yet") return true;
    if (child.deprel === "cc" && child.lower === "nor") return true;
    if (isNegator(child) && !isNotOnly(child, graph) && !belongsToClause(child, t, graph)) return true;
    if (child.deprel === "det" && (child.lower === "no" || child.lower === "neither")) return true;
    if (["nsubj", "obj"].includes(baseRelation(child.deprel)) && isNegativePhrase(child, graph)) return true;
    if (child.deprel === "mark" && child.lower === "to" && graph.tokens[c - 1]?.lower === "yet") return true;
    return (child.deprel === "case" || child.deprel === "mark") && child.lower === "without";
  });
}

function isNegator(t: Token): boolean {
  return t.deprel === "advmod" && (t.lemma === "not" || NEGATING.has(t.lower));
}

/** "Not only did they march, they also struck": no negation. */
function isNotOnly({ index }: Token, graph: SentenceGraph): boolean {
  return ["only", "just", "merely", "simply"].includes(graph.tokens[index + 1]?.lower ?? "");
}

/** "vowed never to recognise": a negation after the verb and before its infinitive is the infinitive's. */
function belongsToClause(negator: Token, verb: Token, graph: SentenceGraph): boolean {
  return (
    negator.index > verb.index &&
    verb.children.some((c) => c > negator.index && graph.token(c).deprel === "xcomp" && graph.markOf(c) === "to")
  );
}

/** "no troops", "none of them", "neither Peru nor Chile". */
function isNegativePhrase(t: Token, graph: SentenceGraph): boolean {
  return NEGATIVE.has(t.lower) || t.children.some((c) => c < t.index && NEGATIVE.has(graph.token(c).lower));
}
