import type { RawToken } from "../../core/layers.ts";
import { datelineEnd } from "./datelines.ts";
import {
  FEATURES_PER_GAP,
  gapFeatures,
  isEnd,
  paragraphForms,
  viewParagraph,
  type ParagraphView,
} from "./gap-features.ts";
import { HASH_BITS, type SplitterModel } from "./splitter-model.ts";
import { CLASS, formFeatures, type FormFeatures } from "./token-features.ts";

/** Where a sentence of a paragraph ends: the index of its last token, and that of the last token of its dateline, -1 for none. */
export interface SentenceCut {
  readonly last: number;
  readonly dateline: number;
}

/** Groups the tokens of a paragraph into sentences. `breaks` marks tokens before a hard newline. */
export type SentenceSplitter = (tokens: readonly RawToken[], breaks: Uint8Array | undefined) => readonly SentenceCut[];

const MASK = (1 << HASH_BITS) - 1;
const MOST_KEPT = 50_000;
/** No sentence gets longer: a text without any end of sentence must not become one sentence that no parser can take. */
export const LONGEST_SENTENCE = 300;

export function createSentenceSplitter(model: SplitterModel): SentenceSplitter {
  const kept = new Map<string, FormFeatures>();
  const buffer = new Int32Array(FEATURES_PER_GAP);

  function featuresOf(form: string): FormFeatures {
    const known = kept.get(form);
    if (known !== undefined) return known;
    const features = formFeatures(form, model.tags, model.finite);
    if (kept.size >= MOST_KEPT) kept.clear();
    if (form.length <= 64) kept.set(form, features);
    return features;
  }

  function scoreAt(view: ParagraphView, at: number, since: number): number {
    gapFeatures(view, at, since, buffer);
    let sum = 0;
    for (let i = 0; i < FEATURES_PER_GAP; i++) sum += model.weights[(buffer[i] ?? 0) & MASK] ?? 0;
    return sum - model.threshold;
  }

  function scoreOf(view: ParagraphView, breaks: Uint8Array | undefined, at: number, since: number): number {
    return breaks?.[at] === 1 && partsLines(view, at, since) ? Infinity : scoreAt(view, at, since);
  }

  return (tokens, breaks) => {
    const view = viewParagraph(paragraphForms(tokens, featuresOf));
    const cuts: SentenceCut[] = [];
    let since = 0;
    let dateline = datelineEnd(view, tokens, 0, breaks);
    let best = -1;
    let bestScore = -Infinity;
    for (let i = 0; i + 1 < tokens.length; i++) {
      const full = i - since + 1 >= LONGEST_SENTENCE;
      const score = i > dateline && mayPart(view, tokens, i) ? scoreOf(view, breaks, i, since) : -Infinity;
      if (i - since >= LONGEST_SENTENCE / 2 && score > bestScore) [best, bestScore] = [i, score];
      if (score <= 0 && !full) continue;
      // A sentence that got too long is cut at the likeliest place of its second half.
      if (score <= 0 && best >= since) i = best;
      cuts.push({ last: i, dateline: dateline < i ? dateline : -1 });
      since = i + 1;
      dateline = datelineEnd(view, tokens, since, breaks);
      bestScore = -Infinity;
    }
    if (tokens.length > 0) cuts.push({ last: tokens.length - 1, dateline });
    return cuts;
  };
}

/** Sentences part at white space, or where it was forgotten after a full stop: "at the end.The next". */
export function mayPart(view: ParagraphView, tokens: readonly RawToken[], at: number): boolean {
  const left = tokens[at];
  const right = tokens[at + 1];
  if (left === undefined || right === undefined) return false;
  if (right.start > left.end) return true;
  const kind = view.forms[at + 1]?.class ?? 0;
  if (kind !== CLASS.capital && kind !== CLASS.pronounI) return false;
  const before = view.forms[at]?.class ?? 0;
  if (before === CLASS.closing || before === CLASS.closeQuote) return isEnd(view.forms[at - 1]?.class ?? 0);
  return isEnd(before);
}

/** A hard newline parts sentences, unless what stands around it shows that the sentence goes on. */
function partsLines(view: ParagraphView, at: number, since: number): boolean {
  const before = view.forms[at]?.class ?? 0;
  const after = view.forms[at + 1]?.class ?? 0;
  if (before === CLASS.comma || before === CLASS.opening || before === CLASS.dash) return false;
  if (after === CLASS.lower || after === CLASS.closing || after === CLASS.comma || isEnd(after)) return false;
  // A number or a bullet alone on its line belongs to the next one.
  return !(at - since < 2 && (view.forms[since]?.class === CLASS.number || view.forms[since]?.class === CLASS.bullet));
}
