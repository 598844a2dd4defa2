import type { PlaceRow, PlaceTables, PlaceWordRow } from "../lexicon/place-tables.ts";
import { prefixKey, unpackTowns } from "./town-format.ts";

/** The rows of one name, heaviest first. */
export interface NamedPlaces {
  readonly rows: readonly PlaceRow[];
  /** Whether a reviewed table has the name; of the rest only the long table of towns knows it. */
  readonly isReviewed: boolean;
}

/** The place names ready for look-up, and the words that say how places take part. */
export interface Gazetteer {
  /** The places of a folded name ("dayr az zawr"). */
  named(key: string): NamedPlaces | null;
  /** Most words of a name that begins with the word; 0 where none does. */
  longestFrom(firstWord: string): number;
  readonly firstNames: ReadonlySet<string>;
  readonly words: PlaceWords;
}

export interface PlaceWords {
  /** Prepositions whose phrase says where, and those that do so of buildings, borders and roads only. */
  readonly in: ReadonlySet<string>;
  readonly at: ReadonlySet<string>;
  /** Kinds of place ("province", "airport") with their resolution. */
  readonly kinds: ReadonlyMap<string, 1 | 2 | 3 | 4 | 5>;
  /** Predicates that happen where their object is, with the slots that name it. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
  readonly asides: ReadonlySet<string>;
  /** Prepositions whose phrase is about something else than where: nothing in it says where. */
  readonly out: ReadonlySet<string>;
  /** Bodies that act where they sit ("court"). */
  readonly seats: ReadonlySet<string>;
  /** First words of bodies and offices that a country or division has ("Army", "Secretary"). */
  readonly offices: ReadonlySet<string>;
  /** Words of the language that are towns somewhere, too. */
  readonly common: ReadonlySet<string>;
}

/** Looked-up names that are kept: the commonest come again with every report. */
const KEPT = 20_000;

export function compileGazetteer(tables: PlaceTables): Gazetteer {
  const { byName, longest } = indexRows(tables.places);
  const lookUp = (key: string): NamedPlaces | null => {
    const reviewed = byName.get(key);
    const packed = tables.towns.get(key);
    if (packed === undefined) return reviewed === undefined ? null : { rows: reviewed, isReviewed: true };
    const towns = unpackTowns(packed, key);
    if (reviewed === undefined) return { rows: towns, isReviewed: false };
    return {
      rows: [...reviewed, ...towns.filter((town) => !isKnown(town, reviewed))].sort(byWeight),
      isReviewed: true,
    };
  };
  const longestOf = (word: string): number => {
    const packed = tables.towns.get(prefixKey(word));
    const most = Math.max(longest.get(word) ?? 0, Number(packed ?? 0));
    return most === 0 && tables.towns.get(word) !== undefined ? 1 : most;
  };
  return {
    named: kept(lookUp),
    longestFrom: kept(longestOf),
    firstNames: new Set(tables.firstNames),
    words: placeWords(tables.words),
  };
}

/** Remembers the answers, which are the same every time. */
function kept<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const found = answer(key);
    if (known.size >= KEPT) known.clear();
    known.set(key, found);
    return found;
  };
}

function indexRows(places: readonly PlaceRow[]): {
  readonly byName: ReadonlyMap<string, readonly PlaceRow[]>;
  readonly longest: ReadonlyMap<string, number>;
} {
  const byName = new Map<string, PlaceRow[]>();
  const longest = new Map<string, number>();
  for (const row of places) {
    for (const key of row[10].split("|")) {
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [row]);
      else known.push(row);
      const space = key.indexOf(" ");
      const first = space < 0 ? key : key.slice(0, space);
      const length = space < 0 ? 1 : key.split(" ").length;
      if ((longest.get(first) ?? 0) < length) longest.set(first, length);
    }
  }
  for (const rows of byName.values()) if (rows.length > 1) rows.sort(byWeight);
  return { byName, longest };
}

/** A reviewed town, or a user's, stands in place of the one of its name and division in the long table. */
function isKnown(town: PlaceRow, reviewed: readonly PlaceRow[]): boolean {
  return reviewed.some((row) => row[6] === town[6] && row[2] === town[2] && row[3] === town[3]);
}

function byWeight(a: PlaceRow, b: PlaceRow): number {
  return b[9] - a[9];
}

function placeWords(rows: readonly PlaceWordRow[]): PlaceWords {
  const sets = { in: new Set<string>(), at: new Set<string>(), out: new Set<string>(), common: new Set<string>() };
  const [asides, offices, seats] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const kinds = new Map<string, 1 | 2 | 3 | 4 | 5>();
  const targets = new Map<string, string[]>();
  for (const { word, class: kind, value } of rows) {
    if (kind === "aside") asides.add(word);
    else if (kind === "office") offices.add(word);
    else if (kind === "seat") seats.add(word);
    else if (kind === "kind") kinds.set(word, Number(value) as 1 | 2 | 3 | 4 | 5);
    else if (kind === "target") targets.set(word, [...(targets.get(word) ?? []), value]);
    else sets[kind].add(word);
  }
  return { ...sets, asides, offices, seats, kinds, targets };
}

const compiled = new WeakMap<PlaceTables, PlaceWords>();

/** The words of the tables, compiled once for each lexicon. */
export function placeWordsOf(tables: PlaceTables): PlaceWords {
  const known = compiled.get(tables);
  if (known !== undefined) return known;
  const words = placeWords(tables.words);
  compiled.set(tables, words);
  return words;
}
