import type { PlaceRow } from "../lexicon/place-tables.ts";
import type { PlaceCandidate } from "./find-places.ts";

/** Names that the names beside them settle. */

type Settled = readonly (readonly [PlaceCandidate, PlaceRow])[];

/** "Nice, France", "Tripoli, Lebanon", "Ellabell, Georgia, United States": each is in the next. */
export function pairedRows(candidates: readonly PlaceCandidate[]): Settled {
  const settled: [PlaceCandidate, PlaceRow][] = [];
  let outer: PlaceRow | null = null;
  candidates.forEach((candidate, i) => {
    const after = candidates[i + 1];
    // The outer place of the pair before is the inner one of this pair, if it is of one.
    const known = outer;
    outer = null;
    if (after === undefined || !isPair(candidate, after)) {
      if (known !== null) settled.push([candidate, known]);
      return;
    }
    for (const inner of known === null ? candidate.rows : [known]) {
      const holder = after.rows.find((b) => holds(b, inner));
      if (holder === undefined) continue;
      settled.push([candidate, inner]);
      outer = holder;
      return;
    }
    if (known !== null) settled.push([candidate, known]);
  });
  return settled;
}

/** Whether place `a` lies in place `b`, as far as the rows tell. */
export function holds(b: PlaceRow, a: PlaceRow): boolean {
  if (a === b || a[2] !== b[2] || b[6] >= a[6]) return false;
  return b[6] === 1 || (b[6] === 2 && (a[3] === b[0] || a[3] === b[3]));
}

/** "Pel, Mara", "Pel (Mara)" and "Pel in Mara". */
function isPair(a: PlaceCandidate, b: PlaceCandidate): boolean {
  if (a.sentence !== b.sentence || b.first <= a.end) return false;
  const { tokens } = a.sentence;
  const between = tokens.slice(a.end + 1, b.first).map((t) => t.lower);
  return /^(?:,|\(|in|,? in the|, in)$/.test(between.join(" "));
}

const LINK = /^(?:,|and|or|&|;)$/;
/** Two may be a town and its division; a row of three in which all are divisions is a list of divisions. */
const LISTED = 3;

/** "Oregon, Utah, Virginia, Washington and Wyoming": divisions of one country, though most are towns, too. */
export function peerRows(candidates: readonly PlaceCandidate[]): Settled {
  const settled: (readonly [PlaceCandidate, PlaceRow])[] = [];
  for (let start = 0; start < candidates.length;) {
    let end = start + 1;
    while (end < candidates.length && isListed(candidates[end - 1], candidates[end])) end++;
    const list = candidates.slice(start, end);
    if (list.length >= LISTED) settled.push(...divisionsOf(list));
    start = end;
  }
  return settled;
}

function isListed(a: PlaceCandidate | undefined, b: PlaceCandidate | undefined): boolean {
  if (a === undefined || b === undefined || a.sentence !== b.sentence || b.first - a.end > LISTED) return false;
  const between = a.sentence.tokens.slice(a.end + 1, b.first);
  return between.length > 0 && between.every((t) => LINK.test(t.lower));
}

function divisionsOf(list: readonly PlaceCandidate[]): Settled {
  const countries = list[0]?.rows.filter(isDivision).map((row) => row[2]) ?? [];
  for (const country of countries) {
    const rows = list.map((c) => c.rows.find((row) => isDivision(row) && row[2] === country));
    if (rows.every((row) => row !== undefined))
      return list.flatMap((c, i) => {
        const row = rows[i];
        return row === undefined ? [] : [[c, row] as const];
      });
  }
  return [];
}

function isDivision(row: PlaceRow): boolean {
  return row[6] === 2;
}
