/** The closed code lists of PLOVER 2.0 (manual draft of 4 February 2024, Open Event Data Alliance, CC BY-SA 4.0). */

export const CATEGORIES = [
  "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
  "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
] as const; // prettier-ignore
export type PloverCategory = (typeof CATEGORIES)[number];

/**
 * The id of a category: one of PLOVER's, or one that a lexicon of one's own adds. Ids are capitals, digits and underscores,
 * and the lexicon's reader has checked that the category has a quad class and a score.
 */
export type Category = PloverCategory | (string & {});

/** Whether an event happened. PLOVER's fourth auxiliary mode, `historical`, is a flag of the record. */
export const STATUSES = ["actual", "future", "hypothetical", "negation"] as const;
export type Status = (typeof STATUSES)[number];

export const SECTORS = [
  "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
  "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
] as const; // prettier-ignore
export type Sector = (typeof SECTORS)[number];

/** Categories of what is done by saying so. */
export const VERBAL_CATEGORIES: ReadonlySet<Category> = new Set<Category>([
  "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
]); // prettier-ignore

/** Codes that stand in the country field for actors without a country. */
export const SUPRANATIONAL = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"] as const;
