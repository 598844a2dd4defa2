import type { RawToken } from "../../core/layers.ts";
import { CLASS, type FormFeatures } from "./token-features.ts";

/** How many hashed features describe a gap between two tokens. Training and running must agree on it. */
export const FEATURES_PER_GAP = 56;

/** A paragraph as the splitter sees it: the features of its tokens and what is known of the whole. */
export interface ParagraphView {
  readonly forms: readonly FormFeatures[];
  /** Number of quotation marks open before each token: 0 none, 1 straight, 2 curly. */
  readonly quotes: Uint8Array;
  readonly brackets: Uint8Array;
  /** The index of the next full stop, question mark or ellipsis at or after each token; the length when there is none. */
  readonly nextEnd: Int32Array;
  /** The number of finite verbs before each token. */
  readonly verbs: Int32Array;
  /** Habits of the writer, as small numbers. */
  readonly endings: number;
  readonly capitals: number;
  readonly size: number;
}

const EDGE: FormFeatures = { word: 11, tag: 999, suffix: 13, shape: 17, class: CLASS.edge, verb: false };

const OPENING_QUOTE: FormFeatures = { ...EDGE, word: 19, tag: 1000 + CLASS.openQuote, class: CLASS.openQuote };
const CLOSING_QUOTE: FormFeatures = { ...EDGE, word: 23, tag: 1000 + CLASS.closeQuote, class: CLASS.closeQuote };

/** The features of a paragraph's tokens; white space beside a straight quotation mark tells whether it opens or closes. */
export function paragraphForms(
  tokens: readonly RawToken[],
  featuresOf: (form: string) => FormFeatures,
): FormFeatures[] {
  return tokens.map((token, i) => {
    const features = featuresOf(token.form);
    const { class: kind } = features;
    if (kind !== CLASS.straightQuote && kind !== CLASS.apostrophe) return features;
    const spaceBefore = i === 0 || (tokens[i - 1]?.end ?? 0) < token.start;
    const spaceAfter = i + 1 === tokens.length || (tokens[i + 1]?.start ?? 0) > token.end;
    if (spaceBefore === spaceAfter) return features;
    if (spaceBefore) return OPENING_QUOTE;
    // A closing apostrophe may be a possessive.
    return kind === CLASS.straightQuote ? CLOSING_QUOTE : features;
  });
}

export function viewParagraph(forms: readonly FormFeatures[]): ParagraphView {
  const n = forms.length;
  const quotes = new Uint8Array(n);
  const brackets = new Uint8Array(n);
  const verbs = new Int32Array(n + 1);
  let quote = 0;
  let depth = 0;
  let stops = 0;
  let lowerAfterStop = 0;
  let upper = 0;
  for (let i = 0; i < n; i++) {
    const { class: kind, verb } = forms[i] ?? EDGE;
    quotes[i] = quote;
    brackets[i] = depth;
    verbs[i + 1] = (verbs[i] ?? 0) + (verb ? 1 : 0);
    if (kind === CLASS.straightQuote) quote = quote === 1 ? 0 : 1;
    else if (kind === CLASS.openQuote) quote = 2;
    else if (kind === CLASS.closeQuote) quote = 0;
    else if (kind === CLASS.opening) depth = Math.min(depth + 1, 3);
    else if (kind === CLASS.closing) depth = Math.max(depth - 1, 0);
    if (isEnd(kind)) {
      stops++;
      if (forms[i + 1]?.class === CLASS.lower) lowerAfterStop++;
    }
    if (kind === CLASS.capital || kind === CLASS.upper) upper++;
  }
  const rate = (20 * stops) / Math.max(n, 1);
  return {
    forms,
    quotes,
    brackets,
    verbs,
    nextEnd: nextEnds(forms),
    endings: (stops === 0 ? 0 : rate < 0.5 ? 1 : rate < 1.2 ? 2 : 3) + (lowerAfterStop * 3 > stops ? 4 : 0),
    capitals: Math.min(4, Math.floor((5 * upper) / Math.max(n, 1))),
    size: bucket(n),
  };
}

function nextEnds(forms: readonly FormFeatures[]): Int32Array {
  const next = new Int32Array(forms.length + 1);
  next[forms.length] = forms.length;
  for (let i = forms.length - 1; i >= 0; i--) next[i] = isEnd(forms[i]?.class ?? 0) ? i : (next[i + 1] ?? forms.length);
  return next;
}

export function isEnd(kind: number): boolean {
  return kind === CLASS.period || kind === CLASS.question || kind === CLASS.ellipsis;
}

function bucket(n: number): number {
  if (n < 6) return n;
  if (n < 9) return 6;
  if (n < 13) return 7;
  if (n < 19) return 8;
  return n < 30 ? 9 : 10;
}

/** Writes the features of the gap between tokens `at` and `at + 1` into `out`; `since` is the first token of the sentence so far. */
export function gapFeatures(view: ParagraphView, at: number, since: number, out: Int32Array): void {
  const { forms } = view;
  const l1 = forms[at] ?? EDGE;
  const l2 = forms[at - 1] ?? EDGE;
  const l3 = forms[at - 2] ?? EDGE;
  const l4 = forms[at - 3] ?? EDGE;
  const r1 = forms[at + 1] ?? EDGE;
  const r2 = forms[at + 2] ?? EDGE;
  const r3 = forms[at + 3] ?? EDGE;
  const r4 = forms[at + 4] ?? EDGE;
  const first = forms[since] ?? EDGE;
  const second = since + 1 <= at ? (forms[since + 1] ?? EDGE) : EDGE;
  const classes = l1.class * 32 + r1.class;
  const around = (l2.class * 32 + r2.class) * 1024 + classes;
  const tags = mix(l1.tag, r1.tag);
  const length = bucket(at + 1 - since);
  const end = view.nextEnd[at + 1] ?? forms.length;
  const rest = bucket(end - at - 1);
  const verbLeft = Math.min(2, (view.verbs[at + 1] ?? 0) - (view.verbs[since] ?? 0));
  const verbRight = Math.min(2, (view.verbs[Math.min(end + 1, forms.length)] ?? 0) - (view.verbs[at + 1] ?? 0));
  const clause = verbLeft * 3 + verbRight;
  const state = (view.quotes[at + 1] ?? 0) * 4 + (view.brackets[at + 1] ?? 0);
  const style = view.endings;
  out[0] = feature(1, 0, 0);
  out[1] = feature(2, l1.word, 0);
  out[2] = feature(3, r1.word, 0);
  out[3] = feature(4, l2.word, 0);
  out[4] = feature(5, r2.word, 0);
  out[5] = feature(6, l1.word, r1.word);
  out[6] = feature(7, l2.word, l1.word);
  out[7] = feature(8, r1.word, r2.word);
  out[8] = feature(9, l1.word, r1.class);
  out[9] = feature(10, r1.word, l1.class);
  out[10] = feature(11, l2.word, classes);
  out[11] = feature(12, r2.word, classes);
  out[12] = feature(13, l3.word, l1.class);
  out[13] = feature(14, r3.word, r1.class);
  out[14] = feature(15, classes, 0);
  out[15] = feature(16, around, 0);
  out[16] = feature(17, around, mix(l3.class, r3.class));
  out[17] = feature(18, tags, 0);
  out[18] = feature(19, tags, l2.tag);
  out[19] = feature(20, tags, r2.tag);
  out[20] = feature(21, tags, mix(l2.tag, r2.tag));
  out[21] = feature(22, mix(r1.tag, r2.tag), r3.tag);
  out[22] = feature(23, mix(l3.tag, l2.tag), l1.tag);
  out[23] = feature(24, mix(r1.tag, r2.tag), mix(r3.tag, r4.tag));
  out[24] = feature(25, mix(l4.tag, l3.tag), mix(l2.tag, l1.tag));
  out[25] = feature(26, r1.word, l1.tag);
  out[26] = feature(27, l1.word, r1.tag);
  out[27] = feature(28, r1.word, mix(r2.tag, l1.class));
  out[28] = feature(29, l1.word, mix(l2.tag, r1.class));
  out[29] = feature(30, l1.shape, r1.shape);
  out[30] = feature(31, l1.suffix, r1.class);
  out[31] = feature(32, r1.suffix, l1.class);
  out[32] = feature(33, mix(l1.tag, r1.tag), classes);
  out[33] = feature(34, classes, length);
  out[34] = feature(35, classes, mix(length, rest));
  out[35] = feature(36, classes, mix(3, rest));
  out[36] = feature(37, classes, mix(clause, 5));
  out[37] = feature(38, tags, mix(clause, 7));
  out[38] = feature(39, classes, mix(clause, style));
  out[39] = feature(40, classes, mix(state, 9));
  out[40] = feature(41, around, mix(state, 11));
  out[41] = feature(42, classes, mix(style, 13));
  out[42] = feature(43, around, mix(style, 15));
  out[43] = feature(44, classes, mix(view.capitals, 17));
  out[44] = feature(45, classes, mix(view.size, 19));
  out[45] = feature(46, classes, mix(first.word, 21));
  out[46] = feature(47, classes, mix(first.class, length));
  out[47] = feature(48, classes, mix(first.tag, second.tag));
  out[48] = feature(49, first.word, mix(second.word, length));
  out[49] = feature(50, r1.word, mix(style, classes));
  out[50] = feature(51, r1.tag, mix(clause, length));
  out[51] = feature(52, r1.word, mix(clause, l1.class));
  out[52] = feature(53, l1.tag, mix(r1.tag, length));
  out[53] = feature(54, l4.word, classes);
  out[54] = feature(55, r4.word, classes);
  out[55] = feature(56, around, mix(view.capitals, style));
}

function feature(template: number, a: number, b: number): number {
  return mix(Math.imul(template, 0x9e3779b1) ^ a, b);
}

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x7ed55d16), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h ^ Math.imul(b, 0xc2b2ae35), 0x27d4eb2f);
  return h ^ (h >>> 15);
}
