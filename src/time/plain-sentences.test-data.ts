import type { Sentence, Token } from "../core/layers.ts";

/**
 * Sentences for tests, cut simply and without a parser. `marks` gives single tokens syntax by hand, by their form.
 */
export function plainSentences(
  text: string,
  marks: Readonly<Record<string, Partial<Token>>> = {},
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of text.matchAll(/[^\n]+|\n\n+/g)) {
    if (block[0].startsWith("\n")) {
      paragraph++;
      continue;
    }
    for (const part of block[0].matchAll(/.+?(?:(?<!\b(?:Feb|Jan|Sept|No|Mr))\.(?=\s|$)|[!?](?=\s|$)|$)/g)) {
      if (part[0].trim() === "") continue;
      const start = block.index + part.index;
      sentences.push(sentenceOf(part[0], start, sentences.length, paragraph, marks));
    }
  }
  return sentences;
}

const TOKEN =
  /(?:Feb|Jan|Sept|No|Mr|a\.m|p\.m)\.|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?|['’](?:s|ll)\b|['’]\d0s|[\p{L}]+(?:\.\p{L}\.)?|[^\s]/gu;

function sentenceOf(
  part: string,
  start: number,
  index: number,
  paragraph: number,
  marks: Readonly<Record<string, Partial<Token>>>,
): Sentence {
  const tokens = [...part.matchAll(TOKEN)].map((m, i): Token => {
    const form = m[0];
    const at = start + m.index;
    const lower = form.toLowerCase().replaceAll("’", "'");
    const plain = { upos: "", xpos: "", head: -1, deprel: "", children: [], lemma: lower };
    return { form, lower, index: i, start: at, end: at + form.length, ...plain, ...marks[form] };
  });
  return { index, paragraph, start, end: start + part.length, tokens };
}
