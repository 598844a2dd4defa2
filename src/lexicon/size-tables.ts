import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import type { NumberWords } from "../core/number-words.ts";
import { readCsvTable } from "./csv-table.ts";
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

/** Reads and checks `sizes/*.csv`. */
export function readSizeTables(dataDir: string): SizeTables {
  const path = join(dataDir, "sizes", "size-words.csv");
  const words = readCsvTable(path, ["word", "class", "type"]).map(({ line, value }) => {
    const kind = CLASSES.find((c) => c === value.class);
    if (kind !== undefined) return { word: value.word, class: kind, type: value.type };
    const reason = `write one of ${CLASSES.join(", ")}`;
    throw new AppError("LEXICON_VALUE", { path, line, column: "class", value: value.class, reason });
  });
  return { numbers: readNumberWords(dataDir), words };
}
