import { findFrom, pointLength, pointSlice } from "./code-points.ts";
import type { GoldEvent, Prediction, ScoredParty } from "./types.ts";

/** Farthest that a trigger may lie from the gold anchor, most trigger spans and most characters in them. */
const REACH = 30;
const MOST_SPANS = 3;
const MOST_CHARACTERS = 90;

const SPACE = String.raw`[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const OUTER_SPACE = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");

/** A gold event with its anchor found in the text. */
export interface PlacedGold {
  readonly event: GoldEvent;
  readonly start: number;
  readonly end: number;
}

/** Where the gold event's anchor stands: the first one at or after the start of its sentence. */
export function placeGold(event: GoldEvent, text: string): PlacedGold {
  const sentence = Math.max(findFrom(text, pointSlice(event.sentence, 0, 60), 0), 0);
  const anchor = findFrom(text, event.anchor, sentence);
  const start = anchor < 0 ? sentence : anchor;
  return { event, start, end: start + pointLength(event.anchor) };
}

/** The category of a prediction; of several the first. */
export function categoryOf(prediction: Prediction): string | undefined {
  return typeof prediction.event === "string" ? prediction.event : prediction.event[0];
}

/** The countries or the sectors of parties, without empty ones. */
export function codesOf(parties: readonly ScoredParty[] | null | undefined, field: "country" | "sector"): Set<string> {
  const codes = new Set<string>();
  for (const party of parties ?? []) {
    const code = field === "country" ? party.country || party.code || "" : party.sector || "";
    if (code !== "") codes.add(pointSlice(code, 0, 3));
  }
  return codes;
}

/** Whether a prediction may be matched at all; one that may not counts as wrong. */
export function isUsable(prediction: Prediction, text: string, bySentence: boolean): boolean {
  if (typeof prediction.event !== "string" && prediction.event.length !== 1) return false;
  const sentence = prediction.text_info;
  if (!sentence) return false;
  if (stripped(pointSlice(text, sentence.start, sentence.end)).includes("\n\n")) return false;
  if (bySentence) return true;
  const trigger = prediction.trigger ?? [];
  const characters = trigger.reduce((sum, span) => sum + span.end - span.start, 0);
  return trigger.length > 0 && trigger.length <= MOST_SPANS && characters <= MOST_CHARACTERS;
}

/** White space at both ends taken off as Python's `strip` does it; `trim` differs in the separator controls. */
function stripped(text: string): string {
  return text.replace(OUTER_SPACE, "");
}

/** Characters between the nearest trigger span and the anchor; null when they are too far apart to match. */
function distance(prediction: Prediction, gold: PlacedGold, bySentence: boolean): number | null {
  const sentence = prediction.text_info;
  if (!sentence || gold.start < sentence.start || gold.start >= sentence.end) return null;
  if (bySentence) return 0;
  const gaps = (prediction.trigger ?? []).map((span) => Math.max(span.start - gold.end, gold.start - span.end, 0));
  const gap = Math.min(...gaps);
  return gap <= REACH ? gap : null;
}

/** How well a prediction fits a gold event; null when they cannot be a pair. */
function fit(prediction: Prediction, gold: PlacedGold, bySentence: boolean): number | null {
  const { event } = gold;
  const category = categoryOf(prediction);
  if (category === undefined) return null;
  const type = category === event.type ? 2 : event.alt?.includes(category) ? 1 : 0;
  if (type === 0) return null;
  const gap = distance(prediction, gold, bySentence);
  if (gap === null) return null;
  const who = shared(prediction.actor, event.actor) + shared(prediction.recipient, event.recipient);
  return 2 * type + who + (gap === 0 ? 3 : 0) - gap / REACH + (event.core ? 0.5 : 0);
}

function shared(a: readonly ScoredParty[] | null | undefined, b: readonly ScoredParty[]): number {
  return intersection(codesOf(a, "country"), codesOf(b, "country"));
}

/** How many members two sets share. */
export function intersection<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}

export interface MatchedPair {
  readonly prediction: number;
  readonly gold: number;
}

/** Pairs predictions with gold events one to one, the best fitting pairs first. */
export function matchEvents(
  predictions: readonly Prediction[],
  golds: readonly PlacedGold[],
  bySentence: boolean,
): readonly MatchedPair[] {
  const candidates: (MatchedPair & { readonly fit: number })[] = [];
  predictions.forEach((prediction, i) => {
    golds.forEach((gold, j) => {
      const value = fit(prediction, gold, bySentence);
      if (value !== null) candidates.push({ prediction: i, gold: j, fit: value });
    });
  });
  candidates.sort((a, b) => b.fit - a.fit);
  const usedPredictions = new Set<number>();
  const usedGolds = new Set<number>();
  const pairs: MatchedPair[] = [];
  for (const { prediction, gold } of candidates) {
    if (usedPredictions.has(prediction) || usedGolds.has(gold)) continue;
    usedPredictions.add(prediction);
    usedGolds.add(gold);
    pairs.push({ prediction, gold });
  }
  return pairs;
}
