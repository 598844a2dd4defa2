import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { foldName } from "../core/fold-name.ts";
import { readActorTables, type CountryRow } from "./actor-tables.ts";
import { readCsvTable, type CsvRow } from "./csv-table.ts";

/** What the place stage knows, ready to be stored as JSON. */
export interface PlaceTables {
  readonly places: readonly PlaceRow[];
  /** Words by class: what says where, what makes a name a place, what happens to a place. */
  readonly words: readonly PlaceWordRow[];
  /** First names in lower case: a town of the same name needs to be told as a place. */
  readonly firstNames: readonly string[];
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

const WORD_CLASSES = ["in", "at", "kind", "target", "aside", "out"] as const;
export interface PlaceWordRow {
  readonly word: string;
  readonly class: (typeof WORD_CLASSES)[number];
  readonly value: string;
}

const COLUMNS = [
  "name", "aliases", "country", "province", "lat", "lon", "resolution", "feature_code", "geonameid", "weight",
] as const; // prettier-ignore
type Column = (typeof COLUMNS)[number];

/** Countries outweigh towns of their name. */
const COUNTRY_WEIGHT = 1_000_000;

/** Reads and checks `places/*.csv`, and the countries of `actors/countries.csv`. */
export function readPlaceTables(dataDir: string): PlaceTables {
  const actors = readActorTables(dataDir);
  const files = ["regions.csv", "provinces.csv", "cities.csv"];
  const places = files.flatMap((file) => readPlaces(join(dataDir, "places", file)));
  const parts = new Set(places.map((p) => `${p[2]} ${p[0]}`));
  const countries = actors.countries.filter((c) => c.kind !== "disputed").map((c) => countryRow(c, parts));
  return {
    places: [...countries, ...places],
    words: readWords(join(dataDir, "places", "place-words.csv")),
    firstNames: Object.keys(actors.firstNames),
  };
}

/** "Dubai" and "Scotland" are other names of their countries among actors, but not among places. */
function countryRow({ code, kind, name, aliases }: CountryRow, parts: ReadonlySet<string>): PlaceRow {
  const others = aliases.filter((alias) => !parts.has(`${code} ${alias}`)).join("|");
  const feature = kind === "dependency" ? "PCLD" : "PCLI";
  return [name, others, code, "", null, null, 1, feature, null, COUNTRY_WEIGHT, keysOf(name, others)];
}

function readPlaces(path: string): readonly PlaceRow[] {
  return readCsvTable(path, COLUMNS).map((row): PlaceRow => {
    const { value } = row;
    const resolution = numberIn(path, row, "resolution");
    if (resolution === null || ![1, 2, 3, 4, 5].includes(resolution))
      throw badValue(path, row, "resolution", "write 1 to 5");
    return [
      value.name,
      value.aliases,
      value.country,
      value.province,
      numberIn(path, row, "lat"),
      numberIn(path, row, "lon"),
      resolution as Resolution,
      value.feature_code,
      numberIn(path, row, "geonameid"),
      numberIn(path, row, "weight") ?? 1,
      keysOf(value.name, value.aliases),
    ];
  });
}

const ARTICLE = /^(?:al|an|ar|as|ash|at|ath|az|ad|el|ed)$/;

function keysOf(name: string, aliases: string): string {
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

function numberIn(path: string, row: CsvRow<Column>, column: Column): number | null {
  const value = row.value[column];
  if (value === "") return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw badValue(path, row, column, "write a number or nothing");
  return number;
}

function badValue(path: string, row: CsvRow<Column>, column: Column, reason: string): AppError {
  return new AppError("LEXICON_VALUE", { path, line: row.line, column, value: row.value[column], reason });
}

function readWords(path: string): readonly PlaceWordRow[] {
  return readCsvTable(path, ["word", "class", "value"]).map(({ line, value }) => {
    const kind = WORD_CLASSES.find((c) => c === value.class);
    if (kind === undefined) {
      const reason = `write one of ${WORD_CLASSES.join(", ")}`;
      throw new AppError("LEXICON_VALUE", { path, line, column: "class", value: value.class, reason });
    }
    return { word: value.word, class: kind, value: value.value };
  });
}
