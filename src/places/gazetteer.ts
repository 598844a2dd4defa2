import type { PlaceRow, PlaceTables, PlaceWordRow } from "../lexicon/place-tables.ts";

/** The place names ready for look-up, and the words that say how places take part. */
export interface Gazetteer {
  /** Rows by folded name ("dayr az zawr"), heaviest first. */
  readonly byName: ReadonlyMap<string, readonly PlaceRow[]>;
  /** Most words of a name that begins with the word. */
  readonly longest: ReadonlyMap<string, number>;
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
}

export function compileGazetteer(tables: PlaceTables): Gazetteer {
  const byName = new Map<string, PlaceRow[]>();
  const longest = new Map<string, number>();
  for (const row of tables.places) {
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
  for (const rows of byName.values()) if (rows.length > 1) rows.sort((a, b) => b[9] - a[9]);
  return { byName, longest, firstNames: new Set(tables.firstNames), words: placeWords(tables.words) };
}

function placeWords(rows: readonly PlaceWordRow[]): PlaceWords {
  const words = { in: new Set<string>(), at: new Set<string>(), asides: new Set<string>(), out: new Set<string>() };
  const kinds = new Map<string, 1 | 2 | 3 | 4 | 5>();
  const targets = new Map<string, string[]>();
  for (const { word, class: kind, value } of rows) {
    if (kind === "in" || kind === "at" || kind === "out") words[kind].add(word);
    else if (kind === "aside") words.asides.add(word);
    else if (kind === "kind") kinds.set(word, Number(value) as 1 | 2 | 3 | 4 | 5);
    else targets.set(word, [...(targets.get(word) ?? []), value]);
  }
  return { ...words, kinds, targets };
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
