import { foldName } from "./fold-name.ts";

/** Endings of inflection, in the order in which they are tried. */
const ENDINGS = ["ing", "est", "ed", "es", "er", "e", "s", "d"] as const;
/** What is left of a word keeps as many letters. */
const SHORTEST = 2;

/**
 * What all inflected forms of a word have in common, and many other words with it: "strike", "strikes" and "striking" give one key.
 * It only says what can be the same word, so that an edit of the lexicon finds every report that it may change.
 */
export function wordKey(word: string): string {
  let key = joined(word).replace(/men$/, "man");
  for (;;) {
    const shorter = shortened(key);
    if (shorter === key) return key.replace(/v$/, "f");
    key = shorter;
  }
}

/** The keys of a word as it stands in a text: of the whole, and of its parts if it is hyphenated. */
export function wordKeys(word: string): readonly string[] {
  const parts = partsOf(word);
  return [...new Set([word, ...parts].map(wordKey))].filter((k) => k !== "");
}

/** The parts of a word or phrase between blanks, hyphens and apostrophes. */
export function partsOf(phrase: string): readonly string[] {
  return foldName(phrase.replace(/['’‘/]/g, " "))
    .split(" ")
    .filter((p) => p !== "");
}

function joined(word: string): string {
  return foldName(word).replaceAll(" ", "");
}

function shortened(key: string): string {
  const plain = key
    .replace(/(?:ies|ied|ying|y)$/, "i")
    .replace(/ck$/, "c")
    .replace(/([^aeiou])\1$/, "$1");
  if (plain !== key) return plain.length < SHORTEST ? key : plain;
  const ending = ENDINGS.find((e) => key.endsWith(e) && key.length - e.length >= SHORTEST);
  return ending === undefined ? key : key.slice(0, -ending.length);
}
