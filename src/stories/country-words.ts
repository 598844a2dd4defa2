/** Countries whose codes are not letters of the words that name them. */
const OTHERWISE_NAMED: Readonly<Record<string, readonly string[]>> = {
  ARE: ["unit", "emirat", "uae"],
  ATG: ["barbud"],
  AZE: ["karabakh"],
  BFA: ["burkina", "faso"],
  BHS: ["bahama"],
  BIH: ["bosnia", "herzegovin", "bosniak"],
  CAF: ["central", "african", "republic"],
  CHE: ["swis", "switzerland"],
  CHN: ["china", "chines"],
  CIV: ["ivor", "coast"],
  COD: ["congo", "congoles", "democratic", "republic", "drc"],
  COG: ["congo", "congoles", "republic"],
  CPV: ["cape", "verd", "cabo"],
  CRI: ["costa", "rica"],
  DEU: ["germany", "german"],
  DNK: ["danish", "dane", "greenland"],
  DZA: ["algeria"],
  ESP: ["spain", "spanish", "spaniard"],
  FRA: ["french"],
  FSM: ["micronesia"],
  GBR: [
    "unit",
    "kingdom",
    "britain",
    "british",
    "briton",
    "england",
    "english",
    "scotland",
    "scottish",
    "wale",
    "welsh",
    "uk",
    "gb",
  ],
  GNB: ["guinea", "bissau"],
  GNQ: ["equatorial", "guinea"],
  GRC: ["greek", "hellenic"],
  HKG: ["hong", "kong"],
  HRV: ["croat"],
  IRL: ["irish"],
  IRN: ["persia"],
  ISL: ["iceland"],
  KHM: ["cambodia"],
  KOR: ["south", "korea", "korean"],
  KOS: ["kosovo", "kosov"],
  LKA: ["sri", "lanka"],
  LSO: ["basotho"],
  MAR: ["morocc", "western", "sahara", "sahrawi"],
  MKD: ["north", "macedonia"],
  MMR: ["burm", "rohingya"],
  MUS: ["maurit"],
  NLD: ["dutch", "holland"],
  NZL: ["new", "zealand"],
  PHL: ["filipin"],
  PNG: ["papua", "new", "guinea"],
  PRK: ["north", "korea", "korean"],
  PRY: ["paragua"],
  PSE: ["palestin", "gaza", "gazan", "west", "bank", "strip"],
  ROU: ["romania"],
  RUS: ["soviet"],
  SAU: ["saudi", "arabia"],
  SDN: ["sudan"],
  SLB: ["solomon", "island"],
  SLE: ["sierra", "leon"],
  SSD: ["south", "sudan"],
  SWZ: ["eswatini"],
  TCD: ["chad"],
  TLS: ["east", "timor"],
  TTO: ["trinidad", "tobago"],
  TWN: ["taiwan", "taipei"],
  UKR: ["ukrain", "crimea"],
  URY: ["urugua"],
  USA: ["unit", "stat", "america", "us", "u s"],
  VAT: ["vatican", "holy", "see"],
  VNM: ["viet", "nam", "vietnam"],
  WSM: ["samoa"],
  ZAF: ["south", "africa", "african"],
  ZWE: ["zimbabw"],
};

/**
 * Whether a name, as a stem, is that of one of the countries. ISO 3166 codes are made of letters of the country's name in their order, so
 * that "Pakistan", "Pakistani" (PAK) and "Ukraine" (UKR) are known without a table.
 */
export function isCountryWord(stem: string, codes: readonly string[]): boolean {
  return codes.some((code) => OTHERWISE_NAMED[code]?.some((word) => stem.startsWith(word)) || isSpeltBy(stem, code));
}

function isSpeltBy(stem: string, code: string): boolean {
  const letters = code.toLowerCase();
  if (stem[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of stem) if (letter === letters[at]) at++;
  return at === letters.length;
}
