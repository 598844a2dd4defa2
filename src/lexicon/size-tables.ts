import type { NumberWords } from "../core/number-words.ts";
import { readAgents } from "./actor-tables.ts";
import { withSource, type DataFolder, type LexiconSource } from "./lexicon-source.ts";
import { readNumberWords } from "./time-tables.ts";

/** What counting the dead, injured, arrested and participants needs, ready to be stored as JSON. */
export interface SizeTables {
  readonly numbers: NumberWords;
  readonly words: readonly SizeWordRow[];
  readonly nouns: Readonly<Record<NounClass, readonly string[]>>;
  readonly bounds: readonly BoundRow[];
}

const CLASSES = ["dead", "injured", "arrested", "participants", "help"] as const;
const NOUN_CLASSES = ["person", "group", "generic", "none", "loose", "thing", "mishap", "period"] as const;
const BOUND_CLASSES = ["low", "high", "near", "loose"] as const;
const SIDES = ["before", "after"] as const;

/** What a noun beside a number counts. */
export type NounClass = (typeof NOUN_CLASSES)[number];

export interface SizeWordRow {
  readonly word: string;
  readonly class: (typeof CLASSES)[number];
  /** How the word counts; the head of the file says what each type means. */
  readonly type: string;
}

/** Words before or after a number that bound it. */
export interface BoundRow {
  readonly phrase: string;
  readonly class: (typeof BOUND_CLASSES)[number];
  readonly side: (typeof SIDES)[number];
}

const WORDS = {
  file: "sizes/size-words.csv",
  columns: ["word", "class", "type"],
  key: ["word", "class", "type"],
} as const;
const NOUNS = { file: "sizes/counted-nouns.csv", columns: ["word", "class"], key: ["word", "class"] } as const;
const BOUNDS = { file: "sizes/bounds.csv", columns: ["phrase", "class", "side"], key: ["phrase", "side"] } as const;

/** Reads and checks `sizes/*.csv`. */
export function readSizeTables(data: DataFolder): SizeTables {
  return withSource(data, (source) => ({
    numbers: readNumberWords(source),
    words: source.rows(WORDS, (c) => ({
      word: c.filled("word"),
      class: c.oneOf("class", CLASSES),
      type: c.text("type"),
    })),
    nouns: readNouns(source),
    bounds: source.rows(BOUNDS, (c) => ({
      phrase: c.filled("phrase"),
      class: c.oneOf("class", BOUND_CLASSES),
      side: c.oneOf("side", SIDES),
    })),
  }));
}

/** The nouns for persons are those of the actor tables ("police officer": officer) and some more. */
function readNouns(source: LexiconSource): SizeTables["nouns"] {
  const rows = source.rows(NOUNS, (c) => ({ word: c.filled("word"), class: c.oneOf("class", NOUN_CLASSES) }));
  const of = (name: NounClass): readonly string[] => rows.filter((r) => r.class === name).map((r) => r.word);
  const agents = readAgents(source)
    .filter((agent) => agent.class === "person")
    .map((agent) => agent.words.split(" ").at(-1) ?? "");
  return {
    person: [...new Set([...of("person"), ...agents])].sort(),
    group: of("group"),
    generic: of("generic"),
    none: of("none"),
    loose: of("loose"),
    thing: of("thing"),
    mishap: of("mishap"),
    period: of("period"),
  };
}
