import type { PlaceRow } from "../lexicon/place-tables.ts";
import type { PlaceCandidate } from "./find-places.ts";
import { nameOf } from "./find-places.ts";
import { distanceBetween, type Point } from "./distance.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { pairedRows, peerRows } from "./neighbours.ts";
import { focusOf, type ReportFocus } from "./report-focus.ts";

export interface ResolvedPlace {
  readonly candidate: PlaceCandidate;
  readonly row: PlaceRow;
}

/**
 * Which candidates are places, and which place each is. Names that the words beside them settle ("Paris, Texas") go first; what they and
 * the unmistakable names tell of the report (its countries, divisions, points) decides the rest, with the number of inhabitants.
 */
export function resolvePlaces(candidates: readonly PlaceCandidate[], gazetteer: Gazetteer): readonly ResolvedPlace[] {
  const settled = new Map<PlaceCandidate, PlaceRow>([...pairedRows(candidates), ...peerRows(candidates)]);
  const focus = focusOf(candidates, settled);
  const meant = meantPlaces(candidates, settled, focus, gazetteer);
  const chosen = new Map<string, PlaceRow>();
  // A name that the words settle once is the same place in the whole report.
  for (const [candidate, row] of settled)
    if (!chosen.has(nameOf(candidate)) && row[6] > 2) chosen.set(nameOf(candidate), row);
  const out: ResolvedPlace[] = [];
  candidates.forEach((candidate, i) => {
    if (!meant.has(candidate)) return;
    const name = nameOf(candidate);
    const row =
      settled.get(candidate) ??
      chosen.get(name) ??
      (candidate.rows.length > 0 ? bestRow(candidate, focus) : unknownRow(candidates, i, out, focus));
    chosen.set(name, row);
    out.push({ candidate, row });
  });
  return out;
}

/** Thousands of inhabitants above which a one-word town needs no other sign that it is meant. */
const KNOWN_TOWN = 250;
/** The same of divisions in a country of the report: parishes are called like people. */
const KNOWN_DIVISION = 50;

/** The candidates that are meant as places: by themselves, by the words around them, or because the report says so elsewhere. */
function meantPlaces(
  candidates: readonly PlaceCandidate[],
  settled: ReadonlyMap<PlaceCandidate, PlaceRow>,
  focus: ReportFocus,
  gazetteer: Gazetteer,
): ReadonlySet<PlaceCandidate> {
  const meant = new Set<PlaceCandidate>();
  const told = new Set<string>();
  for (const candidate of candidates) {
    if (!settled.has(candidate) && !isKnown(candidate, focus, gazetteer) && !isTold(candidate, focus, gazetteer))
      continue;
    meant.add(candidate);
    if (settled.has(candidate) || candidate.sign !== "none") told.add(nameOf(candidate));
  }
  for (const candidate of candidates)
    if (told.has(nameOf(candidate)) || isBeside(candidate, candidates, meant)) meant.add(candidate);
  return meant;
}

/** Countries, longer names and large towns are places anywhere, unless people are called so. */
function isKnown(candidate: PlaceCandidate, focus: ReportFocus, { firstNames, words }: Gazetteer): boolean {
  const { first, last, rows, kind, sentence, isReviewed } = candidate;
  const top = rows[0];
  if (top === undefined || !isReviewed) return false;
  if (kind !== null || last > first) return true;
  const word = sentence.tokens[first]?.lower ?? "";
  if (words.common.has(word)) return false;
  if (top[6] === 1 && top[2] !== "") return !firstNames.has(word) || top[9] >= 1_000_000;
  if (firstNames.has(word)) return false;
  return (
    top[9] >= KNOWN_TOWN || rows.some((row) => row[6] <= 2 && row[9] >= KNOWN_DIVISION && focus.countries.has(row[2]))
  );
}

/** "in Marib", "the town of Orange": told as a place by the words around it; small towns must lie in a country of the report. */
function isTold(candidate: PlaceCandidate, focus: ReportFocus, { firstNames, words }: Gazetteer): boolean {
  const { sign, isReviewed, first, last, sentence, rows } = candidate;
  const word = sentence.tokens[first]?.lower ?? "";
  if (sign === "kind") return true;
  if (sign === "none" || (first === last && words.common.has(word))) return false;
  const isHere = rows.some((row) => focus.countries.has(row[2]));
  if (isReviewed && (sign === "where" || isHere || (rows[0]?.[9] ?? 0) >= KNOWN_DIVISION)) return true;
  if (sign === "where") return isHere || focus.countries.size === 0;
  return isHere && !firstNames.has(word);
}

/** "Pel and Dor" where Pel is a place: so is Dor. */
function isBeside(
  candidate: PlaceCandidate,
  candidates: readonly PlaceCandidate[],
  meant: ReadonlySet<PlaceCandidate>,
): boolean {
  const { sentence, first, last } = candidate;
  for (let i = first; i <= last; i++) {
    const token = sentence.tokens[i];
    if (token?.deprel !== "conj" && token?.deprel !== "appos") continue;
    if (candidates.some((c) => c.sentence === sentence && c.first <= token.head && token.head <= c.end && meant.has(c)))
      return true;
  }
  return false;
}

/** How much a country that the report names speaks for a place in it, against size. */
const CONTEXT = 60;

/** A capital outweighs other places of its name: "Washington". */
const SEAT = 30;

/** Without a word like "province", a name is more often that of the town than of its province. */
const TOWN = 5;

/** How much a division that the report names, or a place near by, speaks for a row. */
const NEARNESS = 10;
/** Kilometres. */
const NEAR = 150;

function bestRow(candidate: PlaceCandidate, focus: ReportFocus): PlaceRow {
  const [top, ...others] = candidate.rows;
  if (top === undefined) throw new RangeError("a candidate without rows has no best row");
  let best = top;
  let most = scoreOf(top, candidate, focus);
  for (const row of others) {
    const score = scoreOf(row, candidate, focus);
    if (score > most) [best, most] = [row, score];
  }
  return best;
}

function scoreOf(row: PlaceRow, { kind, rows }: PlaceCandidate, focus: ReportFocus): number {
  const [, , country, province, lat, lon, resolution, feature, , weight] = row;
  let score = weight * (feature === "PPLC" ? SEAT : resolution === 4 ? TOWN : 1);
  if (kind === resolution) score *= CONTEXT;
  // "Georgia": beside the United States alone the country is meant, beside Alabama the state.
  const isNamesake = resolution === 2 && rows[0]?.[6] === 1;
  if (isNamesake ? focus.inside.has(country) : focus.countries.has(country)) score *= CONTEXT;
  if (resolution <= 2 || lat === null || lon === null) return score;
  if (focus.divisions.has(`${country} ${province}`)) score *= NEARNESS;
  if (focus.points.some((point) => isNear(point, [lat, lon]))) score *= NEARNESS;
  return score;
}

/** A degree of latitude is 111 km: most points are told to be far without trigonometry. */
const DEGREE = 111;

function isNear(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) * DEGREE < NEAR && distanceBetween(a, b) < NEAR;
}

/** A place that no table has lies in the place that follows or stands nearest before, else in the report's first country. */
function unknownRow(
  candidates: readonly PlaceCandidate[],
  i: number,
  before: readonly ResolvedPlace[],
  focus: ReportFocus,
): PlaceRow {
  const candidate = candidates[i];
  if (candidate === undefined) throw new RangeError(`no candidate ${i}`);
  const { sentence, first, last, kind } = candidate;
  const next = candidates[i + 1];
  const after =
    next !== undefined && next.sentence === sentence && next.rows.length > 0 ? bestRow(next, focus) : undefined;
  const around = [after, before.at(-1)?.row].find((row) => row !== undefined && row[2] !== "");
  const name = sentence.tokens
    .slice(first, last + 1)
    .map((t) => t.form)
    .join(" ");
  const country = around?.[2] ?? [...focus.countries][0] ?? "";
  const isInside = around !== undefined && around[6] > 1 && kind !== 2;
  const province = kind === 2 ? name : isInside ? around[3] : "";
  return [name, "", country, province, null, null, kind ?? SETTLEMENT, "", null, 0, ""];
}

const SETTLEMENT = 4;
