import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable, ReportingCue } from "./cue-table.ts";
import { numbers } from "./cue-words.ts";
import { rangeOf, type FoundCue, type Stretch } from "./found-cue.ts";
import { subjectOf } from "./verb-source.ts";

/** "X is critical of Y", "X is sure that …", "it is clear that …". */
export function readAdjectiveCue(graph: SentenceGraph, adjective: Token, table: CueTable): FoundCue | null {
  const isParticiple = adjective.upos === "VERB" && adjective.xpos === "VBN";
  if (adjective.upos !== "ADJ" && !isParticiple) return null;
  const cue = table.find("adjective", isParticiple ? adjective.lower : adjective.lemma.toLowerCase());
  if (!cue) return null;
  const copula = graph.child(adjective.index, "cop") ?? graph.child(adjective.index, "aux");
  if (!copula) return null;
  const content = contentOfAdjective(graph, adjective, cue);
  if (!content) return null;
  const words = numbers(Math.min(copula.index, adjective.index), adjective.index);
  return {
    cue,
    at: adjective.index,
    words: content.preposition === null ? words : [...words, content.preposition],
    source: subjectOf(graph, adjective) ?? passiveSubject(graph, adjective),
    content: [content.stretch],
    rule: "cue.adjective",
  };
}

function passiveSubject(graph: SentenceGraph, adjective: Token): number | null {
  return adjective.children.find((c) => graph.token(c).deprel === "nsubj:pass") ?? null;
}

function contentOfAdjective(
  graph: SentenceGraph,
  adjective: Token,
  cue: ReportingCue,
): { readonly stretch: Stretch; readonly preposition: number | null } | null {
  for (const c of adjective.children) {
    if (c < adjective.index) continue;
    const t = graph.token(c);
    const relation = baseRelation(t.deprel);
    const isInfinitive = graph.markOf(c) === "to";
    if (
      ["ccomp", "csubj", "advcl", "xcomp"].includes(relation) &&
      (isInfinitive ? cue.content.includes("to") : cue.content.includes("clause") && relation !== "advcl")
    )
      return { stretch: rangeOf(graph, c), preposition: null };
    if (relation !== "obl" && relation !== "advcl") continue;
    const preposition = t.children.find(
      (k) => k < c && cue.content.includes(graph.token(k).lower) && ["case", "mark"].includes(graph.token(k).deprel),
    );
    if (preposition !== undefined)
      return { stretch: { first: preposition + 1, last: rangeOf(graph, c).last }, preposition };
  }
  return null;
}
