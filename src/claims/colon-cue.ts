import type { SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable, ReportingCue } from "./cue-table.ts";
import type { FoundCue } from "./found-cue.ts";

const MOST_WORDS = 8;
const COLON: ReportingCue = { lemma: ":", kind: "preposition", sort: "says", stance: "asserts", content: ["clause"] };

/** "Mayor Ivo Prat: the bridge will close", "Police: three dead", a transcript's "PRAT: Well, …". */
export function readColonCue(
  graph: SentenceGraph,
  speaks: (token: number) => boolean,
  table: CueTable,
): FoundCue | null {
  const colon = graph.tokens.find((t) => t.form === ":");
  if (!colon || colon.index === 0 || colon.index > MOST_WORDS) return null;
  let source: number | null = null;
  for (const t of graph.tokens.slice(0, colon.index)) {
    if (t.upos === "VERB" || t.upos === "AUX") return null;
    const isHead = t.head < 0 || t.head >= colon.index;
    if (
      isHead &&
      (speaks(t.index) || table.helps("document", t.lemma.toLowerCase()) || isTranscriptName(graph, colon.index))
    )
      source = t.index;
  }
  if (source === null) return null;
  const last = graph.tokens.length - 1;
  // Where the splitter ends the sentence at the colon the next one is said.
  const content = colon.index < last ? [{ first: colon.index + 1, last }] : [];
  return { cue: COLON, at: colon.index, words: [colon.index], source, content, rule: "cue.colon" };
}

/** "PRAT: Well, …": nothing but capitals before the colon. */
function isTranscriptName(graph: SentenceGraph, colon: number): boolean {
  const words = graph.tokens.slice(0, colon).filter((t) => t.upos !== "PUNCT");
  return words.length <= 3 && words.every((t) => t.form.length > 2 && t.form === t.form.toUpperCase());
}
