import type { Span } from "../core/span.ts";
import type { Sentence } from "../core/layers.ts";

/** A stretch of text between quotation marks, the marks included. */
export interface QuotedStretch extends Span {
  readonly paragraph: number;
}

const OPENING = /[“«„]/;
const CLOSING = /[”»]/;

/**
 * Quoted stretches of the text. Straight marks open and close in turn within a paragraph; a paragraph that ends inside a
 * quotation closes it there (the next one opens its own mark, as newspapers do).
 */
export function quotedStretches(text: string, sentences: readonly Sentence[]): readonly QuotedStretch[] {
  const out: QuotedStretch[] = [];
  let open = -1;
  let paragraph = -1;
  let end = 0;
  for (const s of sentences) {
    if (s.paragraph !== paragraph) {
      if (open >= 0) out.push({ start: open, end, paragraph });
      open = -1;
      paragraph = s.paragraph;
    }
    for (const t of s.tokens) {
      const mark = t.form;
      if (open < 0 && (OPENING.test(mark) || mark === '"' || mark === "``" || mark === "''")) open = t.start;
      else if (open >= 0 && (CLOSING.test(mark) || mark === '"' || mark === "''")) {
        out.push({ start: open, end: t.end, paragraph });
        open = -1;
      }
    }
    end = s.end;
  }
  if (open >= 0) out.push({ start: open, end: Math.min(end, text.length), paragraph });
  return out;
}
