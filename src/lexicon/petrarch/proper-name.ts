/**
 * `KOFI ANNAN` -> `Kofi Annan`, `UNHCR` -> `UNHCR`. Dictionaries write capitals only, so the spelling is a guess for the
 * reader's eye; `acronyms` are words known to be written in capitals.
 */
export function properName(capitals: string, acronyms: ReadonlySet<string>): string {
  const words = capitals.split(" ");
  if (words.length === 1 && isAcronym(capitals)) return capitals.toUpperCase();
  return words
    .map((w, i) => (i > 0 && SMALL.has(w.toLowerCase()) ? w.toLowerCase() : acronyms.has(w) ? w : properWord(w)))
    .join(" ");
}

/** Words of names that English writes small. */
const SMALL = new Set([
  "of",
  "the",
  "and",
  "for",
  "in",
  "on",
  "to",
  "de",
  "del",
  "la",
  "al",
  "el",
  "bin",
  "von",
  "van",
  "der",
]);

/** Short words without a vowel between consonants, and letters with full stops or digits: WHO, ETA, U.N., M23. */
function isAcronym(word: string): boolean {
  if (/[.&\d]/.test(word)) return true;
  if (word.length <= 3) return !/^[^AEIOUY][AEIOUY][^AEIOUY]$/i.test(word);
  return word.length <= 5 && !/[AEIOUY]/i.test(word);
}

function properWord(word: string): string {
  if (/\d/.test(word) || /^(?:[A-Z]\.)+$/.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/^\p{L}|[-'’./]\p{L}/gu, (c) => c.toUpperCase())
    .replace(/['’]S$/u, (c) => c.toLowerCase());
}
