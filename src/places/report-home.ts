import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRecord } from "../core/record.ts";
import { placeRecord } from "./place-record.ts";

/** The share of a report's place names that must lie in one country for the report to be about it. */
const MOSTLY = 0.6;

/** The country that a report is about, at its first mention; null when it is about several or does not name it. */
export function homeOf(places: readonly PlaceMention[]): PlaceRecord | null {
  const counts = new Map<string, number>();
  const told = places.filter((p) => p.country !== "");
  for (const { country } of told) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < MOSTLY * told.length) return null;
  const country = told.find((p) => p.resolution === 1 && p.country === most[0]);
  return country === undefined ? null : placeRecord(country);
}
