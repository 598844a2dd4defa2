import type { Sentence, Token } from "./layers.ts";

/** Reading aids over one sentence's tree. Relations are compared without their subtype unless it matters. */
export class SentenceGraph {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens;
  }

  token(i: number): Token {
    const t = this.tokens[i];
    if (!t) throw new RangeError(`token ${i} of a sentence of ${this.tokens.length}`);
    return t;
  }

  /** First dependent with the relation (subtype ignored), or null. */
  child(i: number, relation: string): Token | null {
    for (const c of this.token(i).children) if (baseRelation(this.token(c).deprel) === relation) return this.token(c);
    return null;
  }

  has(i: number, deprel: string): boolean {
    return this.token(i).children.some((c) => this.token(c).deprel === deprel);
  }

  /**
   * The preposition that introduces a phrase, as a slot name: the last case marker before the head, with its fixed
   * parts joined by spaces ("because of"); "out of" counts as "from".
   */
  caseOf(i: number): string | null {
    let found: Token | null = null;
    let first: Token | null = null;
    for (const c of this.token(i).children) {
      const t = this.token(c);
      if (t.deprel !== "case" || t.xpos === "POS" || c >= i) continue;
      first = found;
      found = t;
    }
    if (!found) return this.caseOfTitle(i);
    if (found.lower === "of" && first?.lower === "out") return "from";
    const fixed = found.children.filter((c) => this.token(c).deprel === "fixed").map((c) => this.token(c).lower);
    const name = [found.lower, ...fixed].join(" ");
    return name === "out of" ? "from" : name === "upon" ? "on" : name;
  }

  /** "on Hungarian cabinet minister Antal Rogán": the parser may hang the preposition on the title before the name. */
  private caseOfTitle(i: number): string | null {
    for (const c of this.token(i).children) {
      const t = this.token(c);
      if (c < i && t.upos !== "PROPN" && (t.deprel === "nmod:desc" || t.deprel === "compound")) return this.caseOf(c);
    }
    return null;
  }

  /** The subordinating mark of a clause ("that", "to", "if", "from"), or null. */
  markOf(i: number): string | null {
    for (const c of this.token(i).children) {
      const t = this.token(c);
      if (t.deprel === "mark" || (t.deprel === "case" && t.upos === "ADP")) return t.lower;
    }
    return null;
  }

  /** `i` and the heads coordinated with it, in order. */
  withConjuncts(i: number): readonly number[] {
    const out = [i];
    for (const c of this.token(i).children)
      if (baseRelation(this.token(c).deprel) === "conj") out.push(...this.withConjuncts(c));
    return out;
  }

  /** First token of a coordination that `i` belongs to. */
  firstConjunct(i: number): number {
    let at = i;
    while (baseRelation(this.token(at).deprel) === "conj" && this.token(at).head >= 0) at = this.token(at).head;
    return at;
  }
}

/** "nsubj:pass" -> "nsubj". */
export function baseRelation(deprel: string): string {
  const colon = deprel.indexOf(":");
  return colon < 0 ? deprel : deprel.slice(0, colon);
}
