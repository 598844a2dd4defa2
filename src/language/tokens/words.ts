import { DIGIT, isApostrophe, isHyphen, isUpper, kindAt, kindOf, LETTER, widthAt } from "./characters.ts";
import { kindIn, nextChunkAt, type Chunk } from "./chunk.ts";
import { isDecade, joinsDigits, numberNameEnd, unitStart } from "./numbers.ts";
import { webNameEnd } from "./web.ts";

const ACRONYM = /^[\d:.,]*(?:\p{L}\.)+\p{L}$/u;
const MIXED_ACRONYM = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;
const LONGEST_HYPHEN_WORD = 40;

/** Cuts the word, number or name that starts at `at` with a letter or digit, pushes its ends and returns the last. */
export function takeWord(chunk: Chunk, at: number): number {
  const { text } = chunk;
  const web = webNameEnd(chunk, at);
  if (web > 0) return push(chunk, web);
  const number = kindIn(chunk, at) === DIGIT ? numberNameEnd(text, at) : -1;
  if (number > 0) return push(chunk, number);
  const end = wordEnd(chunk, at);
  const slash = text[end] === "/" ? slashWordEnd(chunk, at) : -1;
  if (slash > 0) return push(chunk, slash);
  if (text[end] === "$" && chunk.rules.currencies.has(text.slice(at, Math.min(end, at + 4)).toLowerCase()))
    return push(chunk, end + 1);
  const full = isBrokenOff(chunk, at, end) || ownsPeriod(chunk, at, end) ? end + 1 : end;
  const unit = unitStart(chunk, at, full);
  if (unit > 0) push(chunk, unit);
  else if (full === end) pushClitics(chunk, at, end);
  return push(chunk, full);
}

function push(chunk: Chunk, end: number): number {
  chunk.ends.push(end);
  return end;
}

function wordEnd(chunk: Chunk, start: number): number {
  const { text } = chunk;
  let at = start;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === LETTER || kind === DIGIT) at += widthAt(text, at);
    else if (at > start && joins(chunk, start, at)) at++;
    else break;
  }
  return at;
}

/** Whether the punctuation mark at `at` lies inside the word that began at `start`. */
function joins(chunk: Chunk, start: number, at: number): boolean {
  const { text } = chunk;
  const unit = text.charCodeAt(at);
  const before = kindOf(text.charCodeAt(at - 1));
  const after = kindIn(chunk, at + 1);
  if (unit === 0x5f) return after === LETTER || after === DIGIT || text.charCodeAt(at + 1) === 0x5f;
  if (after !== LETTER && after !== DIGIT) return false;
  if (joinsDigits(text, at)) return true;
  if (isHyphen(unit)) return keepsHyphen(chunk, start, at);
  if (isApostrophe(unit)) return after === LETTER || isDecade(text.slice(Math.max(start, at - 4), at));
  if (before !== LETTER || after !== LETTER) return false;
  if (unit === 0x2e) return isAcronymDot(text, start, at);
  if (unit === 0x26) return joinsInitials(text, start, at);
  return unit === 0x2a || unit === 0x25;
}

/** The dots of "U.S", "a.k.a" and "Ph.D", but not that of "end.The". */
function isAcronymDot(text: string, start: number, at: number): boolean {
  let left = at - 1;
  while (left > start && at - left < 3 && kindOf(text.charCodeAt(left - 1)) === LETTER) left--;
  let right = at + 1;
  while (right < text.length && right - at < 4 && kindOf(text.charCodeAt(right)) === LETTER) right++;
  const before = at - left;
  const after = right - at - 1;
  return before === 1 ? after === 1 : before === 2 && after === 1 && isUpper(text.charCodeAt(at + 1));
}

/** "AT&T", "PG&E" and "p&l" are one token; "Tom&Jerry" is three. */
function joinsInitials(text: string, start: number, at: number): boolean {
  if (at - start > 4) return false;
  if (at - start === 1 && kindOf(text.charCodeAt(at + 2)) !== LETTER) return true;
  if (!isUpper(text.charCodeAt(at + 1))) return false;
  for (let i = start; i < at; i++) if (!isUpper(text.charCodeAt(i))) return false;
  return true;
}

/** UD English splits hyphenated words but keeps those with a prefix ("anti-war", "re-elected", "e-mail"). */
function keepsHyphen(chunk: Chunk, start: number, at: number): boolean {
  const { text, rules } = chunk;
  if (at - start > LONGEST_HYPHEN_WORD) return false;
  const before = text.slice(start, at);
  const lower = before.toLowerCase();
  if (rules.prefixes.has(lower)) {
    // "CO-operation" is odd, "EX-PRESIDENT" a headline, "ES-backed" would be a name.
    const capitals = before.length > 1 && before === before.toUpperCase();
    return !capitals || isUpper(text.charCodeAt(at + 1));
  }
  let end = at + 1;
  while (end < text.length && end - start < LONGEST_HYPHEN_WORD && isWordOrHyphen(text.charCodeAt(end))) end++;
  const whole = text.slice(start, end).toLowerCase();
  return rules.hyphenWords.has(whole);
}

function isWordOrHyphen(unit: number): boolean {
  return isHyphen(unit) || kindOf(unit) === LETTER;
}

function slashWordEnd(chunk: Chunk, at: number): number {
  for (const form of chunk.rules.slashWords) {
    const end = at + form.length;
    if (chunk.text.slice(at, end).toLowerCase() === form && kindIn(chunk, end) !== LETTER) return end;
  }
  return -1;
}

/** Whether the period at `end` belongs to the word before it: an abbreviation, an acronym or an initial. */
function ownsPeriod(chunk: Chunk, start: number, end: number): boolean {
  const { text, rules } = chunk;
  if (text[end] !== "." || end - start > 16) return false;
  // "Inc.." ends a sentence after its own period, "etc..." trails off.
  if (text[end + 1] === "." && (text[end + 2] === "." || end + 2 < text.length)) return false;
  const word = text.slice(start, end);
  if (ACRONYM.test(word) || (MIXED_ACRONYM.test(word) && isUpper(word.charCodeAt(word.length - 1)))) return true;
  const context = rules.abbreviations.get(`${word}.`);
  if (context === "any") return true;
  const single = end - start === 1 && isUpper(text.charCodeAt(start));
  if (word === "I" && !isMiddleInitial(chunk, start, end)) return false;
  if (context === undefined && !single) return false;
  const next = characterAfter(chunk, end + 1);
  if (single && next === ",") return true;
  const capital = isUpper(next.charCodeAt(0));
  if (context === "inside") return next !== "" && !capital;
  if (context === undefined) return kindOf(next.charCodeAt(0)) === LETTER;
  if (context === "capital") return capital;
  return /^\d/.test(next) || (capital && context === "capital-or-number");
}

/** "Petro I. Savchenko" against "she and I. Then": an initial stands between names. */
function isMiddleInitial(chunk: Chunk, start: number, end: number): boolean {
  if (!isUpper(characterAfter(chunk, end + 1).charCodeAt(0)) || start > 0) return false;
  const { document } = chunk;
  let at = chunk.documentEnd - chunk.text.length - 1;
  while (at > 0 && document[at] === " ") at--;
  let first = at;
  while (first > 0 && at - first < 30 && kindOf(document.charCodeAt(first - 1)) === LETTER) first--;
  return kindOf(document.charCodeAt(at)) === LETTER && isUpper(document.charCodeAt(first)) && at > first;
}

function characterAfter(chunk: Chunk, at: number): string {
  if (at < chunk.text.length) return chunk.text[at] ?? "";
  const next = nextChunkAt(chunk);
  return next < 0 ? "" : (chunk.document[next] ?? "");
}

/** "th- think": a word broken off and begun again keeps its hyphen in transcribed speech. */
function isBrokenOff(chunk: Chunk, start: number, end: number): boolean {
  const { text } = chunk;
  if (!isHyphen(text.charCodeAt(end)) || end + 1 !== text.length || end - start > 6) return false;
  const next = nextChunkAt(chunk);
  if (next < 0) return false;
  const stem = text.slice(start, end).toLowerCase();
  if (stem.length <= 3 && !/[aeiouy\d]/.test(stem) && !isUpper(text.charCodeAt(end - 1))) return true;
  return chunk.document.slice(next, next + stem.length).toLowerCase() === stem;
}

/** Pushes the inner ends of "do|n't", "Iran|'s", "I|'d|'ve" and "gon|na"; the outer end is the caller's. */
function pushClitics(chunk: Chunk, start: number, end: number): void {
  if (end - start > 60) return;
  const { text, rules } = chunk;
  const cuts: number[] = [];
  let stem = end;
  for (let cut = cliticStart(chunk, start, stem); cut > start; cut = cliticStart(chunk, start, stem)) {
    cuts.push(cut);
    stem = cut;
  }
  const word = straighten(text.slice(start, stem).toLowerCase());
  let at = start;
  for (const length of rules.contractions.get(word) ?? []) {
    at += length;
    if (at < stem) chunk.ends.push(at);
  }
  for (let i = cuts.length - 1; i >= 0; i--) chunk.ends.push(cuts[i] ?? end);
}

function cliticStart(chunk: Chunk, start: number, end: number): number {
  const { text, rules } = chunk;
  let at = end - 1;
  while (at > start && !isApostrophe(text.charCodeAt(at))) at--;
  if (at <= start) return -1;
  const ending = `'${text.slice(at + 1, end).toLowerCase()}`;
  if (ending === "'t" && (text[at - 1] === "n" || text[at - 1] === "N")) return at - 1;
  if (!rules.clitics.has(ending) || isDecade(text.slice(start, at))) return -1;
  return rules.contractions.has(straighten(text.slice(start, end).toLowerCase())) ? -1 : at;
}

function straighten(word: string): string {
  return word.replace(/[’‘`´ʼ]/g, "'");
}
