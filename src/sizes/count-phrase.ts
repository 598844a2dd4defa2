import { readNumber, type NumberReading } from "../core/number-words.ts";
import type { CountRecord } from "../core/record.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { SizeLexicon } from "./size-words.ts";

/** A count with the tokens that tell it, both ends inclusive. */
interface Count {
  readonly low: number;
  readonly high: number | null;
  readonly first: number;
  readonly last: number;
}

/**
 * How many a noun counts: "12 people", "at least a dozen", "hundreds of protesters", "10 to 15 soldiers", "two soldiers and three
 * civilians" (the sum), "a soldier" (one); null when it does not say.
 */
export function countOf(graph: SentenceGraph, noun: number, lexicon: SizeLexicon): CountRecord | null {
  const others = conjuncts(graph, noun).map((c) => oneCount(graph, c, lexicon));
  // "the police chief and two others": a definite person counts only beside a number.
  const own = oneCount(graph, noun, lexicon) ?? (others.some((o) => o !== null) ? definite(graph, noun) : null);
  if (own === null) return null;
  let total = own;
  for (const other of others) {
    if (other === null || other.first <= total.last) continue;
    const high = total.high === null || other.high === null ? null : total.high + other.high;
    total = { low: total.low + other.low, high, first: total.first, last: other.last };
  }
  return recordOf(graph, total);
}

function conjuncts(graph: SentenceGraph, noun: number): readonly number[] {
  return graph
    .token(noun)
    .children.filter((c) => graph.token(c).deprel === "conj" && /^(?:NOUN|NUM)$/.test(graph.token(c).upos));
}

function definite(graph: SentenceGraph, noun: number): Count | null {
  const { xpos, children } = graph.token(noun);
  const article = children.find((c) => graph.token(c).deprel === "det");
  return xpos === "NN" && article !== undefined ? { low: 1, high: 1, first: article, last: noun } : null;
}

function oneCount(graph: SentenceGraph, noun: number, lexicon: SizeLexicon): Count | null {
  const lower = graph.tokens.map((t) => t.lower);
  const at = numberStart(graph, noun, lexicon);
  if (at === null) return singular(graph, noun, lexicon);
  const reading = readNumber(lower, at, lexicon.numbers);
  if (reading === null || reading.low === null || reading.low < 0 || !Number.isInteger(reading.low)) return null;
  return bounded(lower, at, reading, lexicon);
}

/** Token where the number of a noun starts: its first nummod, an article before a number word, or itself ("dozens of people"). */
function numberStart(graph: SentenceGraph, noun: number, lexicon: SizeLexicon): number | null {
  const token = graph.token(noun);
  const self = lexicon.numbers[token.lower];
  let at = self !== undefined && self.class !== "ordinal" ? noun : -1;
  if (at < 0 && token.upos === "NUM") at = noun;
  for (const c of token.children) {
    const child = graph.token(c);
    const isNumber =
      baseRelation(child.deprel) === "nummod" ||
      (/^(?:amod|det|compound)$/.test(child.deprel) && isCounting(child.lower, lexicon));
    if (isNumber && c < noun) {
      at = firstOf(graph, c);
      break;
    }
  }
  if (at < 0) at = numberBefore(graph, noun, lexicon);
  if (at < 0) return null;
  const before = graph.tokens[at - 1]?.lower ?? "";
  return (before === "a" || before === "an" || before === "half") && isCounting(graph.token(at).lower, lexicon)
    ? at - 1
    : at;
}

/** A number at the front of the noun phrase, whatever a parser hung it on: "thirteen FARC combatants". */
function numberBefore(graph: SentenceGraph, noun: number, lexicon: SizeLexicon): number {
  for (let i = noun - 1; i >= 0 && i >= noun - 5; i--) {
    const { upos, lower } = graph.token(i);
    if (upos === "NUM" || isCounting(lower, lexicon)) return firstOf(graph, i);
    if (upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN") return -1;
  }
  return -1;
}

function firstOf(graph: SentenceGraph, at: number): number {
  let first = at;
  for (const c of graph.token(at).children) {
    const child = graph.token(c);
    if (c < first && (child.upos === "NUM" || child.deprel === "compound" || child.deprel === "nummod")) first = c;
  }
  return first;
}

function isCounting(lower: string, lexicon: SizeLexicon): boolean {
  const word = lexicon.numbers[lower];
  return word !== undefined && word.class !== "ordinal" && word.value !== null;
}

/** "a soldier", "Rabbi Kogan": one. */
function singular(graph: SentenceGraph, noun: number, lexicon: SizeLexicon): Count | null {
  const token = graph.token(noun);
  const article = token.children.find((c) => graph.token(c).lower === "a" || graph.token(c).lower === "an");
  const isOne = token.xpos === "NN" && article !== undefined && lexicon.persons.has(token.lemma);
  const isNamed = token.xpos === "NNP" && token.children.some((c) => graph.token(c).deprel === "flat");
  if (!isOne && !isNamed) return null;
  const last = Math.max(noun, ...token.children.filter((c) => graph.token(c).deprel === "flat"));
  return { low: 1, high: 1, first: isOne ? article : noun, last };
}

/** "at least 12", "up to 30", "between 10 and 20", "10 to 15", "more than 1000". */
function bounded(lower: readonly string[], at: number, reading: NumberReading, lexicon: SizeLexicon): Count {
  const last = reading.next - 1;
  const low = reading.low ?? 0;
  const joint = lower[reading.next] ?? "";
  const second =
    joint === "to" || joint === "-" || joint === "–" || (joint === "and" && lower[at - 1] === "between")
      ? readNumber(lower, reading.next + 1, lexicon.numbers)
      : null;
  if (second !== null && second.high !== null && second.high > low) {
    return { low, high: second.high, first: lower[at - 1] === "between" ? at - 1 : at, last: second.next - 1 };
  }
  // "18,250 to 63,000": found at its second number.
  if (lower[at - 1] === "to" || lower[at - 1] === "-" || lower[at - 1] === "–") {
    const before = readNumber(lower, at - 2, lexicon.numbers);
    if (before?.low != null && before.next === at - 1 && before.low < low)
      return { low: before.low, high: reading.high, first: at - 2, last };
  }
  const bound = boundBefore(lower, at, lexicon);
  if (bound === null) return { low, high: reading.high, first: at, last };
  return bound.kind === "low"
    ? { low, high: null, first: bound.first, last }
    : { low: 0, high: reading.high, first: bound.first, last };
}

function boundBefore(
  lower: readonly string[],
  at: number,
  lexicon: SizeLexicon,
): { kind: "low" | "high"; first: number } | null {
  const near = lexicon.bounds.get(lower[at - 1] ?? "");
  if (near?.with === "") return { kind: near.kind, first: at - 1 };
  if (near !== undefined && near.with === lower[at - 2]) return { kind: near.kind, first: at - 2 };
  const outer = lexicon.bounds.get(lower[at - 2] ?? "");
  return outer !== undefined && outer.with === lower[at - 1] ? { kind: outer.kind, first: at - 2 } : null;
}

function recordOf(graph: SentenceGraph, { low, high, first, last }: Count): CountRecord {
  const start = graph.token(first).start;
  const end = graph.token(last).end;
  let text = "";
  for (let i = first; i <= last; i++) {
    const token = graph.token(i);
    text += (i > first && token.start > graph.token(i - 1).end ? " " : "") + token.form;
  }
  return { low, high, text, start, end };
}
