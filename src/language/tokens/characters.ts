/** Kinds of characters for cutting text into tokens. A whole code point is asked for, never half of a surrogate pair. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const OTHER = 4;

const kinds = new Uint8Array(0x10000);

/** The kind of a UTF-16 unit: combining marks and joiners count as letters, halves of surrogate pairs as other. */
export function kindOf(unit: number): number {
  const known = kinds[unit];
  return known !== undefined && known !== 0 ? known : remember(unit);
}

/** The kind of the code point that starts at `at`. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || widthAt(text, at) === 1) return kindOf(unit);
  return kindOfCharacter(text.slice(at, at + 2));
}

/** How many UTF-16 units the code point at `at` takes. */
export function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

export function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const c = String.fromCharCode(unit);
  return c !== c.toLowerCase() && c === c.toUpperCase();
}

/** Straight, curly and modifier apostrophes, and the accents that some keyboards put in their place. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0xb4 || unit === 0x2018 || unit === 0x2bc;
}

/** A hyphen inside a word (the dashes are punctuation on their own). */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

function remember(unit: number): number {
  const kind = kindOfCharacter(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOfCharacter(c: string): number {
  // The zero-width space separates words in some languages' web text; JavaScript's \s leaves it out.
  if (/^[\s\u200b]$/u.test(c)) return SPACE;
  if (/^[\p{L}\p{M}\u200c\u200d]$/u.test(c)) return LETTER;
  return /^\p{Nd}$/u.test(c) ? DIGIT : OTHER;
}
