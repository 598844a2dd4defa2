/** Mean radius of the earth in kilometres. */
const EARTH = 6371;

export type Point = readonly [lat: number, lon: number];

/** Kilometres between two points on the great circle. */
export function distanceBetween([latA, lonA]: Point, [latB, lonB]: Point): number {
  const radians = Math.PI / 180;
  const [north, east] = [((latB - latA) * radians) / 2, ((lonB - lonA) * radians) / 2];
  const chord = Math.sin(north) ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(east) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}
