/** Sentence boundaries and tokens on raw text: treebank text and news sentences of our own writing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/core/span.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import { ErrorCounter } from "./error-counter.ts";
import { goldSet } from "./gold-set.ts";
import { rawTextOf } from "./raw-text.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";

/** A text with the gold spans of its sentences; tokens where a treebank gives them. */
export interface SpanText {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly tokens: readonly Span[];
  /** The document of each sentence: what the bootstrap draws. */
  readonly documents: readonly string[];
}

export const EWT_SENTENCES: EvalSet = goldSet(
  "sentences-ewt",
  "Sentences and tokens of EWT test, raw text",
  (tools) => {
    const path = join(tools.data, "gold/treebanks/ewt-test.conllu");
    return { path, read: () => rawTextOf(path) };
  },
  scoreSpans,
);

export const GUM_SENTENCES: EvalSet = goldSet(
  "sentences-gum-news",
  "Sentences and tokens of the news documents of GUM dev, raw text",
  (tools) => {
    const path = join(tools.data, "gold/treebanks/gum-dev.conllu");
    return { path, read: () => rawTextOf(path, (document) => document.startsWith("GUM_news_")) };
  },
  scoreSpans,
);

export const NEWS_SENTENCES: EvalSet = goldSet(
  "sentences-own",
  "200 news sentences of our own (eval/gold/news-sentences.txt)",
  ({ root }) => {
    const path = join(root, "eval/gold/news-sentences.txt");
    return { path, read: () => newsSentences(readFileSync(path, "utf8")) };
  },
  scoreSpans,
);

/** One sentence a line, blank lines between paragraphs; the raw text joins a paragraph's lines with one space. */
export function newsSentences(file: string): SpanText {
  const sentences: Span[] = [];
  const documents: string[] = [];
  let text = "";
  for (const [number, paragraph] of file
    .trim()
    .split(/\n\s*\n/)
    .entries()) {
    if (text !== "") text += "\n\n";
    for (const [i, line] of paragraph.split("\n").entries()) {
      if (i > 0) text += " ";
      sentences.push({ start: text.length, end: text.length + line.trim().length });
      documents.push(String(number));
      text += line.trim();
    }
  }
  return { text, sentences, tokens: [], documents };
}

function scoreSpans(set: string, title: string, gold: SpanText, { coder }: EvalTools): SetReport {
  const parsed = coder.parse(gold.text);
  const figures = [spanFigure("sentence F1", gold, gold.sentences, parsed)];
  if (gold.tokens.length > 0) {
    figures.push(
      spanFigure(
        "token F1",
        gold,
        gold.tokens,
        parsed.flatMap((sentence) => sentence.tokens),
      ),
    );
  }
  const errors = boundaryErrors(gold, parsed);
  return { set, title, figures, tables: [], errors, failures: [], notes: [] };
}

/** F1 of exact spans, with an interval over documents. */
function spanFigure(name: string, text: SpanText, gold: readonly Span[], coded: readonly Span[]): Figure {
  const documentOf = documentFinder(text);
  const counts = new Map<string, ItemCounts>();
  const countOf = (span: Span): ItemCounts => {
    const document = documentOf(span.start);
    let entry = counts.get(document);
    if (entry === undefined) counts.set(document, (entry = { gold: 0, coded: 0, right: 0 }));
    return entry;
  };
  const keys = new Set(gold.map((span) => `${span.start}-${span.end}`));
  for (const span of gold) countOf(span).gold++;
  for (const span of coded) {
    const entry = countOf(span);
    entry.coded++;
    if (keys.has(`${span.start}-${span.end}`)) entry.right++;
  }
  const units = [...counts.values()];
  return { name, value: f1Of(units), unit: "%", interval: bootstrapInterval(units, f1Of), of: gold.length };
}

/** The document that an offset lies in. */
function documentFinder(text: SpanText): (offset: number) => string {
  const starts = text.sentences.map((sentence) => sentence.start);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return text.documents[low] ?? "";
  };
}

/** Boundaries missed and invented, by the word before them. */
function boundaryErrors(gold: SpanText, coded: readonly Span[]): SetReport["errors"] {
  const errors = new ErrorCounter();
  const goldEnds = new Set(gold.sentences.map((span) => span.end));
  const codedEnds = new Set(coded.map((span) => span.end));
  const context = (end: number): string =>
    `…${gold.text.slice(Math.max(0, end - 45), end)} ‖ ${gold.text.slice(end, end + 35).trim()}…`;
  const wordBefore = (end: number): string => /\S+$/.exec(gold.text.slice(Math.max(0, end - 30), end))?.[0] ?? "";
  const kindOf = (word: string): string =>
    /\.{3}|…/.test(word) ? "dots" : /[.?!:;]["”'’)\]]+$/.test(word) ? "end and quote" : /^\p{Lu}.*\.$/u.test(word) ? "capital and stop" : (/[^\p{L}\p{N}]$/u.exec(word)?.[0] ?? "a word"); // prettier-ignore
  for (const end of codedEnds)
    if (!goldEnds.has(end)) errors.add(`split after ${kindOf(wordBefore(end))}`, context(end));
  for (const end of goldEnds)
    if (!codedEnds.has(end)) errors.add(`not split after ${kindOf(wordBefore(end))}`, context(end));
  return errors.list();
}
