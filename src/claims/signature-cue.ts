import type { SentenceGraph } from "../core/sentence-graph.ts";
import type { ReportingCue } from "./cue-table.ts";
import type { FoundCue } from "./found-cue.ts";
import type { QuotedStretch } from "./quotations.ts";

const DASH: ReportingCue = { lemma: "–", kind: "preposition", sort: "says", stance: "asserts", content: ["clause"] };
const MOST_WORDS = 12;

/** “The bridge must stay open.” – Ivo Prat, baker */
export function readSignatureCue(graph: SentenceGraph, quotes: readonly QuotedStretch[]): FoundCue | null {
  const { tokens } = graph;
  const dash = tokens.findLast((t) => /^(?:[―—–]|--)$/.test(t.form));
  const name = dash && tokens[dash.index + 1];
  if (!dash || !name || name.upos !== "PROPN" || tokens.length - dash.index > MOST_WORDS) return null;
  if (tokens.slice(dash.index).some((t) => t.upos === "VERB" || t.upos === "AUX")) return null;
  const quote = quotes.find((q) => q.end <= dash.start && dash.start - q.end <= 2);
  if (!quote) return null;
  const inside = tokens.filter((t) => t.start >= quote.start && t.end <= quote.end);
  const first = inside[0];
  const last = inside.at(-1);
  const content = first && last ? [{ first: first.index, last: last.index }] : [];
  return { cue: DASH, at: dash.index, words: [dash.index], source: name.index, content, rule: "cue.signature" };
}
