/** Source, cue and content of PolNeAR's attributions, word by word, and whether the source fits the cue. */
import { join } from "node:path";
import type { Attribution } from "../src/core/claim-layers.ts";
import type { Span } from "../src/core/span.ts";
import { readPolnear, type AttributionDocument, type GoldAttribution } from "./attribution-gold.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { ErrorCounter } from "./error-counter.ts";
import { excerpt } from "./excerpt.ts";
import { goldSet } from "./gold-set.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";

/** A word or a mark: colons and dashes are cues too. */
const TOKEN = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const PARTS = ["source", "cue", "content"] as const;
type Part = (typeof PARTS)[number];

export const POLNEAR: EvalSet = goldSet(
  "polnear-dev",
  "Attributions of political news: words of source, cue and content; source given the cue",
  ({ data }) => {
    const path = join(data, "gold/attribution/polnear-dev");
    return { path, read: () => readPolnear(path) };
  },
  scoreDocuments,
);

/** A share of cases that are right. */
interface Share {
  right: number;
  of: number;
}

interface DocumentScore extends Readonly<Record<Part, ItemCounts>> {
  readonly given: Share;
}

function scoreDocuments(
  set: string,
  title: string,
  documents: readonly AttributionDocument[],
  { coder }: EvalTools,
): SetReport {
  const errors = new ErrorCounter();
  const scores = documents.map((document) => {
    const { attributions } = coder.explain({ text: document.text }).doc;
    return scoreDocument(document, attributions.map(answerOf), errors);
  });
  const figures: Figure[] = PARTS.map((part) => {
    const units = scores.map((score) => score[part]);
    return { name: `${part} token F1`, value: f1Of(units), unit: "%", interval: bootstrapInterval(units, f1Of) };
  });
  const given = scores.map((score) => score.given);
  figures.push({
    name: "source right given the cue",
    value: percentOf(given),
    unit: "%",
    interval: bootstrapInterval(given, percentOf),
    of: given.reduce((sum, share) => sum + share.of, 0),
  });
  const gold = documents.reduce((sum, document) => sum + document.gold.length, 0);
  figures.push({
    name: "attributions whose cue is found",
    value: (100 * (figures[3]?.of ?? 0)) / gold,
    unit: "%",
    of: gold,
  });
  return { set, title, figures, tables: [], errors: errors.list(), failures: [], notes: [] };
}

function percentOf(shares: readonly Share[]): number {
  const of = shares.reduce((sum, share) => sum + share.of, 0);
  return of === 0 ? 0 : (100 * shares.reduce((sum, share) => sum + share.right, 0)) / of;
}

/** What the coder read, in the gold's parts. */
export function answerOf({ sourceWords, cueWords, contentWords }: Attribution): GoldAttribution {
  return { source: sourceWords === null ? [] : [sourceWords], cue: cueWords, content: contentWords };
}

/** Counts one document; a word counts once for a part, however many attributions share it. */
export function scoreDocument(
  { text, gold }: AttributionDocument,
  answers: readonly GoldAttribution[],
  errors: ErrorCounter,
): DocumentScore {
  const words = [...text.matchAll(TOKEN)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const given: Share = { right: 0, of: 0 };
  const met = new Set<GoldAttribution>();
  for (const attribution of gold) {
    const answer = bestAnswer(attribution, answers, words);
    if (answer === null) {
      errors.add("cue missed", told(text, attribution));
      continue;
    }
    met.add(answer);
    given.of++;
    const fault = sourceFault(attribution, answer, words);
    if (fault === null) given.right++;
    else errors.add(fault, `${told(text, attribution)}; read ${quote(text, answer.source)}`);
    contentErrors(text, attribution, answer, words, errors);
  }
  for (const answer of answers) if (!met.has(answer)) errors.add("cue where there is none", told(text, answer));
  const count = (part: Part): ItemCounts => countPart(part, gold, answers, words);
  return { source: count("source"), cue: count("cue"), content: count("content"), given };
}

function countPart(
  part: Part,
  gold: readonly GoldAttribution[],
  answers: readonly GoldAttribution[],
  words: readonly Span[],
): ItemCounts {
  const wanted = wordsIn(
    gold.flatMap((a) => a[part]),
    words,
  );
  const coded = wordsIn(
    answers.flatMap((a) => a[part]),
    words,
  );
  return { right: common(wanted, coded), gold: wanted.size, coded: coded.size };
}

function wordsIn(spans: readonly Span[], words: readonly Span[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const span of spans) {
    for (let i = firstAfter(words, span.start); i < words.length; i++) {
      if ((words[i]?.start ?? Infinity) >= span.end) break;
      inside.add(i);
    }
  }
  return inside;
}

/** The first word that ends after the place. */
function firstAfter(words: readonly Span[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}

/** The answer that shares most words of the cue; of several as good the one that shares more of the content. */
function bestAnswer(
  gold: GoldAttribution,
  answers: readonly GoldAttribution[],
  words: readonly Span[],
): GoldAttribution | null {
  const cue = wordsIn(gold.cue, words);
  const content = wordsIn(gold.content, words);
  let best: GoldAttribution | null = null;
  let most = 0;
  for (const answer of answers) {
    const shared = common(cue, wordsIn(answer.cue, words));
    if (shared === 0) continue;
    const both = shared + common(content, wordsIn(answer.content, words)) / (content.size + 1);
    if (both > most) [best, most] = [answer, both];
  }
  return best;
}

/** A source is right when both have none, or when they share half of the words of the shorter one. */
function sourceFault(gold: GoldAttribution, answer: GoldAttribution, words: readonly Span[]): string | null {
  const wanted = wordsIn(gold.source, words);
  const coded = wordsIn(answer.source, words);
  if (wanted.size === 0) return coded.size === 0 ? null : "source where there is none";
  if (coded.size === 0) return "source missing";
  return 2 * common(wanted, coded) >= Math.min(wanted.size, coded.size) ? null : "source other than the gold’s";
}

function contentErrors(
  text: string,
  gold: GoldAttribution,
  answer: GoldAttribution,
  words: readonly Span[],
  errors: ErrorCounter,
): void {
  const wanted = wordsIn(gold.content, words);
  const coded = wordsIn(answer.content, words);
  const shared = common(wanted, coded);
  const example = `${told(text, gold)}; read ${quote(text, answer.content)}`;
  if (2 * shared < wanted.size) errors.add("content too short", example);
  else if (2 * shared < coded.size) errors.add("content too long", example);
}

function told(text: string, { source, cue, content }: GoldAttribution): string {
  const at = cue[0] ?? { start: 0, end: 0 };
  return `${excerpt(text, at, 80, 80)} source ${quote(text, source)}, content ${quote(text, content)}`;
}

function quote(text: string, spans: readonly Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, end).replaceAll("\n", " "));
  return `“${words.map((w) => (w.length > 130 ? `${w.slice(0, 65)} … ${w.slice(-65)}` : w)).join(" // ")}”`;
}
