/** Sentences of one token and tag a line, as named-entity and role sets come. */
import type { Span } from "../src/core/span.ts";

export interface TaggedToken {
  readonly form: string;
  readonly tag: string;
}

/** Reads blank-line separated sentences; the first column is the token, the last one its tag. */
export function readTagged(file: string): readonly (readonly TaggedToken[])[] {
  const sentences: TaggedToken[][] = [];
  let tokens: TaggedToken[] = [];
  for (const line of file.split("\n")) {
    const [form, ...rest] = line.trim().split(/[\t ]+/);
    const tag = rest.at(-1);
    if (form !== undefined && tag !== undefined) tokens.push({ form, tag });
    else if (tokens.length > 0) {
      sentences.push(tokens);
      tokens = [];
    }
  }
  if (tokens.length > 0) sentences.push(tokens);
  return sentences;
}

const NO_SPACE_BEFORE = /^(?:[,.;:?!)\]%”]|'s|’s|n't|n’t|'(?:re|ve|ll|m|d))$/;
const NO_SPACE_AFTER = /^[([$€£“]$/;

/** Writes tokens as a text that reads as print does, with the span of each token. Quotes that look alike open and close in turn. */
export function joinTokens(forms: readonly string[]): { readonly text: string; readonly spans: readonly Span[] } {
  let text = "";
  const spans: Span[] = [];
  const open = new Set<string>();
  let glued = true;
  forms.forEach((form, i) => {
    const quote = form === '"' || form === "``" || form === "''";
    const closes = quote && open.has('"');
    const close =
      closes || NO_SPACE_BEFORE.test(form) || form === "-" || isCutPossessive(forms, i) || isCutNumber(forms, i);
    if (!glued && !close) text += " ";
    spans.push({ start: text.length, end: text.length + form.length });
    text += form;
    glued = NO_SPACE_AFTER.test(form) || form === "-" || (quote && !closes) || isCutPossessive(forms, i + 1);
    if (closes) open.delete('"');
    else if (quote) open.add('"');
  });
  return { text, spans };
}

/** "Baghdad ’ s" is a possessive that was cut in two: its mark and its letter both stand close to what is before them. */
function isCutPossessive(forms: readonly string[], i: number): boolean {
  const at = (k: number): string => forms[k] ?? "";
  const mark = /^['’´]$/;
  return (mark.test(at(i)) && at(i + 1) === "s") || (at(i) === "s" && mark.test(at(i - 1)));
}

/** "30 , 000" and "7 . 5": the part behind the mark. */
function isCutNumber(forms: readonly string[], i: number): boolean {
  const at = (k: number): string => forms[k] ?? "";
  if (!/^\d+$/.test(at(i - 2))) return false;
  return (at(i - 1) === "," && /^\d{3}$/.test(at(i))) || (at(i - 1) === "." && /^\d+$/.test(at(i)));
}

/** Letters and digits only, so that the same sentence is known in another tokenisation. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
