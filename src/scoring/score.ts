import { addCounts, alignReport, countReport, noCounts } from "./count.ts";
import type { CategoryRecall, CountedReport } from "./count.ts";
import { figuresOf } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { mersenneTwister } from "./mersenne-twister.ts";
import type { GoldReport, Prediction, ScoredReport, ScoreOptions } from "./types.ts";

/** Bootstrap over reports: 500 samples; the 13th and the 488th value bound the middle 95 %. */
const SAMPLES = 500;
const LOW = 12;
const HIGH = 487;

type Interval = readonly [low: number, high: number];

export interface Score extends Figures {
  readonly f1_interval: Interval;
  readonly triple_f1_interval: Interval;
  /** Core events found and asked for, by category, as "3/4". */
  readonly recall_by_category: Readonly<Record<string, string>>;
}

export interface ScoreInput {
  readonly gold: ReadonlyMap<string, GoldReport>;
  readonly reports: ReadonlyMap<string, ScoredReport>;
  /** Predictions of reports that have no gold are left out. */
  readonly predictions: Iterable<Prediction>;
}

/**
 * Compares coded events with hand-coded ones. A gold report without its text in `reports` is left out; the loader refuses
 * such input, so that this happens only to callers that want it.
 */
export function scoreEvents(input: ScoreInput, options: ScoreOptions = { bySentence: false }): Score {
  const byReport = new Map<string, Prediction[]>();
  for (const prediction of input.predictions) {
    const list = byReport.get(prediction.report);
    if (list === undefined) byReport.set(prediction.report, [prediction]);
    else list.push(prediction);
  }
  const each: CountedReport[] = [];
  for (const [id, gold] of [...input.gold].sort((a, b) => compareByCodePoint(a[0], b[0]))) {
    const report = input.reports.get(id);
    if (report === undefined) continue;
    each.push(countReport(alignReport(gold, report, byReport.get(id) ?? [], options.bySentence), report));
  }
  return { ...figuresOf(sumOf(each)), ...intervalsOf(each), recall_by_category: recallOf(each) };
}

function sumOf(each: readonly CountedReport[]): ReturnType<typeof noCounts> {
  const sum = noCounts();
  for (const { counts } of each) addCounts(sum, counts);
  return sum;
}

function intervalsOf(each: readonly CountedReport[]): Pick<Score, "f1_interval" | "triple_f1_interval"> {
  const random = mersenneTwister(1);
  const f1: number[] = [];
  const tripleF1: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const sum = noCounts();
    for (let draw = 0; draw < each.length; draw++) {
      const one = each[random.below(each.length)];
      if (one !== undefined) addCounts(sum, one.counts);
    }
    const figures = figuresOf(sum);
    f1.push(figures.f1);
    tripleF1.push(figures.triple_f1);
  }
  return { f1_interval: middle(f1), triple_f1_interval: middle(tripleF1) };
}

function middle(values: number[]): Interval {
  values.sort((a, b) => a - b);
  return [roundTenth(values[LOW] ?? 0), roundTenth(values[HIGH] ?? 0)];
}

/** One decimal, ties to the even digit as Python rounds; only quarters can be exact ties in binary. */
export function roundTenth(value: number): number {
  const quarter = value - Math.floor(value);
  if (quarter === 0.25) return Number(`${Math.floor(value)}.2`);
  if (quarter === 0.75) return Number(`${Math.floor(value)}.8`);
  return Number(value.toFixed(1));
}

function recallOf(each: readonly CountedReport[]): Record<string, string> {
  const sums = new Map<string, CategoryRecall>();
  for (const { recall } of each) {
    for (const [category, { hit, of }] of recall) {
      const sum = sums.get(category) ?? { hit: 0, of: 0 };
      sums.set(category, { hit: sum.hit + hit, of: sum.of + of });
    }
  }
  const sorted = [...sums].sort((a, b) => compareByCodePoint(a[0], b[0]));
  return Object.fromEntries(sorted.map(([category, { hit, of }]) => [category, `${hit}/${of}`]));
}

/** JavaScript orders by UTF-16 units; the bootstrap draws reports by number, so their order must be Python's. */
function compareByCodePoint(a: string, b: string): number {
  const left = Array.from(a, (character) => character.codePointAt(0) ?? 0);
  const right = Array.from(b, (character) => character.codePointAt(0) ?? 0);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
