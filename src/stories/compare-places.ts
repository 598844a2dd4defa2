import type { PlaceRecord } from "../core/record.ts";
import type { EventTrace } from "./event-trace.ts";
import type { Comparison } from "./likeness.ts";

const CITY = 4;
const PROVINCE = 2;
const COUNTRY = 1;
/** A town and its suburb. */
const NEAR_KILOMETRES = 15;
const ELSEWHERE = -4;

/** Whether two events can be of one place; what tells none is taken to be where its report is. */
export function comparePlaces(a: EventTrace, b: EventTrace): Comparison {
  if (!a.scene || !b.scene) return [];
  const found = comparePlacePair(a.scene, b.scene);
  if (a.place && b.place) return found;
  if (found === null) return [{ what: "reports from other places", points: ELSEWHERE }];
  return found.map(({ what, points }) => ({ what: `reports: ${what}`, points: points / 2 }));
}

function comparePlacePair(a: PlaceRecord, b: PlaceRecord): Comparison {
  if (a.country_code !== b.country_code) return null;
  if (isOnePlace(a, b)) return [{ what: `same place: ${a.resolved_place}`, points: pointsOf(a) }];
  if (a.resolution >= CITY && b.resolution >= CITY) {
    const distance = kilometresBetween(a, b);
    return distance !== null && distance <= NEAR_KILOMETRES ? [{ what: "neighbouring places", points: 0.5 }] : null;
  }
  if (a.resolution > COUNTRY && b.resolution > COUNTRY && a.province !== b.province)
    return [{ what: "another province", points: a.resolution === b.resolution ? -3 : -1 }];
  return [{ what: "one place in the other", points: 0.5 }];
}

function isOnePlace(a: PlaceRecord, b: PlaceRecord): boolean {
  if (a.geonameid !== null && a.geonameid === b.geonameid) return true;
  return a.resolved_place === b.resolved_place && a.province === b.province;
}

function pointsOf({ resolution }: PlaceRecord): number {
  if (resolution >= CITY) return 2;
  return resolution >= PROVINCE ? 1.5 : 0.5;
}

const EARTH_RADIUS = 6371;

function kilometresBetween(a: PlaceRecord, b: PlaceRecord): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const [p, q] = [radians(a.lat), radians(b.lat)];
  const [dp, dl] = [q - p, radians(b.lon - a.lon)];
  const h = Math.sin(dp / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(dl / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(h));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
