import { isUpper, kindOf, DIGIT, LETTER } from "../tokens/characters.ts";

/** Coarse classes of tokens as the splitter sees them. */
export const CLASS = {
  lower: 1,
  capital: 2,
  upper: 3,
  mixed: 4,
  number: 5,
  initial: 6,
  abbreviation: 7,
  period: 8,
  question: 9,
  ellipsis: 10,
  comma: 11,
  colon: 12,
  semicolon: 13,
  opening: 14,
  closing: 15,
  openQuote: 16,
  closeQuote: 17,
  straightQuote: 18,
  apostrophe: 19,
  dash: 20,
  bullet: 21,
  web: 22,
  symbol: 23,
  pronounI: 24,
  edge: 25,
} as const;

/** What the splitter remembers of a token's form. All hashes are 32-bit integers. */
export interface FormFeatures {
  readonly word: number;
  readonly tag: number;
  readonly suffix: number;
  readonly shape: number;
  readonly class: number;
  /** 2 for a form that is mostly a finite verb, 1 for a noun or another content word, 0 otherwise. */
  readonly verb: boolean;
}

/** The class of a word's most frequent parts of speech, from the model. */
export type WordTags = ReadonlyMap<string, number>;

/** Past tense, present tense, modal: the tags by whose presence a stretch of text looks like a clause. */
export const FINITE_TAGS: readonly string[] = ["VBD", "VBZ", "VBP", "MD"];

const SINGLE: Readonly<Record<string, number>> = {
  ",": CLASS.comma, ":": CLASS.colon, ";": CLASS.semicolon, "(": CLASS.opening, "[": CLASS.opening, "{": CLASS.opening,
  "<": CLASS.opening, "<<": CLASS.opening, ")": CLASS.closing, "]": CLASS.closing, "}": CLASS.closing, ">": CLASS.closing,
  ">>": CLASS.closing, "“": CLASS.openQuote, "”": CLASS.closeQuote, "«": CLASS.openQuote, "»": CLASS.closeQuote,
  "„": CLASS.openQuote, "‘": CLASS.openQuote, '"': CLASS.straightQuote, "''": CLASS.closeQuote, "``": CLASS.openQuote,
  "'": CLASS.apostrophe, "’": CLASS.apostrophe, "-": CLASS.dash, "–": CLASS.dash, "—": CLASS.dash, "--": CLASS.dash,
  "*": CLASS.bullet, "•": CLASS.bullet, "·": CLASS.bullet, "|": CLASS.bullet, ".": CLASS.period, "…": CLASS.ellipsis,
  I: CLASS.pronounI,
}; // prettier-ignore

export function formFeatures(form: string, tags: WordTags, finite: ReadonlySet<number>): FormFeatures {
  const kind = classOf(form);
  const word = kind === CLASS.web ? "<web>" : normalise(form);
  const tag = tags.get(word) ?? tags.get(`-${word.slice(-3)}`) ?? 0;
  return {
    word: hashOf(word),
    // A word that the model has no tag for is known by its class and its last letters.
    tag: tag === 0 || kind >= CLASS.initial ? 1000 + kind : tag,
    suffix: hashOf(word.slice(-2)),
    shape: shapeOf(form),
    class: kind,
    verb: finite.has(tag),
  };
}

function classOf(form: string): number {
  const single = SINGLE[form];
  if (single !== undefined) return single;
  const first = form.charCodeAt(0);
  const kind = kindOf(first);
  if (kind === DIGIT) return CLASS.number;
  if (kind !== LETTER) return symbolClass(form);
  if (form.endsWith(".")) return form.length === 2 ? CLASS.initial : CLASS.abbreviation;
  if (form.length > 4 && /[@/]|\w\.\w/.test(form)) return CLASS.web;
  if (!isUpper(first)) return form === form.toLowerCase() ? CLASS.lower : CLASS.mixed;
  if (form.length > 1 && form === form.toUpperCase()) return CLASS.upper;
  return form.slice(1) === form.slice(1).toLowerCase() ? CLASS.capital : CLASS.mixed;
}

function symbolClass(form: string): number {
  if (/^[.…]+$/.test(form)) return CLASS.ellipsis;
  if (/^[.!?…]+$/.test(form)) return CLASS.question;
  if (/^['’`]\p{L}/u.test(form)) return CLASS.lower;
  return /^[-=*_~#]{2,}$/.test(form) ? CLASS.bullet : CLASS.symbol;
}

/** Lower case, digits as 0, quotation marks straight, at most 24 characters: what words are compared by. */
export function normalise(form: string): string {
  const short = form.length > 24 ? form.slice(0, 24) : form;
  const lower = short.toLowerCase();
  return /^[a-z]+$/.test(lower)
    ? lower
    : lower
        .replace(/\d/g, "0")
        .replace(/[’‘`´]/g, "'")
        .replace(/[“”]/g, '"');
}

function shapeOf(form: string): number {
  let hash = 7;
  let last = 0;
  for (let i = 0; i < form.length && i < 16; i++) {
    const unit = form.charCodeAt(i);
    const kind = kindOf(unit);
    const sign = kind === LETTER ? (isUpper(unit) ? 1 : 2) : kind === DIGIT ? 3 : unit;
    if (sign !== last) hash = Math.imul(hash ^ sign, 0x01000193);
    last = sign;
  }
  return hash;
}

/** FNV-1a over UTF-16 units. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
