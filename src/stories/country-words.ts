/** Countries whose codes are not letters of the words that name them. */
const OTHERWISE_NAMED: Readonly<Record<string, readonly string[]>> = {
  USA: ["unit", "stat", "america", "us", "u s"],
  GBR: ["unit", "kingdom", "britain", "british", "uk", "gb"],
  COD: ["congo", "congoles", "democratic", "republic", "drc"],
  COG: ["congoles", "republic"],
  DEU: ["germany", "german"],
  KOR: ["south", "korea", "korean"],
  PRK: ["north", "korea", "korean"],
  ZAF: ["south", "africa", "african"],
  ARE: ["unit", "emirat", "uae"],
  CHE: ["swiss", "switzerland"],
};

/**
 * Whether a name, as a stem, is that of one of the countries. ISO 3166 codes are made of letters of the country's name in their order, so
 * that "Pakistan", "Pakistani" (PAK) and "Ukraine" (UKR) are known without a table.
 */
export function isCountryWord(stem: string, codes: readonly string[]): boolean {
  return codes.some((code) => OTHERWISE_NAMED[code]?.some((word) => stem.startsWith(word)) ?? isSpeltBy(stem, code));
}

function isSpeltBy(stem: string, code: string): boolean {
  const letters = code.toLowerCase();
  if (stem[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of stem) if (letter === letters[at]) at++;
  return at === letters.length;
}
