import { foldName } from "../core/fold-name.ts";
import { SUPRANATIONAL } from "../core/codes.ts";
import { SortedTable, type PackedTable } from "../actors/resolution/packed-table.ts";
import { readActorTables, type CountryRow } from "./actor-tables.ts";
import { withSource, type DataFolder, type LexiconSource } from "./lexicon-source.ts";

/** What the place stage knows, ready to be stored as JSON. */
export interface PlaceTables {
  readonly places: readonly PlaceRow[];
  /** Words by class: what says where, what makes a name a place, what happens to a place. */
  readonly words: readonly PlaceWordRow[];
  /** First names in lower case: a town of the same name needs to be told as a place. */
  readonly firstNames: readonly string[];
  /** Towns by folded name (src/places/town-format.ts): far too many to be read before a text asks for them. */
  readonly towns: PackedTable;
}

/**
 * name, aliases joined by "|", country, province, latitude, longitude, resolution, feature code, GeoNames id, weight; a tuple
 * because there are many.
 */
export type PlaceRow = readonly [
  name: string,
  aliases: string,
  country: string,
  province: string,
  lat: number | null,
  lon: number | null,
  resolution: Resolution,
  feature: string,
  geonameid: number | null,
  weight: number,
  /** Folded names and aliases, joined by "|": made when the lexicon is compiled, for a quick start. */
  keys: string,
];

export type Resolution = 1 | 2 | 3 | 4 | 5;
const RESOLUTIONS = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 } as const;

const WORD_CLASSES = ["in", "at", "kind", "target", "aside", "out", "office", "seat", "common"] as const;
export interface PlaceWordRow {
  readonly word: string;
  readonly class: (typeof WORD_CLASSES)[number];
  readonly value: string;
}

const COLUMNS = [
  "name", "aliases", "country", "province", "lat", "lon", "resolution", "feature_code", "geonameid", "weight",
] as const; // prettier-ignore
const KEY = ["name", "country", "province"] as const;
const FILES = ["places/regions.csv", "places/provinces.csv", "places/districts.csv", "places/cities.csv"] as const;
/** Written by train/pack_towns.mjs; a user's rows go into the other files, which are laid over it. */
export const TOWNS = "places/towns.txt";
const WORDS = {
  file: "places/place-words.csv",
  columns: ["word", "class", "value"],
  key: ["word", "class", "value"],
} as const;

/** Countries outweigh towns of their name. */
const COUNTRY_WEIGHT = 1_000_000;

/** Reads and checks `places/*.csv`, and the countries of `actors/countries.csv`. */
export function readPlaceTables(data: DataFolder): PlaceTables {
  return withSource(data, (source) => {
    const actors = readActorTables(source);
    const codes = new Set([...actors.countries.map((c) => c.code), ...SUPRANATIONAL, ""]);
    const places = FILES.flatMap((file) => readPlaces(source, file, codes));
    const parts = new Set(places.map((p) => `${p[2]} ${p[0]}`));
    const countries = actors.countries.filter((c) => c.kind !== "disputed").map((c) => countryRow(c, parts));
    return {
      places: [...countries, ...places],
      words: source.rows(WORDS, (c) => ({
        word: c.filled("word"),
        class: c.oneOf("class", WORD_CLASSES),
        value: c.text("value"),
      })),
      firstNames: Object.keys(actors.firstNames),
      towns: new SortedTable(source.bytes(TOWNS)),
    };
  });
}

/** "Dubai" and "Scotland" are other names of their countries among actors, but not among places. */
function countryRow({ code, kind, name, aliases }: CountryRow, parts: ReadonlySet<string>): PlaceRow {
  const others = aliases.filter((alias) => !parts.has(`${code} ${alias}`)).join("|");
  const feature = kind === "dependency" ? "PCLD" : "PCLI";
  return [name, others, code, "", null, null, 1, feature, null, COUNTRY_WEIGHT, keysOf(name, others)];
}

function readPlaces(source: LexiconSource, file: string, codes: ReadonlySet<string>): readonly PlaceRow[] {
  return source.rows({ file, columns: COLUMNS, key: KEY, repeats: true }, (c): PlaceRow => [
    c.filled("name"),
    c.text("aliases"),
    c.code("country", codes),
    c.text("province"),
    c.number("lat"),
    c.number("lon"),
    RESOLUTIONS[c.oneOf("resolution", ["1", "2", "3", "4", "5"])],
    c.text("feature_code"),
    c.number("geonameid"),
    c.number("weight") ?? 1,
    keysOf(c.text("name"), c.text("aliases")),
  ]);
}

const ARTICLE = /^(?:al|an|ar|as|ash|at|ath|az|ad|el|ed)$/;

/** Every key that a place is found by, joined by "|". */
export function keysOf(name: string, aliases: string): string {
  const keys = new Set<string>();
  for (const spelling of [name, ...aliases.split("|")]) {
    const key = foldName(spelling);
    if (key === "") continue;
    keys.add(key);
    // "al-Hudaydah" and "Hudaydah", "Ar Raqqah" and "Raqqah".
    const space = key.indexOf(" ");
    if (space > 0 && ARTICLE.test(key.slice(0, space)) && key.length - space > 4) {
      keys.add(key.slice(space + 1));
      keys.add(`al ${key.slice(space + 1)}`);
    }
  }
  return [...keys].join("|");
}
