import { DIGIT, isApostrophe, kindOf, LETTER, widthAt } from "./characters.ts";
import { kindIn, type Chunk } from "./chunk.ts";

/** Marks that draw lines, arrows and rulers; a run of them is one token. */
const DRAWING = new Set([..."-=<>|*~^_+\\"].map((c) => c.charCodeAt(0)));
/** Marks that are one token when the same one is repeated. */
const REPEATED = new Set([...",;:$#–—"].map((c) => c.charCodeAt(0)));
const SENTENCE_END = new Set([...".!?…"].map((c) => c.charCodeAt(0)));

/** The end of the token that starts at `at` with anything but a letter or a digit. */
export function symbolEnd(chunk: Chunk, at: number): number {
  const { text } = chunk;
  const unit = text.charCodeAt(at);
  if (isApostrophe(unit)) return apostropheEnd(chunk, at);
  if (SENTENCE_END.has(unit)) return periodEnd(chunk, at);
  if (text.startsWith("[...]", at)) return at + 5;
  const after = kindIn(chunk, at + 1);
  if ((unit === 0x23 || unit === 0x40) && after === LETTER) return tagEnd(chunk, at + 1);
  if (unit === 0x2b && after === DIGIT && at === 0) return internationalNumberEnd(text);
  if (DRAWING.has(unit)) return runEnd(text, at, (u) => DRAWING.has(u));
  if (REPEATED.has(unit)) return runEnd(text, at, (u) => u === unit);
  return pictureEnd(text, at);
}

/** The end of the emoticon at `at`, or -1; a letter or digit behind it means that it is none. */
export function emoticonEnd(chunk: Chunk, at: number): number {
  const { text } = chunk;
  for (const form of chunk.rules.emoticons.get(text.charCodeAt(at)) ?? []) {
    if (!text.startsWith(form, at)) continue;
    const end = at + form.length;
    const next = kindIn(chunk, end);
    const previous = at > 0 ? kindOf(text.charCodeAt(at - 1)) : 0;
    if (next === LETTER || next === DIGIT || text[end] === "/") continue;
    if (kindOf(form.charCodeAt(0)) === LETTER && previous !== 0) continue;
    if (form.endsWith(")") && closesBracket(chunk, at)) continue;
    return end;
  }
  return -1;
}

/** In "(as follows:)" the bracket closes what was opened before. */
function closesBracket(chunk: Chunk, at: number): boolean {
  chunk.usesContext = true;
  const place = chunk.documentEnd - chunk.text.length + at;
  const before = chunk.document.slice(Math.max(0, place - 60), place);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

function apostropheEnd(chunk: Chunk, at: number): number {
  const { text, rules } = chunk;
  const unit = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === unit || (unit === 0x2018 && text.charCodeAt(at + 1) === 0x2019)) return at + 2;
  let end = at + 1;
  while (end < text.length && end - at < 8 && isAlphanumeric(text, end)) end++;
  if (isAlphanumeric(text, end)) return at + 1;
  const word = `'${text.slice(at + 1, end).toLowerCase()}`;
  if (rules.clitics.has(word) || /^'\d\ds?$/.test(word)) return end;
  for (const form of rules.leading) {
    if (form.length > word.length) {
      if (isApostrophe(text.charCodeAt(end)) && form === `${word}'`) return end + 1;
    } else if (form === word) return end;
  }
  return at + 1;
}

function isAlphanumeric(text: string, at: number): boolean {
  const kind = at < text.length ? kindOf(text.charCodeAt(at)) : 0;
  return kind === LETTER || kind === DIGIT;
}

/** Full stops, exclamation and question marks: a run is one token; ".5" is a number and ".doc" a file's ending. */
function periodEnd(chunk: Chunk, at: number): number {
  const { text, rules } = chunk;
  if (text.charCodeAt(at) === 0x2e && !isAlphanumeric(text, at - 1)) {
    let end = at + 1;
    while (end < text.length && kindOf(text.charCodeAt(end)) === DIGIT) end++;
    if (end > at + 1) return end;
    const rest = at === 0 && text.length < 8 ? /^\.(\p{L}+)(?!\p{L})/u.exec(text)?.[1] : undefined;
    if (rest !== undefined && rules.files.has(rest.toLowerCase())) return 1 + rest.length;
  }
  return runEnd(text, at, (u) => SENTENCE_END.has(u));
}

function tagEnd(chunk: Chunk, at: number): number {
  return runEnd(chunk.text, at, (u) => u === 0x5f || kindOf(u) === LETTER || kindOf(u) === DIGIT);
}

function internationalNumberEnd(text: string): number {
  const end = runEnd(text, 1, (u) => kindOf(u) === DIGIT || u === 0x2d);
  return text[end - 1] === "-" ? end - 1 : end;
}

function runEnd(text: string, at: number, belongs: (unit: number) => boolean): number {
  let end = at + 1;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

/** One character, with the variation selectors, skin tones, marks and joiners that make one picture of several. */
function pictureEnd(text: string, at: number): number {
  let end = at + widthAt(text, at);
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit === 0x200d && end + 1 < text.length) end += 1 + widthAt(text, end + 1);
    else if (unit === 0xfe0f || unit === 0x20e3) end++;
    else if (unit === 0xd83c && text.charCodeAt(end + 1) >= 0xdffb && text.charCodeAt(end + 1) <= 0xdfff) end += 2;
    else break;
  }
  return end;
}
