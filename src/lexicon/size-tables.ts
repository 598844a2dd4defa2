import type { NumberWords } from "../core/number-words.ts";
import { withSource, type DataFolder } from "./lexicon-source.ts";
import { readNumberWords } from "./time-tables.ts";

/** What counting the dead, injured, arrested and participants needs, ready to be stored as JSON. */
export interface SizeTables {
  readonly numbers: NumberWords;
  readonly words: readonly SizeWordRow[];
}

const CLASSES = ["dead", "injured", "arrested", "participants", "person", "low", "high"] as const;

export interface SizeWordRow {
  readonly word: string;
  readonly class: (typeof CLASSES)[number];
  /** How the word counts: verb, intransitive, noun, adjective, crowd; of a bound, the word that comes with it. */
  readonly type: string;
}

const SHAPE = {
  file: "sizes/size-words.csv",
  columns: ["word", "class", "type"],
  key: ["word", "class", "type"],
} as const;

/** Reads and checks `sizes/*.csv`. */
export function readSizeTables(data: DataFolder): SizeTables {
  return withSource(data, (source) => ({
    numbers: readNumberWords(source),
    words: source.rows(SHAPE, (c) => ({
      word: c.filled("word"),
      class: c.oneOf("class", CLASSES),
      type: c.text("type"),
    })),
  }));
}
