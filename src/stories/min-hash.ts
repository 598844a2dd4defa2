import { mix } from "./shingles.ts";

const ROWS = 2;
/**
 * 64 bands of two rows: of two texts of equal length that share half of their shingles 99.9 % meet in a band, of those that share a
 * fifth 84 %, of those that share a hundredth 0.2 %.
 */
const BANDS = 64;

/**
 * Keys under which near-copies meet: MinHash, banded. Whether two texts meet depends on these two alone, so that the order of the others
 * and what has been forgotten change nothing.
 */
export function bandKeys(shingles: Uint32Array): readonly string[] {
  if (shingles.length === 0) return [];
  const keys: string[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = `${String(band)}`;
    for (let row = 0; row < ROWS; row++) key += `:${String(smallest(shingles, band * ROWS + row))}`;
    keys.push(key);
  }
  return keys;
}

function smallest(shingles: Uint32Array, permutation: number): number {
  const seed = mix(permutation + 1);
  let least = 0xffffffff;
  for (const shingle of shingles) {
    const value = mix(shingle ^ seed) >>> 0;
    if (value < least) least = value;
  }
  return least;
}
