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

/**
 * A name word without what transliterations differ in: doubled letters, q and k, y and i, o and u, e and a, kh and h, sh and sch.
 * "Qassem", "Qasem" and "Kassem" come out equal; so do a few different names, which is why it is asked of whole names only.
 */
export function skeletonOf(word: string): string {
  return word
    .replace(/sch|sh/g, "s")
    .replace(/zh/g, "z")
    .replace(/kh|gh/g, (m) => (m === "kh" ? "h" : "g"))
    .replace(/ph/g, "f")
    .replace(/th|dh/g, (m) => m.charAt(0))
    .replace(/dj/g, "j")
    .replace(/ck|q|c(?!h)/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/ou|oo/g, "u")
    .replace(/ee|iy|yy|ij/g, "i")
    .replace(/y/g, "i")
    .replace(/o/g, "u")
    .replace(/e/g, "a")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?<=.{2})h$/, "");
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
