/** The words of a mention that are a name: without title, article, possessive and what describes it. */
import type { Entity, Mention } from "../src/core/actor-layers.ts";
import type { Sentence, Token } from "../src/core/layers.ts";
import { baseRelation } from "../src/core/sentence-graph.ts";
import type { Span } from "../src/core/span.ts";

export interface NameSpan extends Span {
  /** Where the name starts with the titles and capitalised descriptions before it ("Foreign Secretary Boris Johnson"). */
  readonly titled: number;
}

/** Words that join the parts of a name: "Ministry of Trade and Industry", "Union for the Mediterranean". */
const JOINS = new Set(["of", "for", "and", "the", "de", "la", "del", "du", "des", "der", "da", "do", "al", "el", "&", "-", "–"]); // prettier-ignore
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

/** The span of the name that a mention is headed by; null where the head is no capitalised word, or a title alone ("the President"). */
export function nameSpan(sentence: Sentence, mention: Mention, entity: Entity): NameSpan | null {
  const head = sentence.tokens[mention.head];
  if (head === undefined || !isCapital(head) || isArticle(head)) return null;
  const person = entity.kind === "person";
  if (person && isTitleAlone(head, mention, entity)) return null;
  const { tokens } = sentence;
  const run = person
    ? personRun(tokens, mention, entity)
    : longer(fullRun(tokens, mention, entity), bodyRun(tokens, mention));
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

/** A person known by office or role only, or a word that the person's name lacks and the tables know as a role. */
function isTitleAlone(head: Token, { because }: Mention, { name }: Entity): boolean {
  if (name === null) return true;
  const role = /\b(?:offices|agents):/.test(because) && !/\b(?:holders:|name of a person)/.test(because);
  return role && !wordsOf(name).has(head.lower);
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(name.toLowerCase().split(/[\s-]+/));
}

/** A person's name: the head and the unbroken run of words flat or compounded with it, without the titles that the chain's name does not hold. */
function personRun(tokens: readonly Token[], mention: Mention, entity: Entity): Run {
  const belongs = (k: number): boolean => partOf(tokens, k, mention.head);
  let first = mention.head;
  let last = mention.head;
  while (first > mention.first && belongs(first - 1)) first--;
  while (belongs(last + 1)) last++;
  while (last > mention.head && !isCapital(tokens[last]) && !isGlued(tokens, last)) last--;
  const own = wordsOf(entity.name ?? "");
  const held = (k: number): boolean => own.has(tokens[k]?.lower ?? "");
  if (held(last)) while (first < last && !held(first) && !PARTICLES.has(tokens[first]?.lower ?? "")) first++;
  return { first, last };
}

/** Whether a token is a part of the name at `head`: flat or a proper compound, at any depth, or glued to one by a hyphen. */
function partOf(tokens: readonly Token[], at: number, head: number): boolean {
  if (isGlued(tokens, at)) return true;
  let t = tokens[at];
  if (t === undefined || (!isCapital(t) && !PARTICLES.has(t.lower))) return false;
  for (let step = 0; t !== undefined && step < 4; step++) {
    if (t.index === head) return true;
    const relation = baseRelation(t.deprel);
    if (relation !== "flat" && !(relation === "compound" && t.upos === "PROPN") && relation !== "case") return false;
    t = tokens[t.head];
  }
  return false;
}

/** "Kim Dae-jung": a hyphen between words without space, or the word behind it. */
function isGlued(tokens: readonly Token[], at: number): boolean {
  const [before, t, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (t === undefined || before === undefined || before.end !== t.start) return false;
  return /^[-–]$/.test(t.form)
    ? after?.start === t.end && !isVerbal(after)
    : /^[-–]$/.test(before.form) && !isVerbal(t);
}

/** "Saudi-led", "Daesh-held": what follows the hyphen is no part of the name. */
function isVerbal(t: Token): boolean {
  return t.upos === "VERB" || t.upos === "ADJ" || t.upos === "ADV";
}

function longer(a: Run | null, b: Run): Run {
  return a !== null && a.last - a.first > b.last - b.first ? a : b;
}

/** Where the text holds the chain's name in full about the head ("Islamic State of Iraq and the Levant"); else null. */
function fullRun(tokens: readonly Token[], mention: Mention, { name }: Entity): Run | null {
  const words = (name ?? "").toLowerCase().split(/[\s-]+/);
  for (let first = Math.max(0, mention.head - words.length); first <= mention.head; first++) {
    let at = first;
    const whole = words.every((word) => {
      while (tokens[at]?.form === "-") at++;
      return tokens[at++]?.lower === word;
    });
    if (whole && at > mention.head) return { first, last: at - 1 };
  }
  return null;
}

/** The name of a body or place: capitalised words about the head, joined by what joins names, inside the phrase. */
function bodyRun(tokens: readonly Token[], mention: Mention): Run {
  let last = mention.head;
  for (let k = mention.head + 1; k <= mention.last; k++) {
    const t = tokens[k];
    if (t === undefined || (t.lower === "and" && tokens[k + 1]?.lower === "the")) break;
    if (isCapital(t) || (isNumber(t) && last === k - 1)) last = k;
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
    else if (!isJoin(tokens, k)) break;
  }
  return start;
}

/** A joining word before a name, or the mark of a possessor that is many ("People's Party", "Workers' Union"). */
function isJoin(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  if (t === undefined || t.lower === "the") return false;
  if (!/^['’]s?$/.test(t.lower)) return JOINS.has(t.lower);
  const owner = tokens[at - 1];
  return owner !== undefined && (/^NNP?S$/.test(owner.xpos) || owner.lower === "people");
}

function isCapital(t: Token | undefined): boolean {
  return t !== undefined && /^\p{Lu}/u.test(t.form);
}

function isArticle(t: Token): boolean {
  return t.upos === "DET" || t.upos === "PRON" || t.lower === "the";
}

function isNumber(t: Token): boolean {
  return /^\d+$/.test(t.form);
}
