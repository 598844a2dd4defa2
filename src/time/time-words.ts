import type { NumberWords } from "../core/number-words.ts";
import type { Token } from "../core/layers.ts";
import type { TimeTables, WordCondition } from "../lexicon/time-tables.ts";
import type { Part, Season, Sense, TimeUnit } from "./time-shape.ts";

/** Everything the tables say about one word; all fields are there on every word, so that look-ups stay fast. */
export interface TimeWord {
  weekday: number;
  weekdays: boolean;
  month: number;
  unit: TimeUnit | null;
  plural: boolean;
  daypart: string | null;
  dayparts: boolean;
  season: Season | null;
  sense: Sense | null;
  after: string | null;
  part: Part | null;
  half: string | null;
  deictic: number | null;
  overnight: boolean;
  each: boolean;
  set: string | null;
  vague: string | null;
  old: boolean;
  long: boolean;
  filler: boolean;
  era: string | null;
  label: boolean;
  measure: boolean;
  eve: boolean;
  decade: number;
  possessive: boolean;
  lead: boolean;
  /** Condition on the word as a weekday, month or season. */
  when: WordCondition;
}

export interface TimeLexicon {
  readonly words: ReadonlyMap<string, TimeWord>;
  readonly numbers: NumberWords;
  /** Named days by their first word, longest first. */
  readonly holidays: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly rule: string }[]>;
  readonly prospects: TimeTables["prospects"];
}

/** Makes the tables ready for look-up by word. */
export function compileTimeWords(tables: TimeTables): TimeLexicon {
  const words = new Map<string, TimeWord>();
  for (const row of tables.words) {
    let word = words.get(row.word);
    if (word === undefined) words.set(row.word, (word = emptyWord()));
    setClass(word, row.class, row.value);
    if (row.when !== "") word.when = row.when;
  }
  const holidays = new Map<string, { words: readonly string[]; rule: string }[]>();
  for (const { name, rule } of tables.holidays) {
    const parts = name.replaceAll("'s", " 's").replaceAll("s' ", "s ' ").split(" ");
    const first = parts[0] ?? "";
    holidays.set(first, [...(holidays.get(first) ?? []), { words: parts, rule }]);
  }
  for (const list of holidays.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { words, numbers: tables.numbers, holidays, prospects: tables.prospects };
}

function emptyWord(): TimeWord {
  return {
    weekday: 0, weekdays: false, month: 0, unit: null, plural: false, daypart: null, dayparts: false, season: null,
    sense: null, after: null, part: null, half: null, deictic: null, overnight: false, each: false, set: null,
    vague: null, old: false, long: false, filler: false, era: null, label: false, measure: false, eve: false,
    decade: 0, possessive: false, lead: false, when: "",
  }; // prettier-ignore
}

function setClass(word: TimeWord, name: TimeTables["words"][number]["class"], value: string): void {
  switch (name) {
    case "weekday": word.weekday = Number(value); break;
    case "month": word.month = Number(value); break;
    case "unit": word.unit = value as TimeUnit; break;
    case "units": word.unit = value as TimeUnit; word.plural = true; break;
    case "season": word.season = value as Season; break;
    case "sense": word.sense = value as Sense; break;
    case "part": word.part = value as Part; break;
    case "daypart": case "after": case "half": case "set": case "vague": case "era": word[name] = value; break;
    case "deictic": case "decade": word[name] = Number(value); break;
    case "weekdays": case "dayparts": case "overnight": case "each": case "old": case "long": case "filler":
    case "label": case "measure": case "eve": case "possessive": case "lead": word[name] = true; break;
    case "join": case "around": break;
  } // prettier-ignore
}

/** A sentence as the scanner sees it: forms in lower case and what the tables say about each. */
export interface ScanInput {
  readonly tokens: readonly Token[];
  readonly lower: readonly string[];
  readonly words: readonly (TimeWord | null)[];
  readonly lexicon: TimeLexicon;
  /** Parts that are written in one token with what they modify: "mid" in "mid-September", whose form here is "september". */
  readonly glued: ReadonlyMap<number, Part>;
  /** Whether any token can start a time expression. */
  readonly any: boolean;
}

/** Looks the words of a sentence up and drops readings whose condition is not met ("may" as a verb, "march"). */
export function scanInput(tokens: readonly Token[], lexicon: TimeLexicon): ScanInput {
  const lower: string[] = [];
  const words: (TimeWord | null)[] = [];
  const glued = new Map<number, Part>();
  let any = false;
  for (const token of tokens) {
    let form = token.lower;
    let word = lexicon.words.get(form) ?? null;
    const dash = word === null ? form.indexOf("-") : -1;
    const part = dash < 3 ? null : (lexicon.words.get(form.slice(0, dash))?.part ?? null);
    if (part !== null) {
      glued.set(lower.length, part);
      form = form.slice(dash + 1);
      word = lexicon.words.get(form) ?? null;
    }
    lower.push(form);
    words.push(word);
    any ||= (word !== null && isStarter(word)) || isDigit(form) || lexicon.holidays.has(form);
  }
  if (any) {
    for (let i = 0; i < tokens.length; i++) {
      const word = words[i] ?? null;
      if (word !== null && word.when !== "" && !glued.has(i) && !holds(word.when, i, tokens, words)) {
        words[i] = { ...word, weekday: 0, month: 0, season: null };
      }
    }
  }
  return { tokens, lower, words, lexicon, glued, any };
}

function isStarter(word: TimeWord): boolean {
  return (
    word.weekday > 0 || word.weekdays || word.month > 0 || word.unit !== null || word.daypart !== null || word.overnight ||
    word.season !== null || word.deictic !== null || word.set !== null || word.vague !== null || word.decade > 0 || word.eve
  ); // prettier-ignore
}

export function isDigit(lower: string): boolean {
  const code = lower.charCodeAt(lower.charCodeAt(0) === 39 ? 1 : 0);
  return code >= 48 && code <= 57;
}

function holds(
  when: WordCondition,
  at: number,
  tokens: readonly Token[],
  words: readonly (TimeWord | null)[],
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const isCapital = token.form.charAt(0) !== token.lower.charAt(0);
  if (!isCapital || when === "capital") return isCapital;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if ((before !== undefined && isDigit(before.lower)) || (after !== undefined && isDigit(after.lower))) return true;
  const next = words[after?.lower === "," || after?.lower === "and" ? at + 2 : at + 1] ?? null;
  if (isBesideTime(next)) return true;
  return when === "name" && !/^(?:MD|VB)/.test(token.xpos) && isLed(before, words[at - 1] ?? null, after);
}

/** "in May", "early May", "last May", "the May summit", "May's vote". */
function isLed(before: Token | undefined, lead: TimeWord | null, after: Token | undefined): boolean {
  if (lead !== null && (lead.lead || lead.sense !== null || lead.part !== null)) return true;
  if (after?.lower === "'s") return true;
  const isModifier = after !== undefined && after.form === after.lower && after.xpos.startsWith("NN");
  return before?.lower === "the" && isModifier;
}

function isBesideTime(word: TimeWord | null): boolean {
  return word !== null && (word.month > 0 || word.weekday > 0);
}
