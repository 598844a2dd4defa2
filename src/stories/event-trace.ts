import { isCountryWord } from "./country-words.ts";
import { dayNumber } from "./days.ts";
import { isFunctionWord } from "./function-words.ts";
import {
  COUNT_KINDS,
  type CountKind,
  type CountRecord,
  type EventRecord,
  type PartyRecord,
  type PlaceRecord,
} from "../core/record.ts";
import { foldName } from "../core/fold-name.ts";
import { shinglesOf } from "./shingles.ts";
import { textWords } from "./text-words.ts";
import { wordStem } from "./word-stem.ts";

/** A report as far as happenings go. */
export interface HappeningReport {
  readonly id: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly title?: string | null;
  readonly text: string;
  /** Id of the first report of its story, from `StoryFinder`. */
  readonly story: string;
}

/** What of an event record decides whether another record tells the same happening. */
export interface EventTrace {
  readonly record: EventRecord;
  readonly report: HappeningReport;
  readonly days: DaySpan | null;
  readonly published: number | null;
  readonly actors: readonly PartyTrace[];
  readonly recipients: readonly PartyTrace[];
  readonly place: PlaceRecord | null;
  /** Where the report's nearest event with a place was, and who did its nearest deed: for what tells neither itself. */
  readonly scene: PlaceRecord | null;
  readonly doers: readonly PartyTrace[];
  /** Countries of the parties and the place; where no party has one, of the whole report. */
  readonly countries: readonly string[];
  /** A party has a country. */
  readonly isPlaced: boolean;
  /** Stems of the trigger's words. */
  readonly trigger: readonly string[];
  /** Stems of the sentence's words, and the names in it. */
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Stems of the names of countries and provinces in which the report's events are: what goes on there has them all. */
  readonly regionWords: ReadonlySet<string>;
  /** The same of the whole report. */
  readonly reportWords: ReadonlySet<string>;
  readonly reportNames: ReadonlySet<string>;
  /** Runs of three words of sentence and report: whether one text is written over the other. */
  readonly shingles: Uint32Array;
  readonly reportShingles: Uint32Array;
}

/** First and last day, by number. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
  /** The text names the day; otherwise it is guessed from the report's date, or names more than a day. */
  readonly isFirm: boolean;
}

/** Who took part, as far as two reports can be compared. */
export interface PartyTrace {
  readonly code: string;
  readonly sector: string;
  readonly identifier: string | null;
  /** Canonical name, folded; null for "gunmen". */
  readonly name: string | null;
  /** Where it is one that a country has but once ("president"). */
  readonly office: string | null;
  /** Names one person, or one body that is no country. */
  readonly isIndividual: boolean;
  /** The mention has a name in it ("Israeli jets"); otherwise the country is what the context says. */
  readonly isNamed: boolean;
  /** Stems of the fullest mention. */
  readonly words: ReadonlySet<string>;
}

/** More of a long report is background. */
const REPORT_CHARACTERS = 1200;

/** The traces of all records of one report, in their order. Pure: records and report are all that a store needs to keep. */
export function tracesOf(records: readonly EventRecord[], report: HappeningReport): readonly EventTrace[] {
  const text = withoutDateline(report.text).slice(0, REPORT_CHARACTERS);
  const head = wordsOf(text);
  const reportShingles = shinglesOf(text);
  const regionWords = regionsOf(records);
  const own = records.map(countriesOf);
  const all = [...new Set(own.flat())].sort();
  return records.map((record, i): EventTrace => {
    const { start, end } = record.text_info;
    const sentence = withoutDateline(report.text.slice(start, end));
    const { words, names } = wordsOf(sentence);
    const isTold = [...record.actor, ...record.recipient].some(({ code }) => code !== "");
    return {
      record,
      report,
      days: daysOf(record),
      published: report.date === null ? null : dayNumber(report.date),
      actors: record.actor.map(partyTrace),
      recipients: record.recipient.map(partyTrace),
      place: record.event_loc,
      scene: record.event_loc ?? nearest(records, i, ({ event_loc }) => event_loc),
      doers: (nearest(records, i, doersOf) ?? []).map(partyTrace),
      isPlaced: isTold,
      countries: isTold ? (own[i] ?? []) : all,
      trigger: triggerStems(record),
      words,
      names,
      regionWords,
      reportWords: head.words,
      reportNames: head.names,
      shingles: shinglesOf(sentence),
      reportShingles,
    };
  });
}

const DATELINE = /^\p{Lu}{3}[^\n]{0,80}?\s[-–—]+\s/u;

/** Two papers print one text under two datelines. */
function withoutDateline(text: string): string {
  return text.replace(DATELINE, "");
}

/** What the record tells, else the record before it that tells it last, else the first one after it. */
function nearest<T>(records: readonly EventRecord[], from: number, tell: (record: EventRecord) => T | null): T | null {
  const order = [...records.slice(0, from + 1).reverse(), ...records.slice(from + 1)];
  for (const record of order) {
    const told = tell(record);
    if (told !== null) return told;
  }
  return null;
}

const PROVINCE = 2;

function regionsOf(records: readonly EventRecord[]): ReadonlySet<string> {
  const regions = records.flatMap(({ event_loc }) =>
    event_loc !== null && event_loc.resolution <= PROVINCE ? [event_loc.resolved_place, event_loc.extracted_place] : [],
  );
  return new Set(regions.flatMap((name) => [...wordsOf(name).stems]));
}

/** Who did a deed; who says something about it is no doer. */
function doersOf({ actor, quad_code }: EventRecord): readonly PartyRecord[] | null {
  return quad_code % 2 === 0 && actor.some(({ code }) => code !== "") ? actor : null;
}

/** The counts of a record that are stated. */
export function countsOf({ size }: EventRecord): readonly (readonly [CountKind, CountRecord])[] {
  return COUNT_KINDS.flatMap((kind) => {
    const count = size[kind];
    return count ? [[kind, count] as const] : [];
  });
}

function daysOf(record: EventRecord): DaySpan | null {
  if (record.date === null) return null;
  const from = dayNumber(record.date);
  const to = record.enddate === null ? from : dayNumber(record.enddate);
  return { from, to, isFirm: record.date_info?.precision === "day" && record.date_info.basis !== "publication" };
}

function countriesOf({ actor, recipient, event_loc }: EventRecord): readonly string[] {
  const codes = [...actor, ...recipient].map(({ code }) => code);
  const found = [...codes, event_loc?.country_code ?? ""].filter((code) => code !== "");
  return [...new Set(found)].sort();
}

function partyTrace(party: PartyRecord): PartyTrace {
  const name = party.identifier_text === null ? null : foldName(party.identifier_text);
  return {
    code: party.code,
    sector: party.sector === "UNK" ? "" : party.sector,
    identifier: party.identifier_id,
    name,
    office: party.office,
    isIndividual: name !== null && !isCountryItself(party),
    isNamed: textWords(party.entity_text).some(({ raw, plain }) => /^\p{Lu}/u.test(raw) && !isFunctionWord(plain)),
    words: wordsOf(party.entity_text).stems,
  };
}

/** "Peru", "Peruvian jets": the name is the country's and says no more than the code. */
function isCountryItself({ office, sector, code, identifier_text }: PartyRecord): boolean {
  if (office !== null || sector === "" || code === "" || identifier_text === null) return false;
  return textWords(identifier_text).every(
    ({ plain }) => isFunctionWord(plain) || isCountryWord(wordStem(plain), [code]),
  );
}

function triggerStems(record: EventRecord): readonly string[] {
  const words = record.event_text.flatMap((part) => textWords(part).map(({ plain }) => plain));
  return [...new Set(words.filter((w) => !isFunctionWord(w)).map(wordStem))];
}

interface WordSets {
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

function wordsOf(text: string): WordSets {
  const [words, names, stems] = [new Set<string>(), new Set<string>(), new Set<string>()];
  textWords(text).forEach(({ raw, plain }, i) => {
    if (isFunctionWord(plain) || /^\d/.test(plain)) return;
    const stem = wordStem(plain);
    stems.add(stem);
    // The first word of a sentence has a capital whatever it is.
    if (i > 0 && /^\p{Lu}/u.test(raw)) names.add(stem);
    else words.add(stem);
  });
  return { words, names, stems };
}
