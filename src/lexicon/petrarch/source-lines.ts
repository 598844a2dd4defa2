/** One line of a dictionary with its comments taken off. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  /** As written, for the list of what was not taken. */
  readonly raw: string;
  /** Without comments and without what stands in square brackets. */
  readonly text: string;
  /** What stands in square brackets, in order: `[AFGGOV 870930-920416]` gives `AFGGOV 870930-920416`. */
  readonly brackets: readonly string[];
  /** `### GRANT ###` of early PETRARCH dictionaries: a comment that opens a block. */
  readonly heading: boolean;
}

/**
 * The text of a dictionary file. Most are ASCII; old ones hold names in the Windows alphabet. Curly quotes and invisible
 * characters, which match nothing, are written plainly.
 */
export function decodeDictionary(bytes: Uint8Array): string {
  return readable(bytes)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C-\u201E]/g, '"')
    .replace(/\u00A0/g, " ")
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "");
}

function readable(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The lines of a dictionary that say something. Comments of all three programs are known: `#`, `;` and `<!-- -->`. */
export function sourceLines(file: string, content: string): readonly SourceLine[] {
  const out: SourceLine[] = [];
  let inComment = false;
  content.split(/\r\n|\n|\r/).forEach((raw, i) => {
    const kept = withoutMarkup(raw, inComment);
    inComment = kept.open;
    const heading = /^\s*#{2,}\s*[^#\s].*#{2,}\s*$/.test(kept.text);
    const plain = withoutComment(kept.text);
    const brackets = [...plain.matchAll(BRACKETS)].map((m) => (m[1] ?? "").trim());
    const text = plain.replace(BRACKETS, " ").trimEnd();
    if (text.trim() === "" && !brackets.length && !heading) return;
    out.push({ file, line: i + 1, raw: raw.trim(), text, brackets, heading });
  });
  return out;
}

/** A code may close with the wrong bracket; that is a slip of the typist. */
const BRACKETS = /\[([^\]}]*)[\]}]/g;

function withoutMarkup(raw: string, open: boolean): { text: string; open: boolean } {
  let text = "";
  let at = 0;
  let inside = open;
  while (at <= raw.length) {
    const mark = inside ? "-->" : "<!--";
    const next = raw.indexOf(mark, at);
    if (next < 0) return { text: inside ? text : text + raw.slice(at), open: inside };
    if (!inside) text += raw.slice(at, next);
    at = next + mark.length;
    inside = !inside;
  }
  return { text, open: inside };
}

/** `#` and `;` open a comment, but not in `[###]`, TABARI's code for a sentence to be left out. */
function withoutComment(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "[") depth++;
    else if (c === "]") depth = 0;
    else if (depth === 0 && (c === "#" || c === ";")) return text.slice(0, i);
  }
  return text;
}
