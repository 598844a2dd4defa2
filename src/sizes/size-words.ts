import type { NumberWords } from "../core/number-words.ts";
import type { SizeTables } from "../lexicon/size-tables.ts";

export type SizeField = "dead" | "injured" | "arrested" | "participants";

export interface SizeUse {
  readonly field: SizeField;
  readonly type: string;
}

export interface SizeLexicon {
  readonly numbers: NumberWords;
  /** What a lemma counts, and how. */
  readonly uses: ReadonlyMap<string, readonly SizeUse[]>;
  readonly persons: ReadonlySet<string>;
  readonly bounds: ReadonlyMap<string, { readonly kind: "low" | "high"; readonly with: string }>;
}

const compiled = new WeakMap<SizeTables, SizeLexicon>();

/** The tables ready for look-up, compiled once for each lexicon. */
export function sizeLexicon(tables: SizeTables): SizeLexicon {
  const known = compiled.get(tables);
  if (known !== undefined) return known;
  const uses = new Map<string, SizeUse[]>();
  const persons = new Set<string>();
  const bounds = new Map<string, { kind: "low" | "high"; with: string }>();
  for (const { word, class: kind, type } of tables.words) {
    if (kind === "person") persons.add(word);
    else if (kind === "low" || kind === "high") bounds.set(word, { kind, with: type });
    else uses.set(word, [...(uses.get(word) ?? []), { field: kind, type }]);
  }
  const lexicon = { numbers: tables.numbers, uses, persons, bounds };
  compiled.set(tables, lexicon);
  return lexicon;
}
