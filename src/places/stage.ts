import type { Doc } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { Stage } from "../core/stage.ts";
import type { PlaceRow, PlaceTables } from "../lexicon/place-tables.ts";
import { findCandidates, holds, mentionOf, type PlaceCandidate } from "./find-places.ts";
import { compileGazetteer, type Gazetteer } from "./gazetteer.ts";

/** The stage that finds place names and settles which place each names: by what follows it, by the report's countries, by size. */
export function createPlaceStage(tables: PlaceTables): Stage<"report" | "sentences", "places"> {
  const gazetteer = compileGazetteer(tables);
  return {
    name: "places",
    version: 1,
    requires: ["report", "sentences"],
    assigns: ["places"],
    run: (doc) => ({ places: findPlaces(doc, gazetteer) }),
  };
}

function findPlaces(doc: Doc<"report" | "sentences">, gazetteer: Gazetteer): readonly PlaceMention[] {
  const candidates = doc.sentences.flatMap((sentence) => findCandidates(sentence, gazetteer));
  const countries = countriesOf(candidates);
  const chosen = new Map<string, PlaceRow>();
  return candidates.flatMap((candidate, i) => {
    const row = pairedRow(candidate, candidates[i - 1], candidates[i + 1]) ?? bestRow(candidate, countries, chosen);
    if (row === null) return [];
    chosen.set(nameOf(candidate), row);
    return [mentionOf(candidate, row, doc.report.text)];
  });
}

/** Countries that the report names, or names a large place of. */
function countriesOf(candidates: readonly PlaceCandidate[]): ReadonlySet<string> {
  const countries = new Set<string>();
  for (const { rows } of candidates) {
    const [top, next] = rows;
    if (top !== undefined && top[2] !== "" && (top[6] === 1 || next === undefined || top[9] > 20 * next[9]))
      countries.add(top[2]);
  }
  return countries;
}

/** "Nice, France", "Tripoli, Lebanon", "Ellabell, Georgia, United States": each is in the next. */
function pairedRow(
  candidate: PlaceCandidate,
  before: PlaceCandidate | undefined,
  after: PlaceCandidate | undefined,
): PlaceRow | null {
  if (after !== undefined && isPair(candidate, after)) {
    const row = candidate.rows.find((a) => after.rows.some((b) => holds(b, a)));
    if (row !== undefined) return row;
  }
  if (before === undefined || !isPair(before, candidate)) return null;
  return candidate.rows.find((b) => before.rows.some((a) => holds(b, a))) ?? null;
}

function isPair(a: PlaceCandidate, b: PlaceCandidate): boolean {
  return a.sentence === b.sentence && b.first === a.end + 2 && a.sentence.tokens[a.end + 1]?.lower === ",";
}

/** How much a country that the report names speaks for a place in it, against size. */
const CONTEXT = 60;

/** A capital outweighs other places of its name: "Washington". */
const SEAT = 30;

/** Without a word like "province", a name is more often that of the town than of its province. */
const TOWN = 5;

function bestRow(
  candidate: PlaceCandidate,
  countries: ReadonlySet<string>,
  chosen: ReadonlyMap<string, PlaceRow>,
): PlaceRow | null {
  const known = chosen.get(nameOf(candidate));
  if (known !== undefined) return known;
  let best: PlaceRow | null = null;
  let most = -1;
  for (const row of candidate.rows) {
    const isKind = candidate.kind !== null && candidate.kind === row[6];
    const isSeat = row[7] === "PPLC";
    const isTown = row[6] === 4;
    const score =
      row[9] * (isSeat ? SEAT : isTown ? TOWN : 1) * (countries.has(row[2]) ? CONTEXT : 1) * (isKind ? CONTEXT : 1);
    if (score > most) {
      best = row;
      most = score;
    }
  }
  return best;
}

function nameOf({ sentence, first, end }: PlaceCandidate): string {
  return sentence.tokens
    .slice(first, end + 1)
    .map((t) => t.lower)
    .join(" ");
}
