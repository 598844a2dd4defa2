/** Words of earlier eras, as data/cues/era-words.csv lists them. */
import type { Sentence } from "../core/layers.ts";

export const ERA_KINDS = ["period", "regime", "commemoration", "commemorating", "distance", "recent", "many"] as const;
export type EraKind = (typeof ERA_KINDS)[number];

/** One row of data/cues/era-words.csv. */
export interface EraWord {
  readonly phrase: string;
  readonly kind: EraKind;
}

/** The table of eras, ready to be asked. */
export class EraVocabulary {
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly kind: EraKind }[]>();

  constructor(rows: readonly EraWord[]) {
    for (const { phrase, kind } of rows) {
      const words = phrase.split(/[ -]/);
      const first = words[0] ?? "";
      const known = this.byFirst.get(first);
      if (known) known.push({ words, kind });
      else this.byFirst.set(first, [{ words, kind }]);
    }
  }

  has(word: string, kind: EraKind): boolean {
    return (this.byFirst.get(word) ?? []).some((row) => row.kind === kind && row.words.length === 1);
  }

  /** The phrase that starts at a token, the longest first, with its last token. */
  match(
    sentence: Sentence,
    at: number,
    kinds: readonly EraKind[],
  ): { readonly last: number; readonly kind: EraKind } | null {
    let best: { readonly last: number; readonly kind: EraKind } | null = null;
    const rows = this.byFirst.get(sentence.tokens[at]?.lower ?? "") ?? [];
    for (const { words, kind } of rows) {
      if (!kinds.includes(kind)) continue;
      const last = lastOf(words, sentence, at);
      if (last !== null && (best === null || last > best.last)) best = { last, kind };
    }
    return best;
  }
}

/** Hyphens may be tokens of their own. */
function lastOf(words: readonly string[], { tokens }: Sentence, at: number): number | null {
  let i = at;
  for (const [n, word] of words.entries()) {
    if (n > 0 && tokens[i]?.lower === "-") i++;
    if (tokens[i]?.lower !== word) return null;
    i++;
  }
  return i - 1;
}
