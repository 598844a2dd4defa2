import type { PlaceRow } from "../lexicon/place-tables.ts";

/**
 * How the long table of towns is written: under the folded name every town that bears it, and under the first word of longer names,
 * with a space behind, the most words that a name has which begins so.
 */

const FIELD = "\t";
const ROW = "\u001e";

/** A town as the table holds it: the other fields of a place row are the same for all. */
export function packTown([name, , country, province, lat, lon, , feature, id, weight]: PlaceRow): string {
  return [name, country, province, lat, lon, feature, id, weight].join(FIELD);
}

export function packTowns(towns: readonly string[]): string {
  return towns.join(ROW);
}

export function unpackTowns(text: string, key: string): readonly PlaceRow[] {
  return text.split(ROW).map((row) => unpackTown(row, key));
}

function unpackTown(row: string, key: string): PlaceRow {
  const [name = "", country = "", province = "", lat = "", lon = "", feature = "", id = "", weight = ""] =
    row.split(FIELD);
  return [name, "", country, province, Number(lat), Number(lon), 4, feature, Number(id), Number(weight), key];
}

export function prefixKey(firstWord: string): string {
  return `${firstWord} `;
}
