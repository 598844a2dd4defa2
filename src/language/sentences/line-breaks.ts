import type { RawToken } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";

/** How a document uses single newlines: 0 when each ends a line of its own meaning, else the width at which lines are wrapped. */
export type WrapWidth = number;

const WIDEST_WRAP = 110;
const FEWEST_LINES = 4;

/**
 * Mail and agency copy is wrapped: most lines that go on in a next line have nearly the same length. Headlines, lists and the paragraphs of
 * many web pages stand on a line each, of any length.
 */
export function wrapWidthOf(text: string, paragraphs: readonly Span[]): WrapWidth {
  const lengths: number[] = [];
  for (const { start, end } of paragraphs) {
    let from = start;
    for (let at = text.indexOf("\n", from); at >= 0 && at < end; at = text.indexOf("\n", from)) {
      lengths.push(at - from);
      from = at + 1;
    }
  }
  if (lengths.length < FEWEST_LINES) return 0;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const long = lengths.filter((l) => l >= 0.75 * width).length;
  return width >= 30 && width <= WIDEST_WRAP && long >= 0.6 * lengths.length ? width : 0;
}

/** Marks each token before a newline that is more than white space: the next word would still have fitted on the line. */
export function hardBreaks(
  text: string,
  paragraph: Span,
  tokens: readonly RawToken[],
  wrap: WrapWidth,
): Uint8Array | undefined {
  const first = text.indexOf("\n", paragraph.start);
  if (first < 0 || first >= paragraph.end) return undefined;
  const breaks = new Uint8Array(tokens.length);
  let lineStart = paragraph.start;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const end = tokens[i]?.end ?? 0;
    const next = tokens[i + 1]?.start ?? end;
    if (next === end) continue;
    const newline = text.slice(end, next).lastIndexOf("\n");
    if (newline < 0) continue;
    if (wrap === 0 || end - lineStart + 1 + wordLength(text, next) <= wrap) breaks[i] = 1;
    lineStart = end + newline + 1;
  }
  return breaks;
}

function wordLength(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < WIDEST_WRAP && !/\s/.test(text.charAt(end))) end++;
  return end - start;
}
