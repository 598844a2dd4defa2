import type { EventRecord } from "../core/record.ts";

/** What decides whether two records of a report tell the same happening. */
export interface IdentityClue {
  readonly record: EventRecord;
  /** Entity ids of the parties. */
  readonly parties: readonly number[];
  /** Lemma of the predicate and rule of the frame that fired. */
  readonly lemma: string;
  readonly frame: string;
  readonly kind: "verb" | "noun" | "adjective";
  /** "the meeting", "the attack": a definite noun points back. */
  readonly isDefinite: boolean;
  readonly isPassive: boolean;
  /** What a reaction reacts to ("rejected the accusation", "condemned the raid"): the definite noun and the category it tells. */
  readonly object: { readonly lemma: string; readonly category: string | null; readonly start: number } | null;
}

/** For each record the index of the earlier record that tells the same happening, or null. */
export function findSame(clues: readonly IdentityClue[]): readonly (number | null)[] {
  const first: (number | null)[] = [];
  clues.forEach((clue, i) => {
    let best: number | null = null;
    for (let k = i - 1; k >= 0 && best === null; k--) {
      const earlier = clues[k];
      if (earlier && isSame(earlier, clue)) best = first[k] ?? k;
    }
    first.push(best);
  });
  return first;
}

function isSame(a: IdentityClue, b: IdentityClue): boolean {
  const [x, y] = [a.record, b.record];
  if (
    x.event[0] !== y.event[0] ||
    (x.status === "negation") !== (y.status === "negation") ||
    x.historical !== y.historical
  )
    return false;
  if (!datesMeet(x, y) || !(modesMeet(x, y) || isOneWord(a.lemma, b.lemma)) || !placesMeet(x, y)) return false;
  const shared = b.parties.filter((p) => a.parties.includes(p)).length;
  if (!b.parties.length) return b.isDefinite || (a.lemma === b.lemma && !a.parties.length);
  if (!a.parties.length) return b.isDefinite || a.lemma === b.lemma;
  if (shared === 0) return false;
  // Everyone named the second time was there the first time, or one telling names more of the same people.
  const contained = b.parties.every((p) => a.parties.includes(p)) || a.parties.every((p) => b.parties.includes(p));
  return contained && (b.isDefinite || a.lemma === b.lemma || a.frame === b.frame || x.date === y.date);
}

/** Whether two dates may be one; an unknown date may be any. */
export function datesMeet(x: EventRecord, y: EventRecord): boolean {
  if (x.date === null || y.date === null) return true;
  return x.date <= (y.enddate ?? y.date) && y.date <= (x.enddate ?? x.date);
}

/** "bombed … the bombing": verb and noun of one root, whatever modes their frames give. */
export function isOneWord(a: string, b: string): boolean {
  const stem = Math.max(4, Math.min(a.length, b.length) - 2);
  return a.length >= 4 && b.length >= 4 && a.slice(0, stem) === b.slice(0, stem);
}

/** Whether one of two events may have the other's modes. */
export function modesMeet(x: EventRecord, y: EventRecord): boolean {
  return !x.mode.length || !y.mode.length || x.mode.some((m) => y.mode.includes(m));
}

/** Whether two events may have happened in one place. */
export function placesMeet(x: EventRecord, y: EventRecord): boolean {
  const [a, b] = [x.event_loc, y.event_loc];
  return !a || !b || a.resolved_place === b.resolved_place || a.country_code === b.country_code;
}
