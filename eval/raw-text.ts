import { readFileSync } from "node:fs";
import type { Span } from "../src/core/span.ts";

/** A treebank document collection as plain text, with the spans of its sentences and syntactic words. */
export interface RawText {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly tokens: readonly Span[];
  /** The `newdoc` id that each sentence stands under. */
  readonly documents: readonly string[];
}

interface GoldSentence {
  readonly text: string;
  readonly document: string;
  readonly opensParagraph: boolean;
  /** Surface forms with the syntactic words inside them. */
  readonly surfaces: readonly { readonly form: string; readonly words: readonly string[] }[];
}

/**
 * Builds the raw text of a CoNLL-U file: the `# text` lines in order, a blank line before each that opens a paragraph or a document, one
 * space before the others. `keeps` leaves documents out by their id.
 */
export function rawTextOf(path: string, keeps: (document: string) => boolean = () => true): RawText {
  let text = "";
  const sentences: Span[] = [];
  const tokens: Span[] = [];
  const documents: string[] = [];
  for (const sentence of readSentences(path)) {
    if (!keeps(sentence.document)) continue;
    if (text !== "") text += sentence.opensParagraph ? "\n\n" : " ";
    const start = text.length;
    text += sentence.text;
    sentences.push({ start, end: text.length });
    documents.push(sentence.document);
    addTokens(tokens, sentence, start);
  }
  return { text, sentences, tokens, documents };
}

export interface SpanScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
}

/** Precision, recall and F1 in per cent; a span is right when start and end are. Give spans without white space at their ends. */
export function spanF1(gold: readonly Span[], predicted: readonly Span[]): SpanScore {
  const key = (s: Span): string => `${s.start}-${s.end}`;
  const open = new Map<string, number>();
  for (const span of gold) open.set(key(span), (open.get(key(span)) ?? 0) + 1);
  let right = 0;
  for (const span of predicted) {
    const left = open.get(key(span)) ?? 0;
    if (left > 0) right++;
    open.set(key(span), left - 1);
  }
  const precision = predicted.length === 0 ? 0 : (100 * right) / predicted.length;
  const recall = gold.length === 0 ? 0 : (100 * right) / gold.length;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, right };
}

function* readSentences(path: string): Generator<GoldSentence> {
  let document = "";
  let opensParagraph = false;
  for (const block of readFileSync(path, "utf8").split("\n\n")) {
    const lines = block.split("\n");
    let text: string | undefined;
    for (const line of lines) {
      if (line.startsWith("# newdoc")) {
        document = line.slice(line.indexOf("=") + 1).trim();
        opensParagraph = true;
      } else if (/^# newpar(?: |$)/.test(line)) opensParagraph = true;
      else if (line.startsWith("# text = ")) text = line.slice("# text = ".length).trim();
    }
    if (text === undefined) continue;
    yield { text, document, opensParagraph, surfaces: readSurfaces(lines) };
    opensParagraph = false;
  }
}

function readSurfaces(lines: readonly string[]): { form: string; words: string[] }[] {
  const surfaces: { form: string; words: string[] }[] = [];
  let last = 0;
  for (const line of lines) {
    const [id = "", form = ""] = line.split("\t");
    const range = /^\d+-(\d+)$/.exec(id);
    if (range !== null) {
      last = Number(range[1]);
      surfaces.push({ form, words: [] });
    } else if (/^\d+$/.test(id)) {
      if (Number(id) <= last) surfaces.at(-1)?.words.push(form);
      else surfaces.push({ form, words: [form] });
    }
  }
  return surfaces;
}

function addTokens(tokens: Span[], sentence: GoldSentence, offset: number): void {
  let at = 0;
  for (const { form, words } of sentence.surfaces) {
    const found = sentence.text.indexOf(form, at);
    if (found < 0) throw new Error(`the form “${form}” is not in its sentence: ${sentence.text}`);
    at = found + form.length;
    if (words.join("") !== form) {
      for (let i = 0; i < words.length; i++) tokens.push({ start: offset + found, end: offset + at });
      continue;
    }
    let start = offset + found;
    for (const word of words) {
      tokens.push({ start, end: start + word.length });
      start += word.length;
    }
  }
}
