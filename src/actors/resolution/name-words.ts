/**
 * One way of writing names down for comparison: lower case, no accents, no apostrophes or full stops; hyphens and slashes
 * part words. "Al-Shabaab" and "al Shabaab", "Türkiye" and "Turkiye", "U.S." and "US" come out equal.
 */
export function nameWords(text: string): readonly string[] {
  const lower = text.toLowerCase();
  // Nearly all names are plain words; thousands of them are read at every start.
  if (PLAIN.test(lower)) return lower.split(" ");
  return fold(text.replace(/['’]s(?=\s|$)/g, " 's"))
    .split(/[\s\-–—/]+/)
    .map((w) => (w === "'s" || w === "’s" ? "'s" : strip(w)))
    .filter((w) => w !== "");
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** A single token in the same form; "" for a hyphen or a bracket. */
export function tokenWord(form: string): string {
  if (form === "'s" || form === "’s") return "'s";
  return strip(fold(form));
}

const SPECIAL: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
  ə: "a",
};

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđıßæœðþə]/g, (c) => SPECIAL[c] ?? c);
}

function strip(word: string): string {
  return word.replace(/[.'’‘`ʻʼ,()"“”\-–—]/g, "");
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
