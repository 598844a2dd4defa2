import type { Sentence } from "../core/layers.ts";
import type { Span } from "../core/span.ts";

const MAX_SPANS = 3;
const MAX_CHARACTERS = 90;

/** Spans of the trigger tokens: neighbours make one span, at most three spans and ninety characters in all. */
export function triggerSpans(sentence: Sentence, tokens: readonly number[]): readonly Span[] {
  const spans: { start: number; end: number; last: number }[] = [];
  for (const i of tokens) {
    const t = sentence.tokens[i];
    if (!t) continue;
    const before = spans.at(-1);
    if (before && i === before.last + 1) {
      before.end = t.end;
      before.last = i;
    } else spans.push({ start: t.start, end: t.end, last: i });
  }
  let characters = 0;
  return spans
    .slice(0, MAX_SPANS)
    .filter((s) => (characters += s.end - s.start) <= MAX_CHARACTERS)
    .map(({ start, end }) => ({ start, end }));
}
