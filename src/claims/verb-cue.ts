import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable, ReportingCue } from "./cue-table.ts";
import { verbWords } from "./cue-words.ts";
import type { FoundCue } from "./found-cue.ts";
import type { QuotedStretch } from "./quotations.ts";
import { contentOfVerb } from "./verb-content.ts";
import { isPassive, sourceOfVerb } from "./verb-source.ts";

/** "X said that …", "…, X said", "X is believed to …", "an attack that X condemned". */
export function readVerbCue(
  graph: SentenceGraph,
  verb: Token,
  quotes: readonly QuotedStretch[],
  table: CueTable,
): FoundCue | null {
  if (verb.upos !== "VERB") return null;
  const cue = table.ofVerb(graph, verb);
  if (!cue) return null;
  const passive = isPassive(graph, verb);
  const source = sourceOfVerb(graph, verb, table);
  const { stretches, preposition, isPhrase } = contentOfVerb(graph, verb, cue, passive, quotes);
  if (source === null && !(passive && isImpersonal(graph, verb, cue))) return null;
  if (stretches.length === 0 && !mayPointOn(cue, graph, verb)) return null;
  const words = verbWords(graph, verb, table);
  return {
    cue,
    at: verb.index,
    words: [...words, ...(preposition === null ? [] : [preposition]), ...colonAfter(graph, verb)],
    source,
    content: stretches,
    mentions: isPhrase === true && !table.helps("stating", cue.lemma),
    rule: passive ? "cue.passive" : "cue.verb",
  };
}

/** Nobody need be named where a clause is claimed or believed: "It is alleged that", "is said to have". */
function isImpersonal(graph: SentenceGraph, verb: Token, { sort, content }: ReportingCue): boolean {
  if (sort === "judges" || !content.includes("clause")) return false;
  return verb.children.some((c) => ["ccomp", "csubj", "xcomp"].includes(baseRelation(graph.token(c).deprel)));
}

/** "He continued:" — what is said follows in the next sentence. */
function mayPointOn({ sort, content }: ReportingCue, graph: SentenceGraph, verb: Token): boolean {
  return (
    sort === "says" && content.includes("clause") && verb.deprel === "root" && graph.child(verb.index, "nsubj") !== null
  );
}

/** "He said:" */
function colonAfter(graph: SentenceGraph, { index }: Token): readonly number[] {
  return graph.tokens[index + 1]?.form === ":" ? [index + 1] : [];
}
