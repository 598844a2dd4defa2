import type { PlaceRow } from "../lexicon/place-tables.ts";
import type { Point } from "./distance.ts";
import type { PlaceCandidate } from "./find-places.ts";

/** What the names that cannot be mistaken say of where a report is about. */
export interface ReportFocus {
  /** Countries that the report names, or names a place of, in the order of the text. */
  readonly countries: ReadonlySet<string>;
  /** Countries that the report names a place in, other than the capital. */
  readonly inside: ReadonlySet<string>;
  /** First-order divisions, as country and name. */
  readonly divisions: ReadonlySet<string>;
  readonly points: readonly Point[];
}

/** A name's heaviest row is meant when it outweighs the next by so much. */
const DOMINANT = 20;
/** Points are compared with every doubtful row; a report of many places is known well enough by the first. */
const MOST_POINTS = 40;

export function focusOf(
  candidates: readonly PlaceCandidate[],
  settled: ReadonlyMap<PlaceCandidate, PlaceRow>,
): ReportFocus {
  const focus = { countries: new Set<string>(), inside: new Set<string>(), divisions: new Set<string>() };
  const points: Point[] = [];
  for (const candidate of candidates) {
    const row = settled.get(candidate) ?? plainRow(candidate);
    if (row === null || row[2] === "") continue;
    const [, , country, province, lat, lon, resolution, feature] = row;
    focus.countries.add(country);
    if (resolution === 1 || feature === "PPLC") continue;
    focus.inside.add(country);
    if (province !== "") focus.divisions.add(`${country} ${province}`);
    if (resolution > 2 && lat !== null && lon !== null && points.length < MOST_POINTS) points.push([lat, lon]);
  }
  return { ...focus, points };
}

/** The only row of weight that a name of the reviewed tables has. */
function plainRow({ rows, isReviewed }: PlaceCandidate): PlaceRow | null {
  const [top, next] = rows;
  if (top === undefined || !isReviewed) return null;
  return next === undefined || top[9] > DOMINANT * next[9] ? top : null;
}
