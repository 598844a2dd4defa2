import { textWords } from "./text-words.ts";

/** Three words: of a copy with every tenth word replaced seven in ten are left, of two reports on one matter hardly any are common. */
const SHINGLE_WORDS = 3;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Hashes of all runs of three words of a text, distinct and sorted. */
export function shinglesOf(text: string): Uint32Array {
  const words = textWords(text).map(({ plain }) => hashOf(plain));
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    let hash = FNV_OFFSET;
    for (let k = 0; k < SHINGLE_WORDS; k++) hash = mix(Math.imul(hash ^ (words[i + k] ?? 0), FNV_PRIME));
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes).sort();
}

/** How much two texts have in common. */
export interface Overlap {
  /** Share of the second text that the first has too. */
  readonly ofSecond: number;
  /** The same of whichever is the shorter. */
  readonly ofShorter: number;
}

/** Compares two sorted sets of shingles. */
export function overlapOf(a: Uint32Array, b: Uint32Array): Overlap {
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const [x, y] = [a[i] ?? 0, b[k] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  const shorter = Math.min(a.length, b.length);
  return { ofSecond: b.length ? shared / b.length : 0, ofShorter: shorter ? shared / shorter : 0 };
}

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return mix(hash);
}

/** Spreads the bits of a hash (the finisher of MurmurHash3). */
export function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
