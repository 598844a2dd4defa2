import type { Doc } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRow, PlaceTables } from "../lexicon/place-tables.ts";

/** "in the South American country": a country that the text does not name there, but means; "the country" alone may mean any. */
export function describedCountries(
  { mentions, entities }: Doc<"mentions" | "entities">,
  tables: PlaceTables,
): readonly PlaceMention[] {
  return mentions.flatMap(({ kind, entity, sentence, first, last, head, start, end, text }) => {
    const meant = entities[entity];
    if (
      kind !== "nominal" ||
      last - first < 2 ||
      meant?.code === "" ||
      meant?.kind !== "country" ||
      meant.members.length > 0
    )
      return [];
    const row = countryRows(tables).get(meant.code);
    if (row === undefined) return [];
    const [resolved, , country, , lat, lon, , feature, geonameid] = row;
    const place = { sentence, first, last, head, start, end, text, resolved, country, province: null, city: null };
    return [{ ...place, lat, lon, geonameid, featureCode: feature === "" ? null : feature, resolution: 1 as const }];
  });
}

const known = new WeakMap<PlaceTables, ReadonlyMap<string, PlaceRow>>();

/** The row of each country by its code. */
function countryRows(tables: PlaceTables): ReadonlyMap<string, PlaceRow> {
  const found =
    known.get(tables) ?? new Map(tables.places.filter((row) => row[6] === 1).map((row) => [row[2], row] as const));
  known.set(tables, found);
  return found;
}
