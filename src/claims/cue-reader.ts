import type { Attribution } from "../core/claim-layers.ts";
import type { Token } from "../core/layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { QuotedStretch } from "./quotations.ts";

/** One row of data/cues/reporting.csv. */
export interface ReportingCue {
  readonly lemma: string;
  readonly kind: "verb" | "adverb" | "preposition";
  readonly stance: Attribution["stance"];
}

interface Content {
  readonly first: number;
  readonly last: number;
}

/** Finds the attributions that one sentence states. */
export class CueReader {
  private readonly verbs = new Map<string, ReportingCue>();
  private readonly adverbs = new Map<string, ReportingCue>();
  private readonly prepositions = new Map<string, ReportingCue>();
  private readonly mentions: MentionIndex;

  constructor(cues: readonly ReportingCue[], mentions: MentionIndex) {
    this.mentions = mentions;
    for (const c of cues)
      (c.kind === "verb" ? this.verbs : c.kind === "adverb" ? this.adverbs : this.prepositions).set(c.lemma, c);
  }

  read(graph: SentenceGraph, quotes: readonly QuotedStretch[]): readonly Attribution[] {
    const out: Attribution[] = [];
    for (const t of graph.tokens) {
      const found = this.verbCue(graph, t, quotes) ?? this.prepositionCue(graph, t) ?? this.adverbCue(graph, t);
      if (found) out.push(found);
    }
    return out;
  }

  // ---- "X said that", "…, X said", "X is believed to" --------------------------------------------------------------

  private verbCue(graph: SentenceGraph, t: Token, quotes: readonly QuotedStretch[]): Attribution | null {
    if (t.upos !== "VERB") return null;
    const particle = graph.child(t.index, "compound");
    const cue = (particle && this.verbs.get(`${t.lemma} ${particle.lower}`)) ?? this.verbs.get(t.lemma);
    if (!cue) return null;
    const passive = t.children.some((c) => /:pass$/.test(graph.token(c).deprel));
    const content = this.contentOf(graph, t, quotes, passive);
    if (!content) return null;
    const source = this.sourceOf(graph, t, passive);
    // A denial or a dismissal is an act of its own; what it denies is attributed only when spelled out as a clause.
    if (source === null && !passive) return null;
    return this.attribution(graph, {
      cue,
      at: t,
      last: particle ?? t,
      source,
      content,
      quotes,
      rule: passive ? "cue.passive" : "cue.verb",
    });
  }

  private contentOf(
    graph: SentenceGraph,
    t: Token,
    quotes: readonly QuotedStretch[],
    passive: boolean,
  ): Content | null {
    for (const c of t.children) {
      const child = graph.token(c);
      if (baseRelation(child.deprel) === "ccomp" || (baseRelation(child.deprel) === "xcomp" && passive))
        return rangeOf(graph, c);
    }
    // The quoted clause is the root and the cue hangs on it.
    if (baseRelation(t.deprel) === "parataxis" && t.head >= 0) {
      const cue = rangeOf(graph, t.index);
      const whole = rangeOf(graph, t.head);
      return cue.first > t.head
        ? { first: whole.first, last: cue.first - 1 }
        : { first: cue.last + 1, last: whole.last };
    }
    // "…," X said with a quotation that the parser left elsewhere, or "said: …" with parataxis below.
    for (const c of t.children) {
      const child = graph.token(c);
      if (baseRelation(child.deprel) === "parataxis") return rangeOf(graph, c);
    }
    const span = graph.sentence;
    const quote = quotes.find(
      (q) => q.start < span.end && q.end > span.start && !(q.start <= t.start && t.end <= q.end),
    );
    if (!quote) return null;
    const inside = graph.tokens.filter((k) => k.start >= quote.start && k.end <= quote.end);
    const first = inside[0];
    const last = inside.at(-1);
    return first && last ? { first: first.index, last: last.index } : null;
  }

  private sourceOf(graph: SentenceGraph, t: Token, passive: boolean): number | null {
    for (const c of t.children) {
      const child = graph.token(c);
      if (!passive && baseRelation(child.deprel) === "nsubj") return this.resolveRelative(t, child);
      if (passive && (child.deprel === "obl:agent" || (child.deprel === "obl" && graph.caseOf(c) === "by"))) return c;
    }
    if (baseRelation(t.deprel) === "conj" || t.deprel === "advcl") {
      const head = graph.token(t.head);
      for (const c of head.children) if (graph.token(c).deprel === "nsubj") return c;
    }
    if (t.deprel === "acl" && t.xpos === "VBG") return t.head;
    return null;
  }

  private resolveRelative(t: Token, subject: Token): number {
    return t.deprel === "acl:relcl" && ["who", "which", "that"].includes(subject.lower) ? t.head : subject.index;
  }

  // ---- "according to X" ----------------------------------------------------------------------------------------

  private prepositionCue(graph: SentenceGraph, t: Token): Attribution | null {
    const name = t.lower === "according" ? "according to" : t.lower;
    const cue = this.prepositions.get(name);
    if (!cue) return null;
    const following = graph.tokens[t.index + 1];
    const last = name.includes(" ") ? following : t;
    if (!last || (name.includes(" ") && last.lower !== "to")) return null;
    const source = this.phraseAfter(graph, t, last.index);
    if (source === null) return null;
    const phrase = rangeOf(graph, source);
    const whole = { first: 0, last: graph.tokens.length - 1 };
    const content =
      phrase.first <= 2
        ? { first: Math.min(phrase.last + 1, whole.last), last: whole.last }
        : { first: 0, last: Math.min(phrase.first, t.index) - 1 };
    if (content.last < content.first) return null;
    return this.attribution(graph, { cue, at: t, last, source, content, quotes: [], rule: "cue.preposition" });
  }

  /** The head of the phrase after the cue: what the cue marks, or its object where the parser took it for a verb. */
  private phraseAfter(graph: SentenceGraph, t: Token, last: number): number | null {
    const head = t.head >= 0 ? graph.token(t.head) : null;
    if (t.deprel === "case" && head && head.index > last) return head.index;
    for (const c of t.children) {
      const child = graph.token(c);
      if (c > last && ["obl", "obj", "nmod"].includes(baseRelation(child.deprel))) return c;
    }
    for (let i = last + 1; i < graph.tokens.length && i < last + 12; i++) {
      const k = graph.token(i);
      if (["NOUN", "PROPN", "PRON"].includes(k.upos) && (k.head < t.index || k.head > i + 12 || k.head <= last))
        return i;
    }
    return null;
  }

  private adverbCue(graph: SentenceGraph, t: Token): Attribution | null {
    const cue = t.upos === "ADV" ? this.adverbs.get(t.lower) : undefined;
    if (!cue || t.head < 0) return null;
    return this.attribution(graph, {
      cue,
      at: t,
      last: t,
      source: null,
      content: rangeOf(graph, t.head),
      quotes: [],
      rule: "cue.adverb",
    });
  }

  private attribution(
    graph: SentenceGraph,
    found: {
      readonly cue: ReportingCue;
      readonly at: Token;
      readonly last: Token;
      readonly source: number | null;
      readonly content: Content;
      readonly quotes: readonly QuotedStretch[];
      readonly rule: string;
    },
  ): Attribution {
    const { cue, at, last, source, content } = found;
    const sentence = graph.sentence.index;
    const mention = source === null ? null : this.mentions.covering(sentence, source);
    const head = source === null ? null : graph.token(source);
    const first = graph.tokens[content.first];
    const end = graph.tokens[content.last];
    const quoted =
      first !== undefined && end !== undefined && found.quotes.some((q) => q.start < end.end && q.end > first.start);
    return {
      sentence,
      source,
      mention: mention?.id ?? null,
      sourceSpan: mention
        ? { start: mention.start, end: mention.end }
        : head
          ? { start: head.start, end: head.end }
          : null,
      cue: cue.lemma,
      cueSpan: { start: Math.min(at.start, last.start), end: Math.max(at.end, last.end) },
      content: [{ sentence, first: content.first, last: content.last }],
      quoted,
      stance: cue.stance,
      rule: found.rule,
    };
  }
}

/** First and last token of the subtree under `i`. */
export function rangeOf(graph: SentenceGraph, i: number): Content {
  let first = i;
  let last = i;
  const stack = [i];
  for (let n = 0; stack.length && n < 5000; n++) {
    const at = stack.pop() ?? i;
    if (at < first) first = at;
    if (at > last) last = at;
    stack.push(...graph.token(at).children);
  }
  return { first, last };
}
