import type { RawToken } from "../../core/layers.ts";
import type { LanguageTables } from "../../lexicon/language-tables.ts";
import { DIGIT, kindOf, LETTER, SPACE } from "./characters.ts";
import { kindIn, openChunk, type Chunk } from "./chunk.ts";
import { compileTokenRules } from "./rules.ts";
import { emoticonEnd, symbolEnd } from "./symbols.ts";
import { takeWord } from "./words.ts";

/** Cuts `text.slice(start, end)` into tokens as UD English does; every character but white space is in exactly one. */
export type TokenCutter = (text: string, start: number, end: number) => RawToken[];

/** The same strings are handed out again for the same stretch, which makes every later look-up by form cheap. */
interface CutChunk {
  readonly ends: readonly number[];
  readonly forms: readonly string[];
}

/** Words repeat: cuts of short stretches are kept, and dropped all at once when there are too many. */
const LONGEST_KEPT = 32;
const MOST_KEPT = 50_000;

export function createTokenCutter(tables: LanguageTables): TokenCutter {
  const rules = compileTokenRules(tables);
  const kept = new Map<string, CutChunk>();

  function cutChunk(text: string, start: number, end: number, limit: number): CutChunk {
    const short = end - start <= LONGEST_KEPT;
    const key = short ? text.slice(start, end) : "";
    const known = short ? kept.get(key) : undefined;
    if (known !== undefined) return known;
    const chunk = openChunk(text, start, end, limit, rules);
    cut(chunk);
    const pieces = { ends: chunk.ends, forms: formsOf(chunk) };
    if (short && !chunk.usesContext) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, pieces);
    }
    return pieces;
  }

  return (text, start, end) => {
    const tokens: RawToken[] = [];
    let at = start;
    while (at < end) {
      if (kindOf(text.charCodeAt(at)) === SPACE) {
        at++;
        continue;
      }
      let stop = at + 1;
      while (stop < end && kindOf(text.charCodeAt(stop)) !== SPACE) stop++;
      const { ends, forms } = cutChunk(text, at, stop, end);
      let from = at;
      for (let i = 0; i < ends.length; i++) {
        const to = at + (ends[i] ?? 0);
        tokens.push({ form: forms[i] ?? "", start: from, end: to });
        from = to;
      }
      at = stop;
    }
    return tokens;
  };
}

function formsOf({ text, ends }: Chunk): string[] {
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));
}

function cut(chunk: Chunk): void {
  const { text } = chunk;
  let at = 0;
  while (at < text.length) {
    const emoticon = emoticonEnd(chunk, at);
    const kind = kindIn(chunk, at);
    if (emoticon < 0 && (kind === LETTER || kind === DIGIT)) {
      at = takeWord(chunk, at);
      continue;
    }
    at = emoticon > 0 ? emoticon : symbolEnd(chunk, at);
    chunk.ends.push(at);
  }
}
