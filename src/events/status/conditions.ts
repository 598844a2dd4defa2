import type { Token } from "../../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";
import type { Reading } from "./reading.ts";
import type { StatusVocabulary } from "./status-tables.ts";

const INVERTED = new Set(["had", "should", "were"]);
const UNREAL = new Set(["would", "could", "might", "'d"]);

/** The clause is itself a condition: "if they leave", "should they leave", "had they left". */
export function condition(t: Token, graph: SentenceGraph, words: StatusVocabulary): Reading | null {
  const mark = conditionMark(t, graph, words);
  const unreal = { status: "negation", certain: true, rule: "status.condition.unreal" } as const;
  if (mark !== null) {
    if (mark === "if" && isPastPerfect(t, graph) && isUnrealAbove(t, graph)) return unreal;
    return { status: "hypothetical", certain: false, rule: `status.condition.${mark}` };
  }
  if (isInvertedCondition(t, graph)) {
    const had = t.children.some((c) => graph.token(c).lower === "had");
    return had ? unreal : { status: "hypothetical", certain: false, rule: "status.condition.inverted" };
  }
  return isMisreadHad(t, graph) ? unreal : null;
}

/** The clause depends on a condition: "would leave if paid", also where the parser hangs the condition on the verb of saying. */
export function hasConditionBelow(t: Token, graph: SentenceGraph, words: StatusVocabulary): boolean {
  const holds = (i: number): boolean =>
    graph.token(i).children.some((c) => {
      const child = graph.token(c);
      if (c === t.index || !["advcl", "parataxis", "ccomp"].includes(baseRelation(child.deprel))) return false;
      const mark = baseRelation(child.deprel) === "advcl" ? conditionMark(child, graph, words) : null;
      return (mark !== null && mark !== "whether") || isInvertedCondition(child, graph);
    });
  if (holds(t.index)) return true;
  const first = graph.token(0);
  if (first.lower === "had" && first.children.some((c) => graph.token(c).deprel === "obj")) return true;
  return baseRelation(t.deprel) === "ccomp" && t.head >= 0 && holds(t.head);
}

function conditionMark(t: Token, graph: SentenceGraph, words: StatusVocabulary): string | null {
  if (t.deprel === "acl:relcl" || (t.upos === "NOUN" && baseRelation(t.deprel) === "obl")) return null;
  for (const c of t.children) {
    const child = graph.token(c);
    if (child.deprel !== "mark" && child.deprel !== "advmod" && !(child.deprel === "case" && child.upos === "ADP"))
      continue;
    const fixed = child.children.filter((x) => graph.token(x).deprel === "fixed").map((x) => graph.token(x).lower);
    const name = [child.lower, ...fixed].join(" ");
    if (c < t.index && child.deprel !== "advmod" && words.status("condition", name) !== undefined) return name;
  }
  return null;
}

/** "Should the talks collapse, …", "Had the ferry sailed, …": the auxiliary stands before the subject and no mark before it. */
function isInvertedCondition(t: Token, graph: SentenceGraph): boolean {
  if (!["advcl", "parataxis", "ccomp", "dep"].includes(baseRelation(t.deprel)) || graph.tokens.at(-1)?.form === "?")
    return false;
  const aux = t.children.find(
    (c) => baseRelation(graph.token(c).deprel) === "aux" && INVERTED.has(graph.token(c).lower),
  );
  const subject = t.children.find((c) => baseRelation(graph.token(c).deprel) === "nsubj");
  return aux !== undefined && subject !== undefined && aux < subject;
}

/** "Had the ferry sailed on time, the patrol would have stopped it": read as a main verb with an object and its participle. */
function isMisreadHad(t: Token, graph: SentenceGraph): boolean {
  const first = graph.token(0);
  if (first.lower !== "had" || t.xpos !== "VBN" || t.deprel !== "acl") return false;
  return t.head >= 0 && graph.token(t.head).head === 0 && graph.tokens.some((x) => UNREAL.has(x.lower));
}

function isPastPerfect(t: Token, graph: SentenceGraph): boolean {
  return t.children.some((c) => graph.token(c).deprel === "aux" && graph.token(c).lower === "had");
}

function isUnrealAbove(t: Token, graph: SentenceGraph): boolean {
  return graph.tokens.some((x) => UNREAL.has(x.lower) && x.head >= 0 && x.head !== t.index);
}

/** "Will the generals hand over power?": yes or no is open; "why did they shoot?" is not. */
export function isInvertedQuestion(t: Token, graph: SentenceGraph): boolean {
  if (graph.tokens.at(-1)?.form !== "?" || t.head >= 0) return false;
  return !t.children.some((c) => /^W(?:RB|P|DT)/.test(graph.token(c).xpos));
}
