import type { Category } from "../core/codes.ts";

/** A PLOVER country in other schemes. */
export interface CountryCodes {
  readonly name: string;
  /** Number in the Correlates of War state system; null for no member of it. */
  readonly cow: number | null;
  readonly cameo: string;
}

/** A name or code of another scheme and the PLOVER country that it means. */
export interface CountryName {
  readonly name: string;
  readonly country: string;
}

export interface FipsCountry extends CountryName {
  readonly fips: string;
}

/** A CAMEO event code: what PLOVER makes of it (null for what PLOVER leaves out), its quad class and score. */
export interface CameoEvent {
  readonly title: string;
  readonly meaning: {
    readonly category: Category;
    readonly modes: readonly string[];
    readonly contexts: readonly string[];
  } | null;
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
}

/** A PLOVER sector in CAMEO and ICEWS. */
export interface SectorNames {
  /** Role in an actor code; empty for none. */
  readonly cameo: string;
  readonly icews: readonly string[];
  /** What ICEWS calls a party without a name of its own: "Police". */
  readonly agent: string;
}

/** A sector of ICEWS. */
interface IcewsSector {
  readonly name: string;
  readonly sector: string;
  /** A broad name says nothing where a narrower one of these sectors stands beside it. */
  readonly impliedBy: readonly string[];
}

/** One of PLOVER's supranational codes in CAMEO and ICEWS. */
export interface SupranationalNames {
  readonly cameo: string;
  readonly knownGroup: string;
  readonly type: string;
  readonly name: string;
  readonly icews: readonly string[];
}

/** What a group of three letters in a CAMEO actor code means. */
export interface ActorGroup {
  readonly kind: "country" | "international" | "sector" | "religion" | "region" | "label";
  readonly value: string;
}

/** The tables of `data/codes` that exports and imports need. */
export interface SchemeTables {
  /** By PLOVER country. */
  readonly countries: ReadonlyMap<string, CountryCodes>;
  /** The first row of a country is written where no name fits better. */
  readonly fips: readonly FipsCountry[];
  readonly icewsCountries: readonly CountryName[];
  /** By CAMEO code. */
  readonly events: ReadonlyMap<string, CameoEvent>;
  /** `CATEGORY` or `CATEGORY.mode` -> the code that stands in where CAMEO has none. */
  readonly nearest: ReadonlyMap<string, string>;
  readonly sectors: ReadonlyMap<string, SectorNames>;
  /** In the order in which they decide the primary sector. */
  readonly icewsSectors: readonly IcewsSector[];
  readonly supranational: ReadonlyMap<string, SupranationalNames>;
  /** Several meanings of one group are told apart by its place in the actor code. */
  readonly actorGroups: ReadonlyMap<string, readonly ActorGroup[]>;
}
