import type { RawToken, TokenizedSentence } from "../../core/layers.ts";
import type { LanguageTables } from "../../lexicon/language-tables.ts";
import { createTokenCutter } from "../tokens/cut-tokens.ts";
import { hardBreaks, wrapWidthOf } from "./line-breaks.ts";
import { findParagraphs } from "./paragraphs.ts";
import { createSentenceSplitter } from "./split-sentences.ts";
import type { SplitterModel } from "./splitter-model.ts";

/** Cuts a text into sentences and tokens. Any string is taken; every character but white space is in exactly one token. */
export type Tokenizer = (text: string) => readonly TokenizedSentence[];

/**
 * The tokenizer of UD English words and sentences.
 *
 * @example createTokenizer(readLanguageTables("data"), readSplitterModel("models/en"))("Gen. Dostum left. He didn't say why.")
 */
export function createTokenizer(tables: LanguageTables, model: SplitterModel): Tokenizer {
  const cutTokens = createTokenCutter(tables);
  const splitSentences = createSentenceSplitter(model);
  return (text) => {
    const sentences: TokenizedSentence[] = [];
    const paragraphs = findParagraphs(text);
    const wrap = wrapWidthOf(text, paragraphs);
    paragraphs.forEach((span, paragraph) => {
      const tokens = cutTokens(text, span.start, span.end);
      let from = 0;
      for (const { last, dateline } of splitSentences(tokens, hardBreaks(text, span, tokens, wrap))) {
        const words = tokens.slice(from, last + 1);
        sentences.push(sentenceOf(words, sentences.length, paragraph, Math.max(dateline + 1 - from, 0)));
        from = last + 1;
      }
    });
    return sentences;
  };
}

function sentenceOf(
  tokens: readonly RawToken[],
  index: number,
  paragraph: number,
  dateline: number,
): TokenizedSentence {
  return { index, paragraph, dateline, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens };
}
