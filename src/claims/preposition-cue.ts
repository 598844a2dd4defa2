import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable, ReportingCue } from "./cue-table.ts";
import { rangeOf, type FoundCue, type Stretch } from "./found-cue.ts";

/** "according to X", "citing X". */
export function readPrepositionCue(graph: SentenceGraph, t: Token, table: CueTable): FoundCue | null {
  const next = graph.tokens[t.index + 1];
  const two = next ? table.find("preposition", `${t.lower} ${next.lower}`) : null;
  const cue = two ?? table.find("preposition", t.lower);
  const last = two ? next : t;
  if (!cue || !last) return null;
  const source = nounBeforeRunOn(graph, last.index) ?? phraseAfter(graph, t, last.index);
  if (source === null) return null;
  const words = two && next ? [t.index, next.index] : [t.index];
  const stretch = runOn(graph, last.index) ?? beside(graph, t, last.index, source);
  return stretch && { cue, at: t.index, words, source, content: stretch, rule: "cue.preposition" };
}

/** "…, according to police the suspects fled": an article right behind a noun begins a clause, which is what is said. */
function runOn(graph: SentenceGraph, last: number): readonly Stretch[] | null {
  const noun = nounBeforeRunOn(graph, last);
  return noun === null ? null : [{ first: noun + 1, last: graph.tokens.length - 1 }];
}

function nounBeforeRunOn(graph: SentenceGraph, last: number): number | null {
  for (let i = last + 1; i < last + 6; i++) {
    const t = graph.tokens[i];
    const next = graph.tokens[i + 1];
    if (!t || !next || t.upos === "PUNCT" || t.upos === "VERB") return null;
    if (["NOUN", "PROPN"].includes(t.upos) && next.xpos === "DT") return i;
  }
  return null;
}

/** "in X's view", "by its own account": the sentence around the phrase is what X thinks. */
export function readViewPhrase(graph: SentenceGraph, noun: Token, table: CueTable): FoundCue | null {
  if (noun.upos !== "NOUN") return null;
  const preposition = graph.caseOf(noun.index);
  if (preposition === null || !table.helps("phrase", `${preposition} ${noun.lemma.toLowerCase()}`)) return null;
  const source = noun.children.find(
    (c) =>
      graph.token(c).deprel === "nmod:poss" ||
      (baseRelation(graph.token(c).deprel) === "nmod" && graph.caseOf(c) === "of"),
  );
  const mark = noun.children.find((c) => graph.token(c).deprel === "case");
  if (source === undefined || mark === undefined) return null;
  const own = rangeOf(graph, noun.index);
  const content = around(graph, own);
  const cue: ReportingCue = {
    lemma: `${preposition} ${noun.lemma}`,
    kind: "preposition",
    sort: "holds",
    stance: "believes",
    content: [],
  };
  return content.length === 0
    ? null
    : { cue, at: noun.index, words: [mark, noun.index], source, content, rule: "cue.phrase" };
}

/** "allegedly": the clause that it stands in. */
export function readAdverbCue(graph: SentenceGraph, t: Token, table: CueTable): FoundCue | null {
  const cue = t.upos === "ADV" ? table.find("adverb", t.lower) : null;
  if (!cue || t.head < 0) return null;
  const clause = rangeOf(graph, t.head);
  const content = [
    { first: clause.first, last: t.index - 1 },
    { first: t.index + 1, last: clause.last },
  ].filter(({ first, last }) => first <= last);
  return { cue, at: t.index, words: [t.index], source: null, content, rule: "cue.adverb" };
}

/** The sentence without the phrase: what stands before and what stands after it. */
function around(graph: SentenceGraph, own: Stretch): readonly Stretch[] {
  const before = { first: 0, last: own.first - 1 };
  const after = { first: own.last + 1, last: graph.tokens.length - 1 };
  return [before, after].filter((s) => s.first <= s.last && hasWord(graph, s));
}

function hasWord(graph: SentenceGraph, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (graph.token(i).upos !== "PUNCT") return true;
  return false;
}

/** At the head of the sentence the phrase speaks of what follows; elsewhere of what comes before it, and on after it only within its clause. */
function beside(graph: SentenceGraph, t: Token, last: number, source: number): readonly Stretch[] | null {
  const phrase = rangeOf(graph, source);
  const own = { first: Math.min(t.index, phrase.first), last: Math.max(phrase.last, last) };
  const end = graph.tokens.length - 1;
  if (own.first <= 2) return own.last < end ? [{ first: own.last + 1, last: end }] : null;
  return [{ first: clauseStart(graph, own.first), last: own.first - 1 }];
}

/** A semicolon before the phrase ends what it speaks of: "Police fired; 14 people were hurt, according to X". */
function clauseStart(graph: SentenceGraph, before: number): number {
  for (let i = before - 1; i > 0; i--) if (graph.token(i).form === ";") return i + 1;
  return 0;
}

/** The head of the phrase after the cue: what the cue marks, or its object where the parser took it for a verb. */
function phraseAfter(graph: SentenceGraph, t: Token, last: number): number | null {
  const head = t.head >= 0 ? graph.token(t.head) : null;
  if (t.deprel === "case" && head && head.index > last) return head.index;
  for (const c of t.children) {
    const child = graph.token(c);
    if (c > last && ["obl", "obj", "nmod"].includes(baseRelation(child.deprel))) return c;
  }
  for (let i = last + 1; i < graph.tokens.length && i < last + 12; i++) {
    const k = graph.token(i);
    if (["NOUN", "PROPN", "PRON"].includes(k.upos) && (k.head < t.index || k.head > i + 12 || k.head <= last)) return i;
  }
  return null;
}
