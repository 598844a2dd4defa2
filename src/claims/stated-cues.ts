import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import { rangeOf, type FoundCue } from "./found-cue.ts";
import type { QuotedStretch } from "./quotations.ts";

/**
 * The cues by which the report itself attributes something. What is wanted, believed or praised within the words of somebody is a
 * part of these words; only claims are told on from there ("said that Y had told Z that …"). Neither does the report attribute what
 * somebody is yet to say: "refused to discuss the plan", "would condemn".
 */
export function statedCues(
  graph: SentenceGraph,
  cues: readonly FoundCue[],
  quotes: readonly QuotedStretch[],
): readonly FoundCue[] {
  return cues
    .map((found) => withoutOwnParticiples(graph, found, cues))
    .filter((found) => {
      if (cues.some((other) => takesUp(other, found))) return false;
      const inside =
        isQuoted(graph, found, quotes) ||
        cues.some((other) => other.at !== found.at && !takesUp(found, other) && holds(other, found.at));
      if (inside || isOwnVoice(graph, found)) return isClaim(graph, found) && !(inside && isOwnVoice(graph, found));
      return isClaim(graph, found) || hasStarter(graph, found) || !isYetToCome(graph, found.at);
    });
}

/** "went on to say", "reportedly denied": one cue of two words that are cues by themselves. */
function takesUp(other: FoundCue, found: FoundCue): boolean {
  return other !== found && other.at !== found.at && other.words.includes(found.at);
}

/** "refused to discuss": the words begin with another verb. */
function hasStarter(graph: SentenceGraph, { at, words }: FoundCue): boolean {
  const { head } = graph.token(at);
  return words.includes(head) && graph.token(head).upos === "VERB";
}

/** "said that Norland would pay, adding that …": the participle goes on about the speaker and ends what is said before it. */
function withoutOwnParticiples(graph: SentenceGraph, found: FoundCue, cues: readonly FoundCue[]): FoundCue {
  const next = cues.find(({ at, source }) => {
    const { xpos, deprel } = graph.token(at);
    return xpos === "VBG" && deprel === "advcl" && source !== null && source === found.source && holds(found, at);
  });
  if (!next) return found;
  const { first } = rangeOf(graph, next.at);
  const content = found.content
    .filter((c) => c.first < first)
    .map((c) => ({ first: c.first, last: Math.min(c.last, first - 1) }));
  return content.length === 0 ? found : { ...found, content };
}

function holds({ content }: FoundCue, token: number): boolean {
  return content.some(({ first, last }) => first <= token && token <= last);
}

function isQuoted(graph: SentenceGraph, { at }: FoundCue, quotes: readonly QuotedStretch[]): boolean {
  const { start, end } = graph.token(at);
  return quotes.some((q) => q.start <= start && end <= q.end);
}

/** "I hope", "we know". */
function isOwnVoice(graph: SentenceGraph, { source }: FoundCue): boolean {
  const t = source === null ? null : graph.token(source);
  return t?.upos === "PRON" && t.xpos === "PRP" && /^(?:i|we|you)$/.test(t.lower);
}

/** A clause or a quotation put into words. */
function isClaim(graph: SentenceGraph, found: FoundCue): boolean {
  const { cue, at, rule, content } = found;
  if (rule === "cue.preposition" || rule === "cue.adverb" || rule === "cue.colon" || rule === "cue.signature")
    return true;
  if (cue.sort !== "says" || (isInfinitive(graph, at) && !hasStarter(graph, found))) return false;
  if (content.length === 0) return true;
  return content.some(({ first, last }) => {
    for (let i = first; i <= last; i++) {
      const t = graph.token(i);
      const hasSubject = t.children.some((c) => baseRelation(graph.token(c).deprel) === "nsubj");
      if (hasSubject && (t.head < first || t.head > last)) return true;
    }
    return false;
  });
}

function isYetToCome(graph: SentenceGraph, at: number): boolean {
  return isInfinitive(graph, at) || graph.token(at).children.some((c) => graph.token(c).xpos === "MD");
}

function isInfinitive(graph: SentenceGraph, at: number): boolean {
  return graph
    .token(at)
    .children.some((c) => c < at && graph.token(c).deprel === "mark" && graph.token(c).lower === "to");
}
