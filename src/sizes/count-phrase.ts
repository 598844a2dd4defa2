import { digitsValue, readNumber } from "../core/number-words.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import { boundedNumber, type BoundedNumber } from "./bounds.ts";
import type { SizeLexicon } from "./size-words.ts";

/** How many a noun phrase counts, with the tokens that tell it, and the counts that it is the sum of. */
export interface Count extends BoundedNumber {
  readonly parts: readonly CountPart[];
}

/** A count and the noun that it counts. */
export interface CountPart extends BoundedNumber {
  readonly noun: number;
}

/** What a token names, as far as the actors' stage knows. */
export interface NamedKind {
  readonly isPerson: boolean;
  readonly isPeople: boolean;
  readonly code: string;
  readonly sector: string;
}

const MEASURES = /^(?:%|percent|pct|per|year|month|day|hour|week)$/;

export type NameReader = (token: number) => NamedKind | null;

/**
 * How many people a noun counts: "12 people", "at least a dozen", "hundreds of protesters", "10 to 15 soldiers", "two soldiers and
 * three civilians" (the sum), "a soldier" (one), "no one" (none), "a family of six"; null when it does not say or counts things.
 */
export class CountReader {
  readonly graph: SentenceGraph;
  readonly lexicon: SizeLexicon;
  private readonly lower: readonly string[];
  private readonly names: NameReader;

  constructor(graph: SentenceGraph, lexicon: SizeLexicon, names: NameReader) {
    this.graph = graph;
    this.lexicon = lexicon;
    this.names = names;
    this.lower = graph.tokens.map((t) => t.lower);
  }

  countOf(noun: number): Count | null {
    const own = this.partOf(noun);
    if (own === null) return this.looseNumber(noun) ?? this.ofMembers(noun);
    const parts = [...this.qualifiedBefore(own), own];
    let isOpen = false;
    for (const c of this.conjuncts(noun)) {
      const other = this.partOf(c);
      if (other !== null && other.first > (parts.at(-1)?.last ?? 0)) parts.push(other);
      // "a boy and some insurgents"
      else if (other === null && this.graph.token(c).xpos === "NNS") isOpen = true;
    }
    const sum = sumOf(parts);
    return isOpen ? { ...sum, high: null } : sum;
  }

  /** "4 Indian and 6 Pakistani soldiers": the first number counts the same noun. */
  private qualifiedBefore({ first }: CountPart): readonly CountPart[] {
    const { graph } = this;
    if (this.lower[first - 1] !== "and" || !/^(?:ADJ|PROPN|NOUN)$/.test(graph.tokens[first - 2]?.upos ?? "")) return [];
    if (!this.isNumeral(this.lower[first - 3] ?? "")) return [];
    const isQualifier = /^(?:JJ|NNP)$/.test(graph.token(first - 2).xpos);
    const reading = isQualifier ? readNumber(this.lower, first - 3, this.lexicon.numbers) : null;
    if (reading?.low == null || reading.next !== first - 2) return [];
    return [{ ...boundedNumber(this.lower, first - 3, reading, this.lexicon), noun: first - 2 }];
  }

  /** Whether a noun is one for people, a name of people or a bare number. */
  isPeople(noun: number): boolean {
    const token = this.graph.token(noun);
    if (SINGULAR_PRONOUN.test(token.lower)) return true;
    if (this.lexicon.is("thing", token.lemma)) return false;
    if (this.lexicon.is("loose", token.lemma)) return this.looseNumber(noun) !== null;
    if (this.lexicon.is("person", token.lemma) || this.lexicon.is("group", token.lemma)) return true;
    if ((token.upos === "NUM" && this.isNumeral(token.lower)) || this.isGeneric(noun)) return true;
    return token.upos === "PROPN" && this.names(noun)?.isPeople === true;
  }

  /** Whether nothing is told of the people that a noun counts: "12 people", "two others", "dozens". */
  isGeneric(noun: number): boolean {
    const { lemma, lower } = this.graph.token(noun);
    return this.lexicon.is("generic", lemma) || this.lexicon.is("generic", lower) || this.isCounting(lower);
  }

  nameOf(noun: number): NamedKind | null {
    return this.names(noun);
  }

  /** People that are counted beside a noun: "and three civilians", not "and three rifles". */
  private conjuncts(noun: number): readonly number[] {
    return this.graph.token(noun).children.filter((c) => {
      const { deprel, upos, lower } = this.graph.token(c);
      const isNoun = /^(?:NOUN|NUM|PROPN)$/.test(upos) || this.isCounting(lower);
      return deprel === "conj" && isNoun && this.isPeople(c) && !this.hasVerbBefore(noun, c);
    });
  }

  /** "killed 1,000 people and infected 5,000": a verb before the number. */
  private hasVerbBefore(noun: number, conjunct: number): boolean {
    return this.graph.tokens.slice(noun + 1, conjunct).some(({ upos, xpos, deprel, index }) => {
      if (upos !== "VERB") return false;
      return (/^VB[DZP]$/.test(xpos) && !/^(?:acl|amod)/.test(deprel)) || this.isNumeral(this.lower[index + 1] ?? "");
    });
  }

  private isPlural(noun: number): boolean {
    return this.graph.token(noun).lemma === "people" || this.graph.token(noun).xpos === "NNPS";
  }

  private partOf(noun: number): CountPart | null {
    if (this.lexicon.is("thing", this.graph.token(noun).lemma)) return null;
    const none = this.noneOf(noun);
    if (none !== null) return none;
    const at = SINGULAR_PRONOUN.test(this.lower[noun] ?? "") ? null : this.numberStart(noun);
    if (at === null) return this.singular(noun);
    // "his 2016 arrest"
    if (YEAR.test(this.lower[at] ?? "") && this.graph.token(noun).xpos !== "NNS" && !this.isPlural(noun)) return null;
    const reading = readNumber(this.lower, at, this.lexicon.numbers);
    if (reading?.low == null || reading.low < 0 || !Number.isInteger(reading.low)) return null;
    if (this.isMeasured(reading.next, noun)) return this.singular(noun);
    return { ...boundedNumber(this.lower, at, reading, this.lexicon), noun: this.countedBy(noun) };
  }

  /** "62 years", "a 34-year-old man", "12 percent of voters": the number is no number of people. */
  private isMeasured(next: number, noun: number): boolean {
    const at = this.lower[next] === "-" ? next + 1 : next;
    const after = this.graph.tokens[at];
    if (after === undefined) return false;
    return MEASURES.test(after.lemma) || (at === noun && this.lexicon.is("thing", after.lemma));
  }

  /** The count of the number that starts at a token, of nobody in particular. */
  numberAt(at: number): Count | null {
    const isWord = this.isNumeral(this.lower[at] ?? "") || this.lower[at] === "a";
    if (!isWord) return null;
    const reading = readNumber(this.lower, at, this.lexicon.numbers);
    if (reading?.low == null || !Number.isInteger(reading.low) || this.isMeasured(reading.next, -1)) return null;
    const part = { ...boundedNumber(this.lower, at, reading, this.lexicon), noun: reading.next - 1 };
    return sumOf([part]);
  }

  /** "dozens of students" counts the students. */
  private countedBy(noun: number): number {
    if (!this.isGeneric(noun)) return noun;
    for (const c of this.graph.token(noun).children) {
      if (baseRelation(this.graph.token(c).deprel) === "nmod" && this.graph.caseOf(c) === "of")
        return this.countedBy(c);
    }
    return noun;
  }

  /** "no one", "nobody", "no soldiers", "without injuring anyone". */
  private noneOf(noun: number): CountPart | null {
    const token = this.graph.token(noun);
    const no = token.children.find((c) => this.graph.token(c).lower === "no");
    const isNone = this.lexicon.is("none", token.lower) || /^(?:anyone|anybody)$/.test(token.lower);
    if (no === undefined && !isNone && this.lower[noun - 1] !== "no") return null;
    return { low: 0, high: 0, first: no ?? noun, last: noun, noun };
  }

  /** "a number of insurgents": as many as "several" at least. */
  private looseNumber(noun: number): Count | null {
    const { lemma, children } = this.graph.token(noun);
    const article = children.find((c) => this.graph.token(c).lower === "a");
    if (article === undefined || !this.lexicon.is("loose", lemma)) return null;
    const counted = children.find((c) => this.graph.caseOf(c) === "of");
    if (counted === undefined || !this.isPeople(counted)) return null;
    return sumOf([{ low: LOOSE_NUMBER, high: null, first: article, last: noun, noun: counted }]);
  }

  /** "a family of six", "a group of 12 miners", "a crowd of about 3,000". */
  private ofMembers(noun: number): Count | null {
    if (!this.lexicon.is("group", this.graph.token(noun).lemma)) return null;
    for (const c of this.graph.token(noun).children) {
      if (baseRelation(this.graph.token(c).deprel) !== "nmod" || this.graph.caseOf(c) !== "of") continue;
      const count = this.countOf(c);
      if (count !== null) return count;
    }
    return null;
  }

  /** Token where the number of a noun starts: its first nummod, an article before a number word, or itself ("dozens of people"). */
  private numberStart(noun: number): number | null {
    const { graph } = this;
    const token = graph.token(noun);
    let at = this.isCounting(token.lower) || token.upos === "NUM" ? noun : -1;
    for (const c of token.children) {
      const child = graph.token(c);
      const isNumber =
        baseRelation(child.deprel) === "nummod" ||
        (/^(?:amod|det|compound|nmod:unmarked|nmod)$/.test(child.deprel) && this.isCounting(child.lower));
      if (isNumber && c < noun) {
        at = this.firstOf(c);
        break;
      }
    }
    if (at < 0) at = this.numberBefore(noun);
    if (at < 0) return null;
    const before = this.lower[at - 1] ?? "";
    return (before === "a" || before === "an" || before === "half") && this.isCounting(this.lower[at] ?? "")
      ? this.lower[at - 2] === "half"
        ? at - 2
        : at - 1
      : at;
  }

  /** A number at the front of the noun phrase, whatever a parser hung it on: "thirteen FARC combatants". */
  private numberBefore(noun: number): number {
    for (let i = noun - 1; i >= 0 && i >= noun - 6; i--) {
      const { upos, lower, deprel } = this.graph.token(i);
      if (upos === "NUM" || this.isCounting(lower)) return this.firstOf(i);
      const isModifier = /^(?:ADJ|NOUN|PROPN)$/.test(upos) || (upos === "VERB" && deprel === "amod") || lower === "-";
      if (!isModifier) return -1;
    }
    return -1;
  }

  private firstOf(at: number): number {
    let first = at;
    for (const c of this.graph.token(at).children) {
      const child = this.graph.token(c);
      const isPart = child.upos === "NUM" || child.deprel === "compound" || child.deprel === "nummod";
      if (c < first && isPart && this.isNumeral(child.lower)) first = c;
    }
    return first;
  }

  private isNumeral(lower: string): boolean {
    return digitsValue(lower) !== null || this.isCounting(lower);
  }

  private isCounting(lower: string): boolean {
    const word = this.lexicon.numbers[lower];
    return word !== undefined && word.class !== "ordinal" && word.value !== null;
  }

  /** "a soldier", "the governor", "his deputy", "Rabbi Kogan", "himself": one. */
  private singular(noun: number): CountPart | null {
    const token = this.graph.token(noun);
    if (SINGULAR_PRONOUN.test(token.lower)) return oneOf(noun, noun).parts[0] ?? null;
    if (token.xpos === "NN" && this.lexicon.is("person", token.lemma) && !this.lexicon.is("group", token.lemma)) {
      const start = this.determinerOf(noun) ?? (this.isNamedPerson(noun) ? noun : null);
      return start === null ? null : { low: 1, high: 1, first: start, last: noun, noun };
    }
    if (token.xpos !== "NNP" || this.names(noun)?.isPerson !== true) return null;
    const last = Math.max(noun, ...token.children.filter((c) => this.graph.token(c).deprel === "flat"));
    return { low: 1, high: 1, first: noun, last, noun };
  }

  /** "killed Taliban leader Wali" */
  private isNamedPerson(noun: number): boolean {
    return this.graph
      .token(noun)
      .children.some(
        (c) => /^(?:appos|flat)$/.test(this.graph.token(c).deprel) && this.graph.token(c).upos === "PROPN",
      );
  }

  /** Article or possessor of a noun, also where the parser hung it on a word between ("an Islamic Movement of Uzbekistan facilitator"). */
  private determinerOf(noun: number): number | null {
    const { children } = this.graph.token(noun);
    const own = children.find((c) => c < noun && /^(?:det|nmod:poss)$/.test(this.graph.token(c).deprel));
    if (own !== undefined) return firstBelow(this.graph, own);
    for (let i = noun - 1; i >= 0 && i >= noun - 10; i--) {
      const { upos, lower } = this.graph.token(i);
      if (/^(?:a|an|the|another)$/.test(lower)) return i;
      if (!/^(?:ADJ|NOUN|PROPN|ADP|PUNCT)$/.test(upos)) return null;
    }
    return null;
  }
}

/** A number in digits that is a year where nothing else is counted by it. */
export const YEAR: RegExp = /^(?:19|20)\d\d$/;
const LOOSE_NUMBER = 3;
const SINGULAR_PRONOUN = /^(?:he|she|him|her|himself|herself)$/;

/** One person, told by these tokens. */
export function oneOf(first: number, noun: number): Count {
  return sumOf([{ low: 1, high: 1, first, last: noun, noun }]);
}

/** Two counts that add up. */
export function together(a: Count, b: Count): Count {
  return sumOf([...a.parts, ...b.parts]);
}

function firstBelow(graph: SentenceGraph, token: number): number {
  return Math.min(token, ...graph.token(token).children);
}

function sumOf(parts: readonly CountPart[]): Count {
  const first = Math.min(...parts.map((p) => p.first));
  const last = Math.max(...parts.map((p) => p.last));
  const low = parts.reduce((sum, p) => sum + p.low, 0);
  const high = parts.reduce<number | null>((sum, p) => (sum === null || p.high === null ? null : sum + p.high), 0);
  return { low, high, first, last, parts };
}
