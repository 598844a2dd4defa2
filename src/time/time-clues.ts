import type { Sentence } from "../core/layers.ts";
import type { DateInterval, TimeExpression } from "../core/time-layers.ts";
import type { AnchorClass, TimeTables } from "../lexicon/time-tables.ts";
import { headOf } from "./direction.ts";

/** A time expression, or two joined into one stretch, as it bears on the words around it. */
export interface TimeClue {
  readonly expression: TimeExpression;
  /** What an event that is tied to it gets; null when the expression could not be dated or only says when it was not. */
  readonly interval: DateInterval | null;
  /** Token that governs the expression in syntax, -1 for none. */
  readonly governor: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Bound by a preposition, or an adverb by itself ("on Monday", "yesterday"), not a modifier inside a noun phrase. */
  readonly isFree: boolean;
  /** "since Monday": only the beginning is told. */
  readonly isOpen: boolean;
}

const FREE_RULE = /^(?:date\.weekday|deictic|near|shift|overnight|span|holiday)/;

/** "Monday's vote", "the 2019 protests", "the May summit". */
const MODIFIER = /^(?:nmod:poss|nummod|amod|compound|nmod:tmod|nmod:unmarked|nmod:desc)$/;

/** The clues of one sentence in text order; durations, ages and sets are none, nor is "before Monday". */
export function cluesOf(
  sentence: Sentence,
  times: readonly TimeExpression[],
  anchors: TimeTables["anchors"],
  published: string | null,
): readonly TimeClue[] {
  const dates = times.filter((t) => t.kind === "date" && t.rule !== "vague" && !isDateline(sentence, t));
  const clues: TimeClue[] = [];
  for (let i = 0; i < dates.length; i++) {
    const time = dates[i];
    if (time === undefined) continue;
    const before = isModifier(sentence, time) ? null : prepositionOf(sentence, time);
    const next = dates[i + 1];
    const joined = next !== undefined && isPair(sentence, time, next, anchors) ? next : null;
    if (joined !== null) i++;
    const bounds = classesOf(anchors, before);
    if (bounds.includes("beside") && time.relative === null) continue;
    const interval =
      joined === null ? bounded(time.interval, bounds, published) : united(time.interval, joined.interval);
    clues.push(clueOf(sentence, time, joined ?? time, interval, before !== null));
  }
  return clues;
}

const DATELINE_LENGTH = 12;

/** "KABUL, Afghanistan (Sept. 16) - Forces detained …", "GENEVA, May 3 - …": when it was written, not what it tells. */
function isDateline(sentence: Sentence, time: TimeExpression): boolean {
  if (time.first > DATELINE_LENGTH || time.first === 0) return false;
  const { tokens } = sentence;
  if (tokens.slice(0, time.first).some((t) => /^(?:VB[DPZ]|MD|IN|TO)$/.test(t.xpos))) return false;
  const after = tokens[time.last + 1]?.lower ?? "";
  return tokens[time.first - 1]?.lower === "("
    ? after === ")"
    : /^(?:-|–|—|--)$/.test(after) && time.rule.startsWith("date.");
}

function clueOf(
  sentence: Sentence,
  time: TimeExpression,
  end: TimeExpression,
  interval: DateInterval | null,
  hasPreposition: boolean,
): TimeClue {
  const { tokens } = sentence;
  const head = tokens[headOf(tokens, time.first, time.last)];
  const governor = beyondEvent(tokens, time, head?.head ?? -1);
  const isFree = !isModifier(sentence, time) && (hasPreposition || FREE_RULE.test(time.rule));
  return {
    expression: time,
    interval,
    governor,
    first: time.first,
    last: end.last,
    start: time.start,
    end: end.end,
    isFree,
    isOpen: interval?.precision === "open",
  };
}

/** "after last week's protests": the preposition is that of the protests. */
function isModifier({ tokens }: Sentence, time: TimeExpression): boolean {
  const head = tokens[headOf(tokens, time.first, time.last)];
  return head !== undefined && MODIFIER.test(head.deprel) && head.head > time.last;
}

/** "A day after gunmen attacked, Peru closed the border": parsers hang the day on the attack, but it dates the closing. */
function beyondEvent(tokens: Sentence["tokens"], time: TimeExpression, governor: number): number {
  const event = tokens[governor];
  const isOwn = event !== undefined && time.relative?.eventToken === governor && event.deprel === "advcl";
  return isOwn ? event.head : governor;
}

/** The preposition before an expression, "the" skipped: "since" in "since the 1990s". */
function prepositionOf(sentence: Sentence, time: TimeExpression): string | null {
  for (let i = time.first - 1; i >= 0 && i >= time.first - 3; i--) {
    const token = sentence.tokens[i];
    if (token === undefined) return null;
    if (token.upos === "ADP" || token.upos === "SCONJ" || token.deprel === "case") return token.lower;
    if (token.upos !== "DET" && token.upos !== "ADV") return null;
  }
  return null;
}

function isPair(
  sentence: Sentence,
  time: TimeExpression,
  next: TimeExpression,
  anchors: TimeTables["anchors"],
): boolean {
  if (next.first - time.last !== 2 || time.interval === null || next.interval === null) return false;
  return classesOf(anchors, sentence.tokens[time.last + 1]?.lower ?? null).includes("pair");
}

function bounded(
  interval: DateInterval | null,
  bounds: readonly AnchorClass[],
  published: string | null,
): DateInterval | null {
  if (interval === null) return null;
  if (bounds.includes("from"))
    return {
      start: interval.start,
      end: published !== null && published >= (interval.start ?? "") ? published : null,
      precision: "open",
    };
  if (!bounds.includes("until")) return interval;
  const isAhead = published !== null && interval.end !== null && interval.end >= published;
  return isAhead ? { start: published, end: interval.end, precision: "open" } : null;
}

function united(a: DateInterval | null, b: DateInterval | null): DateInterval | null {
  if (a?.start == null || b?.end == null) return null;
  const [first, last] = a.start <= (b.start ?? "") ? [a, b] : [b, a];
  return { start: first.start, end: last.end, precision: a.precision };
}

function classesOf(anchors: TimeTables["anchors"], word: string | null): readonly AnchorClass[] {
  return word !== null && Object.hasOwn(anchors, word) ? (anchors[word] ?? []) : [];
}
