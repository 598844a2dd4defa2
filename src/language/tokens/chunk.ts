import { kindAt, kindOf, SPACE } from "./characters.ts";
import type { TokenRules } from "./rules.ts";

/**
 * A stretch of text without white space while it is being cut. `ends` collects the ends of its tokens, relative to the
 * stretch. What follows in the paragraph is looked at only where a rule asks; then `usesContext` is set, and the cut must not be reused for
 * the same stretch elsewhere.
 */
export interface Chunk {
  readonly text: string;
  readonly rules: TokenRules;
  /** Which signs of internet names there are at all, asked once. */
  readonly hasAt: boolean;
  readonly hasDot: boolean;
  readonly hasColon: boolean;
  readonly ends: number[];
  usesContext: boolean;
  /** The text of the document with the place where this stretch ends and the end of its paragraph. */
  readonly document: string;
  readonly documentEnd: number;
  readonly limit: number;
}

export function openChunk(document: string, start: number, end: number, limit: number, rules: TokenRules): Chunk {
  const text = document.slice(start, end);
  return {
    text,
    rules,
    hasAt: text.includes("@"),
    hasDot: text.includes("."),
    hasColon: text.includes(":"),
    ends: [],
    usesContext: false,
    document,
    documentEnd: end,
    limit,
  };
}

/** The place in the document of the next stretch's first character, or -1 at the end of the paragraph. */
export function nextChunkAt(chunk: Chunk): number {
  chunk.usesContext = true;
  const { document, limit } = chunk;
  let at = chunk.documentEnd;
  while (at < limit && kindOf(document.charCodeAt(at)) === SPACE) at++;
  return at < limit ? at : -1;
}

/** The kind of the character at `at` of the stretch, 0 outside it. */
export function kindIn(chunk: Chunk, at: number): number {
  return at >= 0 && at < chunk.text.length ? kindAt(chunk.text, at) : 0;
}
