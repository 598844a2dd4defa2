import type { Attribution } from "../core/claim-layers.ts";
import type { Sentence } from "../core/layers.ts";
import type { Span } from "../core/span.ts";
import type { QuotedStretch } from "./quotations.ts";

/** How many sentences a speaker may lie before what goes on being said. */
const REACH = 8;

/**
 * Quotations that go on in sentences without a cue of their own. They belong to the speaker of the same quotation, else to the one
 * before it, else to the one named in the next sentence of the paragraph ("…." he said).
 */
export function continueQuotations(
  sentences: readonly Sentence[],
  stated: readonly (readonly Attribution[])[],
  quotes: readonly QuotedStretch[],
): readonly Attribution[] {
  const out: Attribution[] = [];
  /** Who speaks in each sentence outside of its quotations, or goes on speaking. */
  const speakers = sentences.map((_, i) => speakerOf(stated[i] ?? [], quotes));
  for (const s of sentences) {
    const open = uncovered(s, stated[s.index] ?? [], quotes);
    if (open.length === 0) continue;
    const speaker = speakerNear(sentences, speakers, s.index, quotes);
    if (!speaker) continue;
    speakers[s.index] ??= speaker;
    for (const stretch of open) out.push(continued(speaker, s, stretch));
  }
  return out;
}

function continued(speaker: Attribution, { index, tokens }: Sentence, { start, end }: Span): Attribution {
  const inside = tokens.filter((t) => t.start >= start && t.end <= end);
  const first = inside[0]?.index ?? 0;
  const last = inside.at(-1)?.index ?? first;
  return {
    ...speaker,
    content: [{ sentence: index, first, last }],
    contentWords: [{ start: inside[0]?.start ?? start, end: inside.at(-1)?.end ?? end }],
    quoted: true,
    form: "direct",
    rule: "quotation.continued",
  };
}

/** The last who puts something into words outside of any quotation. */
function speakerOf(stated: readonly Attribution[], quotes: readonly QuotedStretch[]): Attribution | undefined {
  const outside = stated.filter(
    (a) =>
      a.source !== null &&
      a.sort === "says" &&
      !quotes.some((q) => q.start <= a.cueSpan.start && a.cueSpan.end <= q.end),
  );
  return outside.findLast((a) => a.quoted || a.content.length === 0) ?? outside.at(-1);
}

/** The quoted parts of the sentence, of at least half of it or of a whole clause, that no cue outside of them has taken. */
function uncovered(s: Sentence, stated: readonly Attribution[], quotes: readonly QuotedStretch[]): readonly Span[] {
  const out: Span[] = [];
  for (const q of quotes) {
    const start = Math.max(q.start, s.start);
    const end = Math.min(q.end, s.end);
    if (2 * (end - start) < s.end - s.start) continue;
    const taken = stated.some(
      (a) =>
        (a.cueSpan.end <= start || a.cueSpan.start >= end) &&
        a.contentWords.some((c) => c.start < end && c.end > start),
    );
    if (!taken) out.push({ start, end });
  }
  return out;
}

function speakerNear(
  sentences: readonly Sentence[],
  speakers: readonly (Attribution | undefined)[],
  i: number,
  quotes: readonly QuotedStretch[],
): Attribution | null {
  const here = sentences[i];
  if (!here) return null;
  const next = nextSpeaker(sentences, speakers, here, quotes);
  if (next && next.within) return next.speaker;
  for (let k = i; k >= 0 && k >= i - REACH; k--) {
    const s = sentences[k];
    // A quotation may fill the next paragraph too, but not a later one.
    if (!s || here.paragraph - s.paragraph > 1) break;
    if (next && s.paragraph !== here.paragraph) break;
    const found = speakers[k];
    if (found) return found;
  }
  return next?.speaker ?? null;
}

/** The speaker named after the quotation: surely where the quotation itself runs into that sentence. */
function nextSpeaker(
  sentences: readonly Sentence[],
  speakers: readonly (Attribution | undefined)[],
  here: Sentence,
  quotes: readonly QuotedStretch[],
): { readonly speaker: Attribution; readonly within: boolean } | null {
  const quote = quotes.find((q) => q.start < here.end && q.end > here.start && q.end > here.end);
  for (let k = here.index + 1; k < sentences.length; k++) {
    const s = sentences[k];
    if (!s || s.paragraph !== here.paragraph) return null;
    const speaker = speakers[k];
    const within = quote !== undefined && quote.end > s.start;
    if (speaker) return { speaker, within };
    if (!within && k > here.index + 1) return null;
  }
  return null;
}
