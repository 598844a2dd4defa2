import { readNumber, type NumberReading } from "../core/number-words.ts";
import type { Bound, SizeLexicon } from "./size-words.ts";

/** A number with what bounds it, as tokens (both ends inclusive). */
export interface BoundedNumber {
  readonly low: number;
  readonly high: number | null;
  readonly first: number;
  readonly last: number;
}

const DASHES = new Set(["to", "-", "–", "—", "or"]);
/** "nearly 50": nine tenths of it at least. */
const NEAR = 0.9;

/** "at least 12", "up to 30", "between 10 and 20", "10 to 15", "more than 1000", "nearly 200", "12 or more". */
export function boundedNumber(
  lower: readonly string[],
  at: number,
  reading: NumberReading,
  lexicon: SizeLexicon,
): BoundedNumber {
  const low = reading.low ?? 0;
  return rangeFrom(lower, at, reading, lexicon) ?? rangeTo(lower, at, reading, lexicon) ?? bounded();

  function bounded(): BoundedNumber {
    const last = reading.next - 1;
    const after = boundAfter(lower, reading.next, lexicon);
    const before = after ?? boundBefore(lower, at, lexicon);
    const { first = at, end = last } = { first: before?.first, end: after?.end };
    if (before?.class === "low") return { low, high: null, first, last: end };
    if (before?.class === "high") return { low: 0, high: reading.high, first, last: end };
    if (before?.class === "near") return { low: Math.floor(low * NEAR), high: reading.high, first, last: end };
    return { low, high: reading.high, first, last: end };
  }
}

function rangeFrom(
  lower: readonly string[],
  at: number,
  reading: NumberReading,
  lexicon: SizeLexicon,
): BoundedNumber | null {
  const joint = lower[reading.next] ?? "";
  if (!DASHES.has(joint) && !(joint === "and" && lower[at - 1] === "between")) return null;
  const second = readNumber(lower, reading.next + 1, lexicon.numbers);
  if (second?.high == null || second.high <= (reading.low ?? 0)) return null;
  const isMarked = lower[at - 1] === "between" || (lower[at - 1] === "from" && joint === "to");
  return {
    low: reading.low ?? 0,
    high: second.high,
    first: isMarked ? at - 1 : at,
    last: second.next - 1,
  };
}

/** The same found at its second number. */
function rangeTo(
  lower: readonly string[],
  at: number,
  reading: NumberReading,
  lexicon: SizeLexicon,
): BoundedNumber | null {
  for (let start = at - 2; start >= Math.max(0, at - 4); start--) {
    const isBetween = lower[at - 1] === "and" && lower[start - 1] === "between";
    if (!DASHES.has(lower[at - 1] ?? "") && !isBetween) continue;
    const first = readNumber(lower, start, lexicon.numbers);
    if (first?.low != null && first.next === at - 1 && first.low < (reading.low ?? 0)) {
      return {
        low: first.low,
        high: reading.high,
        first: isBetween ? start - 1 : start,
        last: reading.next - 1,
      };
    }
  }
  return null;
}

/** The bound before a number, over words that say only that it is rough ("at least another 12", "more than an estimated 300"). */
function boundBefore(
  lower: readonly string[],
  at: number,
  lexicon: SizeLexicon,
): { readonly class: Bound["class"]; readonly first: number } | null {
  let end = at;
  for (let steps = 0; steps < 3; steps++) {
    const bound = lexicon.boundsBefore.find((b) => standsAt(lower, end - b.words.length, b.words));
    if (bound === undefined) return null;
    const first = end - bound.words.length;
    if (bound.class !== "loose") return { class: bound.class, first };
    end = first;
  }
  return null;
}

function boundAfter(
  lower: readonly string[],
  at: number,
  lexicon: SizeLexicon,
): { readonly class: Bound["class"]; readonly first: undefined; readonly end: number } | null {
  const bound = lexicon.boundsAfter.find((b) => standsAt(lower, at, b.words));
  return bound ? { class: bound.class, first: undefined, end: at + bound.words.length - 1 } : null;
}

function standsAt(lower: readonly string[], at: number, words: readonly string[]): boolean {
  return at >= 0 && words.every((word, i) => lower[at + i] === word);
}
