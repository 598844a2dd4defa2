import { DIGIT, kindOf } from "./characters.ts";
import type { Chunk } from "./chunk.ts";

const PHONE = /(?:1[-.])?(?:\d{3}[-./])?\d{3}[-.]\d{4}(?![\d-])|\d{5}-\d{4}(?![\d-])/y;
const DATE = /\d{1,2}-\d{1,2}-\d{2,4}(?![\d-])|\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?![\d/])/y;
const QUANTITY = /^([\d.,:]+)(\p{L}[\p{L}./]*)$/u;
const DECADE = /^\d{0,3}0$/;

/** The end of the telephone number or the date in digits that starts at `at`, or -1. */
export function numberNameEnd(text: string, at: number): number {
  PHONE.lastIndex = at;
  const phone = PHONE.exec(text)?.[0];
  if (phone !== undefined && !isRange(phone)) return at + phone.length;
  DATE.lastIndex = at;
  const date = DATE.exec(text)?.[0];
  return date !== undefined && !isFraction(date) ? at + date.length : -1;
}

/** "250-1000" is a range though it has the look of a local telephone number. */
function isRange(phone: string): boolean {
  const parts = phone.split("-");
  return parts.length === 2 && parts.every((p) => Number(p) % 50 === 0);
}

/** "2/3" is a fraction, "9/11" and "3/03" are dates, "50/50" and "24/7" are neither. */
function isFraction(date: string): boolean {
  const [first = "", second = "", year] = date.split(/[/-]/);
  if (year !== undefined) return false;
  const [low, high] = Number(first) < Number(second) ? [first, second] : [second, first];
  if (Number(low) > 12 || Number(high) > 31 || (Number(first) > 12 && second.length === 1)) return true;
  return first.length === 1 && second.length === 1 && low === first;
}

/** True when the character at `at` joins two digits of one number: 1,000 or 2.5 or 9:30. */
export function joinsDigits(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== 0x2e && unit !== 0x2c && unit !== 0x3a) return false;
  if (kindOf(text.charCodeAt(at - 1)) !== DIGIT) return false;
  // A comma parts thousands; in "[13,14]" it parts two numbers.
  for (let i = 1; i <= (unit === 0x2c ? 3 : 1); i++) if (kindOf(text.charCodeAt(at + i)) !== DIGIT) return false;
  return true;
}

/** Where a number and the unit written onto it part ("5bn", "35mm", "9a.m."), or -1; "20th" and "1960s" stay whole. */
export function unitStart(chunk: Chunk, start: number, end: number): number {
  if (end - start > 24) return -1;
  const match = QUANTITY.exec(chunk.text.slice(start, end));
  const [, number = "", unit = ""] = match ?? [];
  if (match === null) return -1;
  const { units, moneyUnits } = chunk.rules;
  const money = start > 0 && /\p{Sc}/u.test(chunk.text[start - 1] ?? "");
  const lower = unit.toLowerCase();
  const known = money ? moneyUnits.has(lower) : units.has(unit) || (unit.length > 1 && units.has(lower));
  return known ? start + number.length : -1;
}

/** "1960's" and "50's" are one token: a decade, no possessive. */
export function isDecade(word: string): boolean {
  return DECADE.test(word);
}
