import type { Attribution, QuotationForm } from "../core/claim-layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { Span } from "../core/span.ts";
import { rangeOf, trimmed, type FoundCue, type Stretch } from "./found-cue.ts";
import type { QuotedStretch } from "./quotations.ts";

/** A found cue as a layer entry: token numbers become spans of the text. */
export function writeAttribution(
  graph: SentenceGraph,
  found: FoundCue,
  quotes: readonly QuotedStretch[],
  mentions: MentionIndex,
): Attribution {
  const { cue, at, words, rule } = found;
  const sentence = graph.sentence.index;
  const source = found.source === null ? null : antecedentOf(graph, found.source);
  const mention = source === null ? null : mentions.covering(sentence, source);
  const content = found.content.map((stretch) => trimmed(graph, stretch));
  const contentWords = content.map((stretch) => spanOf(graph, stretch));
  const form = formOf(contentWords, quotes);
  const particle = graph.child(at, "compound");
  const isTwoWords = cue.lemma.includes(" ") && particle !== null && cue.lemma.endsWith(` ${particle.lower}`);
  const last = isTwoWords ? particle.index : cue.kind === "preposition" ? (words.at(-1) ?? at) : at;
  return {
    sentence,
    source,
    mention: mention?.id ?? null,
    sourceSpan: mention
      ? { start: mention.start, end: mention.end }
      : source === null
        ? null
        : spanOf(graph, { first: source, last: source }),
    sourceWords:
      found.source === null
        ? null
        : spanOf(graph, phraseOf(graph, found.source, [...words, ...found.content.map((c) => c.first)])),
    cue: cue.lemma,
    cueSpan: spanOf(graph, { first: Math.min(at, last), last: Math.max(at, last) }),
    cueWords: spansOf(graph, words),
    content: content.map((stretch) => ({ sentence, ...stretch })),
    contentWords,
    quoted: form !== "indirect",
    form,
    mentions: found.mentions ?? false,
    sort: cue.sort,
    stance: cue.stance,
    rule,
  };
}

function formOf(content: readonly Span[], quotes: readonly QuotedStretch[]): QuotationForm {
  const touched = content.filter((c) => quotes.some((q) => q.start < c.end && q.end > c.start));
  if (touched.length === 0) return "indirect";
  // A comma may stand outside of the closing mark.
  const inside = content.every((c) => quotes.some((q) => q.start <= c.start && c.end <= q.end + 1));
  return inside ? "direct" : "mixed";
}

const RELATIVE = new Set(["who", "which", "that"]);

/** Of "who said" the noun that the relative clause stands on. */
function antecedentOf(graph: SentenceGraph, source: number): number {
  const t = graph.token(source);
  const verb = t.head >= 0 ? graph.token(t.head) : null;
  return verb?.deprel === "acl:relcl" && verb.head >= 0 && RELATIVE.has(t.lower) ? verb.head : source;
}

/** The source as it stands: with its apposition, without relative clauses behind a comma and without the cue. */
function phraseOf(graph: SentenceGraph, head: number, outside: readonly number[]): Stretch {
  let { first, last } = rangeOf(graph, head);
  const cut = [...outside];
  for (const c of graph.token(head).children) {
    const t = graph.token(c);
    const { first: start } = rangeOf(graph, c);
    const isApart = graph.tokens[start - 1]?.form === "," || graph.token(start).form === ",";
    if (
      c > head &&
      isApart &&
      ["acl", "parataxis", "advcl", "conj"].includes(baseRelation(t.deprel)) &&
      baseRelation(t.deprel) !== "conj"
    )
      cut.push(start);
    if (c < head && baseRelation(t.deprel) === "case" && t.xpos !== "POS" && c === first)
      first = rangeOf(graph, c).last + 1;
    if (c > head && t.xpos === "POS") last = Math.max(head, Math.min(last, c));
  }
  for (const place of cut) {
    if (place > head && place <= last) last = place - 1;
    if (place < head && place >= first) first = place + 1;
  }
  return trimmed(graph, { first: Math.min(first, head), last: Math.max(last, head) });
}

function spanOf(graph: SentenceGraph, { first, last }: Stretch): Span {
  return { start: graph.token(first).start, end: graph.token(last).end };
}

/** The tokens as spans; neighbours make one. */
function spansOf(graph: SentenceGraph, tokens: readonly number[]): readonly Span[] {
  const sorted = [...new Set(tokens)].sort((a, b) => a - b);
  const out: Stretch[] = [];
  for (const i of sorted) {
    const before = out.at(-1);
    if (before && before.last === i - 1) out[out.length - 1] = { first: before.first, last: i };
    else out.push({ first: i, last: i });
  }
  return out.map((stretch) => spanOf(graph, stretch));
}
