import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRecord } from "../core/record.ts";

/** A resolved mention as the event record has it. */
export function placeRecord(place: PlaceMention): PlaceRecord {
  return {
    extracted_place: place.text,
    resolved_place: place.resolved,
    geonameid: place.geonameid,
    lat: place.lat,
    lon: place.lon,
    country_code: place.country,
    province: place.province ?? (place.resolution === 2 ? place.resolved : null),
    city: place.city,
    feature_code: place.featureCode,
    resolution: place.resolution,
    start: place.start,
    end: place.end,
  };
}
