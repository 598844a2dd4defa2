/** What a coder knew, for comparison with what it knows later. */
export interface Fingerprint {
  /** The same knowledge has the same id. */
  readonly id: string;
  /** Hash of everything that is not tied to a word: models, rules, small tables. */
  readonly rest: string;
  /** Tie -> hash of all entries that only a text with such a word can ask for. */
  readonly words: Readonly<Record<string, string>>;
}

/** A tie by the sound of a name rather than by its letters begins with this. */
export const SOUND_TIE = "~";

/** The ties whose entries differ; null when more than entries of words differs, so that any text may be read otherwise. */
export function changedTies(before: Fingerprint, now: Fingerprint): ReadonlySet<string> | null {
  if (before.rest !== now.rest) return null;
  const ties = new Set([...Object.keys(before.words), ...Object.keys(now.words)]);
  return new Set([...ties].filter((t) => before.words[t] !== now.words[t]));
}
