import type { Token } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRow } from "../lexicon/place-tables.ts";
import type { PlaceCandidate } from "./find-places.ts";

/** The mention that a candidate becomes once its row is chosen. */
export function mentionOf(candidate: PlaceCandidate, row: PlaceRow, text: string): PlaceMention {
  const { sentence, first, end } = candidate;
  const start = sentence.tokens[first]?.start ?? sentence.start;
  const stop = sentence.tokens[end]?.end ?? start;
  const resolution = candidate.kind !== null && candidate.kind > row[6] ? candidate.kind : row[6];
  return {
    sentence: sentence.index,
    first,
    last: end,
    head: headIn(sentence.tokens, first, end),
    start,
    end: stop,
    text: text.slice(start, stop),
    resolved: resolution > row[6] ? text.slice(start, stop) : row[0],
    country: row[2],
    province: row[3] === "" ? null : row[3],
    city: row[6] === 4 ? row[0] : null,
    lat: row[4],
    lon: row[5],
    geonameid: row[8],
    featureCode: row[7] === "" ? null : row[7],
    resolution,
  };
}

function headIn(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < first || head > last) return i;
  }
  return last;
}
