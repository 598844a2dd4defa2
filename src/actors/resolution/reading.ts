import type { Entity } from "../../core/actor-layers.ts";

/** What one mention says by itself, before the rest of the report is asked. */
export interface Reading {
  /** PLOVER country code or "". */
  readonly code: string;
  /** How surely: 0 none, 1 guessed from place, 2 from a phrase around it, 3 own name or table row. */
  readonly strength: number;
  readonly sectors: readonly string[];
  /** 0 none, 1 default of a vague noun, 2 noun of the tables, 3 dated row. */
  readonly sectorStrength: number;
  /** The same key means the same entity: "countries:Turkey", "holders:Vladimir Putin". */
  readonly key: string | null;
  readonly name: string | null;
  readonly wikidata: string | null;
  readonly office: string | null;
  readonly kind: Entity["kind"];
  readonly gender: Entity["gender"];
  readonly number: Entity["number"];
  /** Lower-case head noun, also of the title before a name. */
  readonly nouns: readonly string[];
  /** An actor noun that takes a country from its surroundings if it has none. */
  readonly wantsCountry: boolean;
  /** Tokens whose entities can give the country: possessor first, then complements. */
  readonly lenders: readonly number[];
  /** The lender's sector is taken over too ("her husband", "Navalny's associates"). */
  readonly takesSector: boolean;
  /** Region that the phrase restricts itself to ("the South American country"), as a row id. */
  readonly region: string | null;
  readonly former: boolean;
  /** The countries or blocs that a plural is shared by ("the foreign ministers of Peru and Chile"); empty for one or none. */
  readonly shares: readonly Share[];
  /** The office or role that the phrase names, for claims; null when it names none. */
  readonly role: RoleWords | null;
  readonly because: string;
}

/** What a plural noun is coded for one of the countries that share it. */
export interface Share {
  readonly code: string;
  readonly sectors: readonly string[];
}

/** An office or role in the words of the text. */
export interface RoleWords {
  readonly words: string;
  readonly body: string | null;
  readonly state: "holds" | "former" | "incoming";
  readonly sectors: readonly string[];
}

export const EMPTY_READING: Reading = {
  code: "",
  strength: 0,
  sectors: [],
  sectorStrength: 0,
  key: null,
  name: null,
  wikidata: null,
  office: null,
  kind: "unknown",
  gender: "unknown",
  number: "unknown",
  nouns: [],
  wantsCountry: false,
  lenders: [],
  takesSector: false,
  region: null,
  former: false,
  shares: [],
  role: null,
  because: "",
};

/** Codes that stand in the country field and take no sector, except armed coalitions. */
export const BLOCS: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]);

/** The sectors that go with a code: none for organisations above the states, except forces of an alliance. */
export function sectorsFor(code: string, sectors: readonly string[]): readonly string[] {
  if (!BLOCS.has(code)) return sectors;
  return code === "IGO" && sectors[0] === "MIL" ? ["MIL"] : [];
}
