const ENDINGS = [
  "ations",
  "ation",
  "ments",
  "ment",
  "ings",
  "ing",
  "ions",
  "ion",
  "ers",
  "er",
  "ied",
  "ies",
  "ed",
  "es",
  "ly",
  "s",
  "e",
  "y",
];
const SHORTEST_STEM = 4;

/**
 * A word without its ending, so that "bombed", "bombing" and "bombings" are one. Coarse on purpose: stems are compared, never shown.
 *
 * @example
 * wordStem("protested") === wordStem("protests") // true
 */
export function wordStem(plain: string): string {
  for (const ending of ENDINGS) {
    if (plain.endsWith(ending) && plain.length - ending.length >= SHORTEST_STEM) return plain.slice(0, -ending.length);
  }
  return plain;
}
