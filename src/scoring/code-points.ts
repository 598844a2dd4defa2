/**
 * String functions that count in code points, as the reference scorer in Python does. Texts without characters beyond the
 * basic plane, which is nearly all, take the fast way: there both counts are the same.
 */
const SURROGATE = /[\ud800-\udfff]/;

function isWide(text: string): boolean {
  return SURROGATE.test(text);
}

/** Number of code points. */
export function pointLength(text: string): number {
  return isWide(text) ? Array.from(text).length : text.length;
}

/** The code points from `start` to before `end`. */
export function pointSlice(text: string, start: number, end: number): string {
  return isWide(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}

/** Index in code points of the first `needle` at or after `from`, or -1. */
export function findFrom(text: string, needle: string, from: number): number {
  if (!isWide(text)) return text.indexOf(needle, from);
  const found = text.indexOf(needle, pointSlice(text, 0, from).length);
  return found < 0 ? found : pointLength(text.slice(0, found));
}
