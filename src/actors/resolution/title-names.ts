import type { Sentence, Token } from "../../core/layers.ts";

/** A title as a sentence without syntax, good enough to look names up in: cut at spaces, punctuation and possessive endings. */
export function titleWords(title: string): Sentence {
  const tokens: Token[] = [];
  for (const m of title.matchAll(/['’]s\b|(?:\p{L}\.){2,}|[\p{L}\d]+(?:['’](?!s\b)\p{L}+)*\.?|[^\s]/gu)) {
    const form = m[0];
    tokens.push({
      form,
      lower: form.toLowerCase(),
      lemma: form.toLowerCase(),
      index: tokens.length,
      start: m.index,
      end: m.index + form.length,
      upos: "X",
      xpos: "",
      head: -1,
      deprel: "dep",
      children: [],
    });
  }
  return { index: -1, paragraph: 0, start: 0, end: title.length, tokens };
}
