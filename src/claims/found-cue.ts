import type { SentenceGraph } from "../core/sentence-graph.ts";
import type { ReportingCue } from "./cue-table.ts";

/** Tokens from `first` to `last`, both inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A cue as syntax gives it, by token numbers of its sentence. */
export interface FoundCue {
  readonly cue: ReportingCue;
  /** The word of saying itself. */
  readonly at: number;
  /** All words of the cue. */
  readonly words: readonly number[];
  /** Head of the phrase that speaks; null when nobody is named. */
  readonly source: number | null;
  /** Empty when what is said must stand in another sentence. */
  readonly content: readonly Stretch[];
  /** What is said is a phrase that the cue only speaks of. */
  readonly mentions?: boolean;
  readonly rule: string;
}

/** First and last token of the subtree under `i`. */
export function rangeOf(graph: SentenceGraph, i: number): Stretch {
  let first = i;
  let last = i;
  const stack = [i];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at < first) first = at;
    if (at > last) last = at;
    stack.push(...graph.token(at).children);
  }
  return { first, last };
}

/** The stretch without the marks and conjunctions at its ends that belong to the sentence around it. */
export function trimmed(graph: SentenceGraph, { first, last }: Stretch): Stretch {
  let from = first;
  let to = last;
  while (from < to && isDivider(graph.token(from).form)) from++;
  while (to > from && isDivider(graph.token(to).form)) to--;
  return { first: from, last: to };
}

function isDivider(form: string): boolean {
  return /^(?:[,;:.]|--|[–—-])$/.test(form);
}
