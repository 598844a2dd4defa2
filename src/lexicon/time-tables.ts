import type { NumberWords } from "../core/number-words.ts";
import { withSource, type DataFolder, type LexiconSource } from "./lexicon-source.ts";

/** What the time stage knows, ready to be stored as JSON. */
export interface TimeTables {
  readonly words: readonly TimeWordRow[];
  readonly holidays: readonly HolidayRow[];
  readonly prospects: Readonly<Record<string, ProspectClass>>;
  readonly numbers: NumberWords;
  /** Classes of the words that tie events to times, by word. */
  readonly anchors: Readonly<Record<string, readonly AnchorClass[]>>;
}

export interface TimeWordRow {
  readonly word: string;
  readonly class: TimeWordClass;
  readonly value: string;
  readonly when: WordCondition;
}

export interface HolidayRow {
  readonly name: string;
  readonly rule: string;
}

const WORD_CLASSES = [
  "weekday", "weekdays", "month", "unit", "units", "daypart", "dayparts", "season", "sense", "after", "part", "half",
  "deictic", "overnight", "each", "set", "vague", "old", "long", "join", "filler", "around", "era", "label", "measure",
  "eve", "decade", "possessive", "lead",
] as const; // prettier-ignore
export type TimeWordClass = (typeof WORD_CLASSES)[number];

const CONDITIONS = ["", "capital", "name", "beside"] as const;
export type WordCondition = (typeof CONDITIONS)[number];

const PROSPECTS = ["modal", "bridge", "plan", "ahead", "past"] as const;
export type ProspectClass = (typeof PROSPECTS)[number];

const ANCHORS = [
  "from",
  "until",
  "beside",
  "within",
  "together",
  "lend",
  "pair",
  "earlier",
  "about",
  "unmarked",
  "occur",
  "further",
] as const;
export type AnchorClass = (typeof ANCHORS)[number];

const NUMBER_CLASSES = ["unit", "scale", "vague", "few", "ordinal"] as const;
const HOLIDAY_RULE = /^$|^\d\d-\d\d$|^easter:-?\d+$|^[a-z]+day:-?\d:\d\d(?::-?\d+)?$/;

const WORDS = {
  file: "time/words.csv",
  columns: ["word", "class", "value", "when"],
  key: ["word", "class", "value"],
} as const;
const HOLIDAYS = { file: "time/holidays.csv", columns: ["name", "rule"], key: ["name"] } as const;
const PROSPECT_WORDS = { file: "time/prospects.csv", columns: ["word", "class"], key: ["word"] } as const;
const ANCHOR_WORDS = { file: "time/anchors.csv", columns: ["word", "class"], key: ["word", "class"] } as const;
const NUMBERS = { file: "sizes/numbers.csv", columns: ["word", "class", "value", "high"], key: ["word"] } as const;

/** Reads and checks `time/*.csv` and `sizes/numbers.csv` of a lexicon folder. */
export function readTimeTables(data: DataFolder): TimeTables {
  return withSource(data, (source) => ({
    words: source.rows(WORDS, (c) => ({
      word: c.filled("word"),
      class: c.oneOf("class", WORD_CLASSES),
      value: c.text("value"),
      when: c.oneOf("when", CONDITIONS),
    })),
    holidays: readHolidays(source),
    prospects: Object.fromEntries(
      source.rows(PROSPECT_WORDS, (c) => [c.filled("word"), c.oneOf("class", PROSPECTS)] as const),
    ),
    numbers: readNumberWords(source),
    anchors: readAnchors(source),
  }));
}

/** Reads and checks `sizes/numbers.csv`. */
export function readNumberWords(source: LexiconSource): NumberWords {
  return Object.fromEntries(
    source.rows(NUMBERS, (c) => [
      c.filled("word"),
      { class: c.oneOf("class", NUMBER_CLASSES), value: c.number("value"), high: c.number("high") },
    ]),
  );
}

function readHolidays(source: LexiconSource): readonly HolidayRow[] {
  return source.rows(HOLIDAYS, (c) => {
    const rule = c.text("rule");
    if (/^\d{1,2}-\d{1,2}$/.test(rule) && rule.length < 5)
      c.fault("rule", "a spreadsheet has dropped leading zeros; write MM-DD");
    else if (!HOLIDAY_RULE.test(rule)) c.fault("rule", "write MM-DD, easter:OFFSET, WEEKDAY:N:MM or leave it empty");
    return { name: c.filled("name"), rule };
  });
}

function readAnchors(source: LexiconSource): TimeTables["anchors"] {
  const table: Record<string, AnchorClass[]> = {};
  for (const { word, kind } of source.rows(ANCHOR_WORDS, (c) => ({
    word: c.filled("word"),
    kind: c.oneOf("class", ANCHORS),
  })))
    (table[word] ??= []).push(kind);
  return table;
}
