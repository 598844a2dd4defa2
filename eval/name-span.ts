/** The words of a mention that are a name: without title, article, possessive and what describes it. */
import type { Entity, Mention } from "../src/core/actor-layers.ts";
import type { Sentence, Token } from "../src/core/layers.ts";
import { baseRelation } from "../src/core/sentence-graph.ts";
import type { TextSpan } from "./conll.ts";

export interface NameSpan extends TextSpan {
  /** Where the name starts with the titles and capitalised descriptions before it ("Foreign Secretary Boris Johnson"). */
  readonly titled: number;
}

/** Words that join the parts of a name: "Ministry of Trade and Industry", "Union for the Mediterranean". */
const JOINS = new Set(["of", "for", "and", "the", "de", "la", "del", "du", "des", "der", "da", "do", "al", "el", "&", "-", "–", "'", "’"]); // prettier-ignore
/** Joins that a name of a person may hold. */
const PARTICLES = new Set([
  "de",
  "la",
  "del",
  "du",
  "der",
  "van",
  "von",
  "bin",
  "ibn",
  "da",
  "al",
  "el",
  "-",
  "'",
  "’",
]);

/** The span of the name that a mention is headed by, null if its head is no capitalised word. */
export function nameSpan(sentence: Sentence, mention: Mention, entity: Entity): NameSpan | null {
  const tokens = sentence.tokens.slice(0, mention.last + 1);
  const head = sentence.tokens[mention.head];
  if (head === undefined || !isCapital(head)) return null;
  const person = entity.kind === "person";
  const run = person ? personRun(tokens, mention, entity) : bodyRun(tokens, mention);
  const first = tokens[run.first];
  const last = tokens[run.last];
  if (first === undefined || last === undefined) return null;
  const titled = tokens[runStart(tokens, run.first, mention.first)] ?? first;
  return { start: first.start, end: last.end, titled: titled.start };
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** A person's name: the head and what is flat with it, without the titles that its chain's name does not hold. */
function personRun(tokens: readonly Token[], mention: Mention, entity: Entity): Run {
  const parts = [mention.head];
  for (const t of tokens) {
    if (t.head !== mention.head || t.index < mention.first) continue;
    if (baseRelation(t.deprel) === "flat" || (t.deprel === "compound" && t.upos === "PROPN")) parts.push(t.index);
  }
  let first = Math.min(...parts);
  const last = Math.max(...parts);
  const own = new Set((entity.name ?? "").toLowerCase().split(/[\s-]+/));
  const held = (k: number): boolean => own.has(tokens[k]?.lower ?? "");
  if (held(last)) while (first < last && !held(first) && !PARTICLES.has(tokens[first]?.lower ?? "")) first++;
  return { first, last };
}

/** The name of a body or place: capitalised words about the head, joined by what joins names, inside the phrase. */
function bodyRun(tokens: readonly Token[], mention: Mention): Run {
  let last = mention.head;
  for (let k = mention.head + 1; k <= mention.last; k++) {
    const t = tokens[k];
    if (t === undefined) break;
    if (isCapital(t) || isNumber(t)) last = k;
    else if (!JOINS.has(t.lower)) break;
  }
  return { first: runStart(tokens, mention.head, mention.first), last };
}

/** Goes left from a word over capitalised words and what joins them; a possessor before them is another's name. */
function runStart(tokens: readonly Token[], from: number, floor: number): number {
  let start = from;
  for (let k = from - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t === undefined) break;
    if (isCapital(t) && !isArticle(t)) start = k;
    else if (!JOINS.has(t.lower) || t.lower === "the") break;
  }
  return start;
}

function isCapital(t: Token): boolean {
  return /^\p{Lu}/u.test(t.form);
}

function isArticle(t: Token): boolean {
  return t.upos === "DET" || t.upos === "PRON" || t.lower === "the";
}

function isNumber(t: Token): boolean {
  return /^\d+$/.test(t.form);
}
