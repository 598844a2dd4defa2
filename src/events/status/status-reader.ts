import type { Token } from "../../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";
import { isIndefinite, LinkReader } from "./governed-status.ts";
import { ownReading } from "./own-cues.ts";
import { PLAIN, type Reading, underGovernor, within } from "./reading.ts";
import { StatusVocabulary, type StatusTables } from "./status-tables.ts";

/** Deeper chains of governors do not occur in real sentences; the bound keeps damaged trees from looping. */
const MAX_DEPTH = 14;
/** Words that have no status of their own stand for their head: auxiliaries, copulas, parts of names and compounds. */
const BORROWED = new Set(["aux", "cop", "fixed", "flat", "goeswith"]);

/**
 * Whether what a word tells happened: the same reader for the acts that are coded and for any other predicate.
 *
 * @example new StatusReader(lexicon.status).at(4, graph) // "plans to visit" -> { status: "future", … }
 */
export class StatusReader {
  private readonly words: StatusVocabulary;
  private readonly links: LinkReader;

  constructor(tables: StatusTables) {
    this.words = new StatusVocabulary(tables);
    this.links = new LinkReader(this.words);
  }

  at(token: number, graph: SentenceGraph): Reading {
    const t = graph.token(token);
    const read = this.read(t, graph, 0);
    // "rejected calls to free him", "will comply with the request": what was said was said.
    const isSpeech = t.upos === "NOUN" && this.words.status("speech-noun", t.lemma.toLowerCase()) !== undefined;
    if (!isSpeech || read.status === "actual" || ownReading(t, graph, this.words).status !== "actual") return read;
    const isRejected = read.status === "negation" && read.rule.startsWith("status.verb.");
    return isRejected || !isIndefinite(t, graph) ? PLAIN : read;
  }

  private read(t: Token, graph: SentenceGraph, depth: number): Reading {
    if (depth > MAX_DEPTH) return PLAIN;
    if (t.head >= 0 && BORROWED.has(baseRelation(t.deprel))) return this.read(graph.token(t.head), graph, depth + 1);
    const own = ownReading(t, graph, this.words);
    const context = this.context(t, graph, depth);
    // "without signing": one negation, though both readings see it.
    if (context.rule === "status.without" && own.status === "negation") return context;
    const described = own.status === "actual" && t.upos === "NOUN" ? this.described(t, graph) : null;
    return within(context, described ?? own);
  }

  /** "the talks planned for May", "a plot foiled by police": the participle says what became of its noun. */
  private described(t: Token, graph: SentenceGraph): Reading | null {
    for (const c of t.children) {
      const child = graph.token(c);
      if (child.deprel !== "acl" || child.xpos !== "VBN") continue;
      const row = this.words.governor("verb", "object", child.lemma.toLowerCase());
      if (row && row.effect !== "open") return underGovernor(row, PLAIN, true);
    }
    return null;
  }

  private context(t: Token, graph: SentenceGraph, depth: number): Reading {
    if (depth > MAX_DEPTH) return PLAIN;
    if (baseRelation(t.deprel) === "conj") return this.shared(t, graph, depth);
    const link = this.links.linkOf(t, graph);
    if (link.kind === "negative") return { status: "negation", certain: true, rule: "status.without" };
    if (link.governor?.effect === "fact") return PLAIN;
    if (link.above < 0 || link.kind === "none") return PLAIN;
    const above = this.read(graph.token(link.above), graph, depth + 1);
    if (link.governor) return underGovernor(link.governor, above, isSettled(t, graph));
    switch (link.kind) {
      case "purpose":
        return above.status === "negation" || above.status === "hypothetical"
          ? { ...above, rule: `${above.rule}>purpose` }
          : { status: "future", certain: false, rule: "status.purpose" };
      case "time":
        return isPastClause(t, graph) ? PLAIN : this.timed(t, above, graph);
      case "adverbial":
        return above.status === "negation" || above.status === "actual"
          ? PLAIN
          : { ...above, rule: `${above.rule}>adverbial` };
      case "argument":
        if (above.status === "negation" && !/^(?:obj|acl|nsubj:pass)/.test(t.deprel)) return PLAIN;
        if (above.status === "actual") return PLAIN;
        // Below a noun that itself only shares a status, what is named is mostly known: "the dropping of charges".
        if (t.deprel.startsWith("nmod") && !above.rule.startsWith("status.modifier")) return PLAIN;
        return { ...above, rule: `${above.rule}>argument` };
      default:
        return PLAIN;
    }
  }

  /** "until ten of them are released", "when the talks end": a present tense beside something to come lies ahead itself. */
  private timed(t: Token, above: Reading, graph: SentenceGraph): Reading {
    const mark = graph.markOf(t.index);
    if (mark === "until" || mark === "till")
      return { status: "hypothetical", certain: false, rule: `status.condition.${mark}` };
    return above.status === "future" || above.status === "hypothetical"
      ? { ...above, rule: `${above.rule}>time` }
      : PLAIN;
  }

  /** "failed to meet and agree", "will meet and sign", "did not shoot or stab": what is coordinated shares what stands before it. */
  private shared(t: Token, graph: SentenceGraph, depth: number): Reading {
    const first = graph.token(graph.firstConjunct(t.index));
    // "France agreed to accept fifty, while Hungary refused": a finite clause is not below what governs an infinitive.
    if (/^VB[DPZ]$/.test(t.xpos) && /^VB[GN]?$/.test(first.xpos) && graph.child(t.index, "nsubj")) return PLAIN;
    const context = this.context(first, graph, depth + 1);
    if (!sharesAuxiliaries(t, first, graph)) return context;
    const own = ownReading(first, graph, this.words);
    return own.status === "negation" && t.upos === "NOUN" && isIndefinite(t, graph) === false
      ? context
      : within(context, own);
  }
}

/** A bare verb form shares the auxiliaries before the first one; a clause with a subject of its own does not. */
function sharesAuxiliaries(t: Token, first: Token, graph: SentenceGraph): boolean {
  const relations = t.children.map((c) => baseRelation(graph.token(c).deprel));
  if (relations.includes("nsubj") || relations.includes("aux")) return false;
  // "will walk out and march": a bare noun beside a verb is a verb that was mistagged.
  if (t.upos === "NOUN" && first.upos === "VERB") return !relations.includes("det") && !relations.includes("nmod");
  if (t.upos === "NOUN") return t.children.every((c) => graph.token(c).deprel !== "det") && first.upos === "NOUN";
  return (t.xpos === "VB" || t.xpos === "VBN" || t.xpos === "VBG") && t.xpos === first.xpos;
}

/** What is told in the past, or known to the reader ("discussed the attack"), is no longer open. */
function isSettled(t: Token, graph: SentenceGraph): boolean {
  return isPastClause(t, graph) || (t.upos === "NOUN" && !isIndefinite(t, graph));
}

/** "warned that the army had shelled": what is told in the past was no longer open. */
function isPastClause(t: Token, graph: SentenceGraph): boolean {
  if (t.xpos === "VBD") return true;
  return t.children.some((c) => {
    const child = graph.token(c);
    return (
      /^(?:aux|cop)/.test(child.deprel) && /^(?:was|were|had|did|has|have)$/.test(child.lower) && !hasModal(t, graph)
    );
  });
}

function hasModal(t: Token, graph: SentenceGraph): boolean {
  return t.children.some((c) => graph.token(c).xpos === "MD");
}
