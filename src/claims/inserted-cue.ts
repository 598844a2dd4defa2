import type { Token } from "../core/layers.ts";
import type { SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable } from "./cue-table.ts";
import { numbers } from "./cue-words.ts";
import type { FoundCue, Stretch } from "./found-cue.ts";
import type { QuotedStretch } from "./quotations.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);
/** Words that a short noun phrase is made of. */
const IN_PHRASE = new Set([...NOMINAL, "DET", "ADJ", "NUM", "ADP", "PART", "AUX", "ADV"]);
/** Words of place, time and addressee after the verb: "said on Friday", "told reporters in Porto Alto". */
const AFTER_VERB = new Set([...NOMINAL, "DET", "ADJ", "NUM", "ADP", "PART", "ADV"]);
const MOST_WORDS = 12;

/**
 * "Pirates boarded the ship, the navy said.", "No rocks were thrown, the police said, but …": the newspaper's form, whose long first
 * part often misleads the parser. It is told by its surface: a comma, a short noun phrase, the verb, then an end or another comma.
 */
export function readInsertedCue(
  graph: SentenceGraph,
  verb: Token,
  quotes: readonly QuotedStretch[],
  table: CueTable,
): FoundCue | null {
  if (verb.upos !== "VERB" || verb.xpos === "VBG") return null;
  const cue = table.ofVerb(graph, verb);
  if (cue?.sort !== "says" || !cue.content.includes("clause")) return null;
  const from = phraseStart(graph, verb.index);
  const to = phraseEnd(graph, verb.index);
  const source = from === null ? null : headBefore(graph, from, verb.index);
  if (from === null || to === null || source === null || isQuoted(verb, quotes)) return null;
  // The closing mark of a quotation belongs to it, a comma does not.
  const before = { first: 0, last: graph.token(from - 1).form === "," ? from - 2 : from - 1 };
  if (!hasVerb(graph, before)) return null;
  const after = { first: to + 2, last: graph.tokens.length - 1 };
  const content = after.last - after.first >= 2 ? [before, after] : [before];
  return {
    cue,
    at: verb.index,
    words: numbers(verbStart(graph, verb.index, source), verb.index),
    source,
    content,
    rule: "cue.inserted",
  };
}

function isQuoted({ start, end }: Token, quotes: readonly QuotedStretch[]): boolean {
  return quotes.some((q) => q.start <= start && end <= q.end);
}

/** First token of the phrase between a comma (or a closing quotation mark) and the verb; null when other words stand there. */
function phraseStart(graph: SentenceGraph, verb: number): number | null {
  for (let i = verb - 1; i > 0 && verb - i <= MOST_WORDS; i--) {
    const t = graph.token(i);
    if (/^[,”"]$/.test(t.form)) return i < verb - 1 ? i + 1 : null;
    if (!IN_PHRASE.has(t.upos) || t.xpos.startsWith("W")) return null;
  }
  return null;
}

/** Last token of the words after the verb, before a comma or the end. */
function phraseEnd(graph: SentenceGraph, verb: number): number | null {
  for (let i = verb + 1; i < graph.tokens.length && i - verb <= MOST_WORDS; i++) {
    const t = graph.token(i);
    if (/^[,.!?]$/.test(t.form)) return i - 1;
    if (!AFTER_VERB.has(t.upos)) return null;
    // "the police said three people …": what follows at once may be the beginning of what is said.
    if (i === verb + 1 && !["ADP", "ADV"].includes(t.upos) && !isTime(t)) return null;
  }
  return null;
}

function isTime({ deprel }: Token): boolean {
  return deprel === "obl:unmarked" || deprel === "obl:tmod" || deprel === "iobj";
}

/** The head of the phrase: its last nominal before a preposition. */
function headBefore(graph: SentenceGraph, from: number, verb: number): number | null {
  let head: number | null = null;
  for (let i = from; i < verb; i++) {
    const t = graph.token(i);
    if (t.upos === "ADP" && head !== null) return head;
    if (NOMINAL.has(t.upos) && graph.tokens[i + 1]?.xpos !== "POS") head = i;
  }
  return head;
}

function verbStart(graph: SentenceGraph, verb: number, source: number): number {
  let first = verb;
  while (first - 1 > source && ["AUX", "ADV"].includes(graph.token(first - 1).upos)) first--;
  return first;
}

function hasVerb(graph: SentenceGraph, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (["VERB", "AUX"].includes(graph.token(i).upos)) return true;
  return false;
}
