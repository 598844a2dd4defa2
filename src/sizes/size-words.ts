import type { NumberWords } from "../core/number-words.ts";
import type { NounClass, SizeTables } from "../lexicon/size-tables.ts";

export type SizeField = "dead" | "injured" | "arrested" | "participants";

export interface SizeUse {
  readonly field: SizeField;
  readonly type: string;
}

export interface Bound {
  readonly words: readonly string[];
  readonly class: "low" | "high" | "near" | "loose";
}

export interface SizeLexicon {
  readonly numbers: NumberWords;
  /** What a lemma counts, and how. */
  readonly uses: ReadonlyMap<string, readonly SizeUse[]>;
  /** Verbs that the types `lives` and `found` ask for. */
  readonly helps: ReadonlyMap<string, readonly string[]>;
  /** Longest first. */
  readonly boundsBefore: readonly Bound[];
  readonly boundsAfter: readonly Bound[];
  is(noun: NounClass, lemma: string): boolean;
}

const compiled = new WeakMap<SizeTables, SizeLexicon>();

/** The tables ready for look-up, compiled once for each lexicon. */
export function sizeLexicon(tables: SizeTables): SizeLexicon {
  const known = compiled.get(tables);
  if (known !== undefined) return known;
  const uses = new Map<string, SizeUse[]>();
  const helps = new Map<string, string[]>();
  for (const { word, class: kind, type } of tables.words) {
    if (kind === "help") helps.set(word, [...(helps.get(word) ?? []), type]);
    else uses.set(word, [...(uses.get(word) ?? []), { field: kind, type }]);
  }
  const nouns = new Map(Object.entries(tables.nouns).map(([name, words]) => [name, new Set(words)]));
  const lexicon: SizeLexicon = {
    numbers: tables.numbers,
    uses,
    helps,
    boundsBefore: boundsOf(tables, "before"),
    boundsAfter: boundsOf(tables, "after"),
    is: (noun, lemma) => nouns.get(noun)?.has(lemma.toLowerCase()) === true,
  };
  compiled.set(tables, lexicon);
  return lexicon;
}

function boundsOf(tables: SizeTables, side: "before" | "after"): readonly Bound[] {
  return tables.bounds
    .filter((row) => row.side === side)
    .map((row) => ({ words: row.phrase.split(" "), class: row.class }))
    .sort((a, b) => b.words.length - a.words.length);
}
