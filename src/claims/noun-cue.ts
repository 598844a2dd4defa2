import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable, ReportingCue } from "./cue-table.ts";
import { numbers, verbWords } from "./cue-words.ts";
import { rangeOf, type FoundCue, type Stretch } from "./found-cue.ts";
import { agentOf, isPassive, sourceOfVerb, subjectOf } from "./verb-source.ts";

interface NounContent {
  readonly stretch: Stretch;
  readonly preposition: number | null;
  readonly isClause: boolean;
}

interface NounSource {
  readonly head: number | null;
  /** Words of the verb that carries the noun: "made", "has expressed". */
  readonly carrier: readonly number[];
}

/** "his claim that …", "criticism of X by Y", "made a pledge to …", "X is an opponent of Y". */
export function readNounCue(graph: SentenceGraph, noun: Token, table: CueTable): FoundCue | null {
  if (noun.upos !== "NOUN") return null;
  const cue = table.find("noun", noun.lemma.toLowerCase());
  if (!cue) return null;
  const content = contentOfNoun(graph, noun, cue);
  if (!content) return null;
  const source = sourceOfNoun(graph, noun, table);
  // Without a source only a clause is surely said by somebody: "reports that …".
  if (source.head === null && !content.isClause) return null;
  const words = [...source.carrier, ...ownWords(graph, noun, source, content)];
  return { cue, at: noun.index, words, source: source.head, content: [content.stretch], rule: "cue.noun" };
}

function contentOfNoun(graph: SentenceGraph, noun: Token, cue: ReportingCue): NounContent | null {
  for (const c of noun.children) {
    const t = graph.token(c);
    if (c < noun.index) continue;
    const relation = baseRelation(t.deprel);
    if (isClauseOf(graph, t, cue)) return { stretch: rangeOf(graph, c), preposition: null, isClause: true };
    if (relation !== "nmod" && relation !== "obl" && relation !== "acl") continue;
    const preposition = t.children.find(
      (k) => k < c && ["case", "mark"].includes(graph.token(k).deprel) && cue.content.includes(graph.token(k).lower),
    );
    if (preposition !== undefined)
      return { stretch: { first: preposition + 1, last: rangeOf(graph, c).last }, preposition, isClause: false };
  }
  return predicateOf(graph, noun, cue);
}

/** "that" with a subject of its own beside it marks a clause, not a relative one, whatever the parser calls it. */
function isClauseOf(graph: SentenceGraph, t: Token, { content }: ReportingCue): boolean {
  const relation = baseRelation(t.deprel);
  if (relation !== "acl" && relation !== "ccomp") return false;
  if (graph.markOf(t.index) === "to") return content.includes("to");
  if (!content.includes("clause")) return false;
  const that = t.children.find((c) => c < t.index && graph.token(c).lower === "that");
  return that !== undefined && (graph.token(that).deprel === "mark" || isComplete(graph, t, that));
}

/** Whether the clause lacks nothing for which "that" could stand: it has its subject, and is passive, copular or has its object. */
function isComplete(graph: SentenceGraph, clause: Token, that: number): boolean {
  const others = clause.children.filter((c) => c !== that).map((c) => graph.token(c).deprel);
  return (
    others.includes("nsubj:pass") || (others.includes("nsubj") && (others.includes("cop") || others.includes("obj")))
  );
}

/** "His hope is that …", "their demands include X": what the noun is or includes is its content. */
function predicateOf(graph: SentenceGraph, noun: Token, { content, sort }: ReportingCue): NounContent | null {
  if (noun.deprel !== "nsubj" || noun.head < noun.index) return null;
  const head = graph.token(noun.head);
  const takesClause = content.includes("clause") || content.includes("to");
  if (head.lemma === "be" && takesClause) {
    const clause = head.children.find((c) => ["ccomp", "xcomp"].includes(graph.token(c).deprel));
    if (clause !== undefined) return { stretch: rangeOf(graph, clause), preposition: null, isClause: true };
  }
  if (head.lemma === "include" && sort !== "judges" && content.length > 0) {
    const object = head.children.find((c) => graph.token(c).deprel === "obj");
    if (object !== undefined) return { stretch: rangeOf(graph, object), preposition: null, isClause: false };
  }
  return null;
}

const OWNERS = new Set(["nmod:poss"]);

function sourceOfNoun(graph: SentenceGraph, noun: Token, table: CueTable): NounSource {
  const none = { carrier: [] };
  for (const c of noun.children) {
    const t = graph.token(c);
    if (OWNERS.has(t.deprel)) return { head: c, ...none };
  }
  for (const c of noun.children) {
    const t = graph.token(c);
    if (baseRelation(t.deprel) === "nmod" && ["by", "from"].includes(graph.caseOf(c) ?? ""))
      return { head: c, ...none };
  }
  const copular = graph.child(noun.index, "cop") ? subjectOf(graph, noun) : null;
  if (copular !== null) return { head: copular, carrier: [] };
  return carrierOf(graph, noun, table) ?? { head: nameBefore(graph, noun), ...none };
}

/** "Mara has expressed concern": who makes the statement is the subject of the verb that carries it. */
function carrierOf(graph: SentenceGraph, noun: Token, table: CueTable): NounSource | null {
  if (noun.head < 0) return null;
  const verb = graph.token(noun.head);
  if (verb.upos !== "VERB" || !table.helps("carrier", verb.lemma.toLowerCase())) return null;
  if (noun.deprel === "obj") {
    const head = sourceOfVerb(graph, verb, table);
    return head === null ? null : { head, carrier: verb.index < noun.index ? verbWords(graph, verb, table) : [] };
  }
  if (noun.deprel === "nsubj:pass" && isPassive(graph, verb)) {
    const head = agentOf(graph, verb);
    return head === null ? null : { head, carrier: [] };
  }
  return null;
}

/** "the Trump plan to …", "Maran criticism of …": a name before the noun. */
function nameBefore(graph: SentenceGraph, noun: Token): number | null {
  const name = noun.children.find((c) => {
    const t = graph.token(c);
    return (
      c < noun.index &&
      (t.upos === "PROPN" || t.xpos === "NNP") &&
      ["compound", "nmod", "amod"].includes(baseRelation(t.deprel))
    );
  });
  return name ?? null;
}

/** The noun with its article and adjectives, and the preposition of its content; the copula before it. */
function ownWords(graph: SentenceGraph, noun: Token, source: NounSource, content: NounContent): readonly number[] {
  const owner = source.head;
  const cop = graph.child(noun.index, "cop");
  const left = noun.children.filter((c) => c < noun.index && ["det", "amod", "advmod"].includes(graph.token(c).deprel));
  const carried = (source.carrier.at(-1) ?? -2) + 1;
  let first = carried > 0 && carried <= noun.index ? carried : Math.min(noun.index, ...left);
  if (cop && cop.index < first) first = cop.index;
  if (owner !== null && owner < noun.index && owner >= first) first = rangeOf(graph, owner).last + 1;
  const words = numbers(Math.min(first, noun.index), noun.index);
  return content.preposition === null ? words : [...words, content.preposition];
}
