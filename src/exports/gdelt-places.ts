import type { PlaceRecord } from "../core/record.ts";
import { pointOf } from "./cells.ts";
import type { CodeBook } from "./code-book.ts";
import { importedPlace } from "./imported-event.ts";

/** The columns of one place in GDELT. */
export interface GdeltPlace {
  /** 1 country, 2 US state, 3 US town, 4 town elsewhere, 5 province elsewhere; 0 none. */
  readonly type: number;
  readonly fullName: string;
  readonly fips: string;
  readonly adm1: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly featureId: string;
}

export const NO_PLACE: GdeltPlace = { type: 0, fullName: "", fips: "", adm1: "", lat: null, lon: null, featureId: "" };

/** ADM1 codes of FIPS are not known to us: 00 is its code for a country as a whole. */
const WHOLE = "00";

export function gdeltPlace(place: PlaceRecord | null, book: CodeBook): GdeltPlace {
  const row = place && book.fipsOf(place);
  if (!place || !row) return NO_PLACE;
  const american = place.country_code === "USA";
  const type = place.resolution >= 3 ? (american ? 3 : 4) : place.resolution === 2 ? (american ? 2 : 5) : 1;
  const country = row.name;
  const names =
    type === 1 ? [country] : type === 2 || type === 5 ? [place.resolved_place, country] : townNames(place, country);
  return {
    type,
    fullName: names.map((n) => n.replaceAll(",", "")).join(", "),
    fips: row.fips,
    adm1: type === 1 ? row.fips : `${row.fips}${WHOLE}`,
    lat: place.lat,
    lon: place.lon,
    featureId: type === 1 ? row.fips : "",
  };
}

function townNames(place: PlaceRecord, country: string): readonly string[] {
  return [place.resolved_place, ...(place.province === null ? [] : [place.province]), country];
}

export function placeOfGdelt(place: GdeltPlace, book: CodeBook): PlaceRecord | null {
  if (place.type === 0 || !place.fips) return null;
  const row = book.countryOfFips(place.fips);
  const names = place.fullName.split(",").map((n) => n.trim());
  const town = place.type === 3 || place.type === 4;
  const provincial = place.type === 2 || place.type === 5;
  const resolved = names[0] ?? row?.name ?? place.fips;
  return importedPlace({
    resolved_place: resolved,
    country_code: row?.country ?? "",
    province: provincial ? resolved : town && names.length > 2 ? (names[1] ?? null) : null,
    city: town ? resolved : null,
    resolution: town ? 4 : provincial ? 2 : 1,
    ...pointOf(place.lat, place.lon),
  });
}
