import type { Span } from "../../core/span.ts";
import { kindOf, SPACE } from "../tokens/characters.ts";

/** The stretches of text between blank lines, without the white space around them. */
export function findParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let start = -1;
  let end = 0;
  let newlines = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (kindOf(unit) === SPACE) {
      newlines += newlinesOf(text, i, unit);
      continue;
    }
    if (start >= 0 && newlines > 1) {
      paragraphs.push({ start, end });
      start = -1;
    }
    if (start < 0) start = i;
    end = i + 1;
    newlines = 0;
  }
  if (start >= 0) paragraphs.push({ start, end });
  return paragraphs;
}

/** A paragraph separator and a form feed count as a blank line; so do two carriage returns of an old Macintosh. */
function newlinesOf(text: string, at: number, unit: number): number {
  if (unit === 0x0a) return 1;
  if (unit === 0x2029 || unit === 0x0c) return 2;
  return unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a ? 1 : 0;
}
