/** What programs do to text that they take for something else. */
interface Damage {
  readonly pattern: RegExp;
  readonly reason: string;
}

const DAMAGES: readonly Damage[] = [
  {
    pattern:
      /^(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})$/i,
    reason: "a spreadsheet has made a date of it; type the value again in a text editor",
  },
  {
    pattern: /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/,
    reason: "a spreadsheet has rewritten the date; write it as YYYY-MM-DD",
  },
  { pattern: /^\d(?:[.,]\d+)?E\+?\d+$/i, reason: "a spreadsheet has shortened the number; write all its digits" },
  {
    pattern: /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NUM!)$/,
    reason: "a spreadsheet has left an error; type the value again",
  },
  { pattern: /\uFFFD/, reason: "characters were lost when the file was converted; type the word again" },
  {
    pattern: /[\u00C2\u00C3][\u0080-\u00BF]|\u00E2\u20AC/,
    reason: "UTF-8 was read as Windows-1252; convert the file back",
  },
];
/** An opening single quote alone is a letter of Arabic names ("Ta‘izz"). */
const CURLY = /[\u2019\u201C\u201D\u201E]/;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B-\u200F\u2060\uFEFF]/;

/** What a spreadsheet or an editor has done to a cell, and the remedy; null when it looks sound. */
export function damageOf(value: string): string | null {
  for (const d of DAMAGES) if (d.pattern.test(value)) return d.reason;
  if (CURLY.test(value)) return "curly quotes match nothing in a text; write straight ones";
  if (CONTROL.test(value)) return "it holds an invisible character; delete the cell and type it again";
  return null;
}

/** The offset of the first byte that is no UTF-8, or -1. */
export function firstBadByte(bytes: Uint8Array): number {
  if (decodes(bytes, false)) return -1;
  let low = 0;
  let high = bytes.length;
  // The longest sound beginning; a character may be cut at its end.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // A character whose beginning is sound and whose end is not begins before.
  while (low > 0 && !decodes(bytes.subarray(0, low), false)) low--;
  return low;
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
