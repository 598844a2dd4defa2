/** Letters by which transliterations differ, longer groups first. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch|ch|sch/g, "c"],
  [/kh|gh|q|ck|x/g, "k"],
  [/sh/g, "c"],
  [/zh|dj|j/g, "j"],
  [/ph|v|w|ff/g, "f"],
  [/th|dh/g, "t"],
  [/z/g, "s"],
  [/(.)\1+/g, "$1"],
];

/**
 * What different spellings of one name have in common: "Qasem", "Qassem" and "Kassem" all give "ksm". The word is in lower case and
 * without accents; its first vowel counts as one, the others not at all.
 */
export function soundOf(word: string): string {
  let out = word;
  for (const [letters, sound] of SAME) out = out.replace(letters, sound);
  return (
    out.slice(0, 1).replace(/[aeiouy]/, "a") +
    out
      .slice(1)
      .replace(/[aeiouyh]/g, "")
      .replace(/(.)\1+/g, "$1")
  );
}

/** Whether two words may be spellings of one name: alike in sound and, but for a few letters, in writing. */
export function soundsLike(a: string, b: string, most = 2): boolean {
  if (a === b) return true;
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 2) return false;
  return soundOf(a) === soundOf(b) && soundOf(a).length > 2 && edits(a, b) <= most;
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const change = (row[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1);
      next.push(Math.min(change, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
