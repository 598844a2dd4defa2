import { readFileSync } from "node:fs";
import type { Sentence } from "../src/core/layers.ts";
import type { Lemmatiser } from "../src/language/lemmas/lemmatiser.ts";
import type { Parser } from "../src/language/syntax/parser.ts";

/** One word of a treebank; `head` counts from 0, -1 is the root. */
interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/** The syntactic words of each sentence of a CoNLL-U file, without multiword ranges and empty nodes. */
export function readTreebank(path: string): readonly (readonly GoldWord[])[] {
  const sentences: GoldWord[][] = [];
  let words: GoldWord[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "") {
      if (words.length > 0) sentences.push(words);
      words = [];
    } else if (/^\d+\t/.test(line)) {
      const [, form = "", lemma = "", upos = "", xpos = "", , head = "0", deprel = ""] = line.split("\t");
      words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel });
    }
  }
  if (words.length > 0) sentences.push(words);
  return sentences;
}

const MEASURES = ["upos", "xpos", "uas", "las", "lemma"] as const;
type Measure = (typeof MEASURES)[number];

/** Per cent with the ends of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface TreebankScore {
  readonly sentences: number;
  readonly words: number;
  readonly measures: Readonly<Record<Measure, Estimate>>;
  /** Lemmas given the treebank's own tags. */
  readonly lemmaOfGoldTags: Estimate;
}

/** Right answers of a sentence, one count a measure, and its words. */
interface Counts {
  readonly words: number;
  readonly right: readonly number[];
}

/**
 * Scores parser and lemmatiser on a treebank's own tokens: punctuation included, labels with subtypes, tags as predicted.
 * Intervals are from resampling sentences.
 */
export function scoreTreebank(path: string, parser: Parser, lemmatiser: Lemmatiser): TreebankScore {
  const treebank = readTreebank(path);
  const counts = treebank.map((words) => countRight(words, parser, lemmatiser));
  const estimates = resample(counts, MEASURES.length + 1);
  const at = (i: number): Estimate => estimates[i] ?? { value: 0, low: 0, high: 0 };
  const measures = Object.fromEntries(MEASURES.map((m, i) => [m, at(i)])) as Record<Measure, Estimate>;
  const words = counts.reduce((sum, c) => sum + c.words, 0);
  return { sentences: treebank.length, words, measures, lemmaOfGoldTags: at(MEASURES.length) };
}

function countRight(words: readonly GoldWord[], parser: Parser, lemmatiser: Lemmatiser): Counts {
  const { heads, labels, tags } = parser.parse(words.map((w) => w.form));
  const right = Array<number>(MEASURES.length + 1).fill(0);
  const add = (i: number, yes: boolean): void => {
    if (yes) right[i] = (right[i] ?? 0) + 1;
  };
  words.forEach((word, i) => {
    const [upos = "", xpos = ""] = (tags[i] ?? "").split("|");
    const attached = heads[i] === word.head;
    add(0, upos === word.upos);
    add(1, xpos === word.xpos);
    add(2, attached);
    add(3, attached && labels[i] === word.deprel);
    add(4, lemmatiser.lemma(word.form, upos, xpos, i === 0) === word.lemma);
    add(5, lemmatiser.lemma(word.form, word.upos, word.xpos, i === 0) === word.lemma);
  });
  return { words: words.length, right };
}

const RESAMPLES = 1000;

/** Percentile bootstrap with a fixed sequence, so that a second run gives the same interval. */
function resample(counts: readonly Counts[], measures: number): readonly Estimate[] {
  const random = sequence(20_240_204);
  const drawn = Array.from({ length: measures }, () => [] as number[]);
  for (let round = 0; round < RESAMPLES; round++) {
    const sample = counts.map(() => counts[Math.floor(random() * counts.length)]);
    shares(sample, measures).forEach((share, m) => drawn[m]?.push(share));
  }
  return shares(counts, measures).map((value, m) => {
    const sorted = (drawn[m] ?? []).sort((a, b) => a - b);
    const low = sorted[Math.floor(RESAMPLES * 0.025)] ?? value;
    return { value, low, high: sorted[Math.floor(RESAMPLES * 0.975)] ?? value };
  });
}

function shares(counts: readonly (Counts | undefined)[], measures: number): readonly number[] {
  const right = Array<number>(measures).fill(0);
  let words = 0;
  for (const c of counts) {
    words += c?.words ?? 0;
    for (let m = 0; m < measures; m++) right[m] = (right[m] ?? 0) + (c?.right[m] ?? 0);
  }
  return right.map((n) => (words === 0 ? 0 : (100 * n) / words));
}

/** A small fixed generator of numbers in [0, 1) (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** F1 from raw text as in the CoNLL 2018 shared task, in per cent. */
export interface RawTextScore {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly lemmas: number;
}

interface PlacedWord {
  readonly key: string;
  /** Key of the head, "" for the root. */
  readonly head: string;
  readonly word: Pick<GoldWord, "lemma" | "upos" | "xpos" | "deprel">;
}

/**
 * Scores sentences predicted from a treebank's raw text. Words are matched by the characters that they cover (white space not
 * counted); a word that shares its characters with others, as one cut out of a treebank's longer token may, counts in order.
 */
export function scoreRawText(path: string, text: string, predicted: readonly Sentence[]): RawTextScore {
  const gold = placeGold(path);
  const own = placePredicted(text, predicted);
  const ownAt = new Map(own.map((w) => [w.key, w]));
  const right = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0, lemmas: 0 };
  for (const { key, head, word } of gold) {
    const match = ownAt.get(key);
    if (!match) continue;
    right.words++;
    if (match.word.upos === word.upos) right.upos++;
    if (match.word.xpos === word.xpos) right.xpos++;
    if (match.word.lemma === word.lemma) right.lemmas++;
    if (match.head !== head) continue;
    right.uas++;
    if (match.word.deprel === word.deprel) right.las++;
  }
  const f1 = (n: number): number => (gold.length + own.length === 0 ? 0 : (200 * n) / (gold.length + own.length));
  const { words, upos, xpos, uas, las, lemmas } = right;
  return { words: f1(words), upos: f1(upos), xpos: f1(xpos), uas: f1(uas), las: f1(las), lemmas: f1(lemmas) };
}

/** Words of a surface token whose forms do not add up to it share the token's span and are told apart by their order. */
function placeGold(path: string): readonly PlacedWord[] {
  const placed: PlacedWord[] = [];
  let offset = 0;
  let surface: { first: number; last: number; length: number } | null = null;
  let sentence: { word: GoldWord; key: string }[] = [];
  const finish = (): void => {
    for (const { word, key } of sentence) placed.push({ key, head: sentence[word.head]?.key ?? "", word });
    sentence = [];
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "") finish();
    const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "0", deprel = ""] = line.split("\t");
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) surface = { first: Number(range[1]), last: Number(range[2]), length: bare(form).length };
    if (!/^\d+$/.test(id)) continue;
    const word = { form, lemma, upos, xpos, head: Number(head) - 1, deprel };
    const length = bare(form).length;
    sentence.push({ word, key: `${offset}-${offset + length}` });
    offset += length;
    if (surface && Number(id) === surface.last) {
      respan(sentence.slice(surface.first - surface.last - 1), surface.length, (end) => (offset = end));
      surface = null;
    }
  }
  finish();
  return placed;
}

/** Mends the spans of words whose forms are not the characters of their surface token ("im" = "in" + "dem"). */
function respan(words: { word: GoldWord; key: string }[], length: number, setEnd: (end: number) => void): void {
  const start = Number((words[0]?.key ?? "0").split("-")[0]);
  const total = words.reduce((sum, w) => sum + bare(w.word.form).length, 0);
  if (total === length) return;
  words.forEach((w, i) => (w.key = `${start}-${start + length}#${i}`));
  setEnd(start + length);
}

function placePredicted(text: string, sentences: readonly Sentence[]): readonly PlacedWord[] {
  const before = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = (before[i] ?? 0) + (/\s/.test(text[i] ?? "") ? 0 : 1);
  const keyOf = (t: { start: number; end: number }): string => `${before[t.start] ?? 0}-${before[t.end] ?? 0}`;
  return sentences.flatMap((s) =>
    s.tokens.map((t) => {
      const head = s.tokens[t.head];
      return { key: keyOf(t), head: head ? keyOf(head) : "", word: t };
    }),
  );
}

function bare(form: string): string {
  return form.replace(/\s/gu, "");
}
