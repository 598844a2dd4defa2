import type { Category } from "../core/codes.ts";
import type { Sentence, Token } from "../core/layers.ts";
import type { CountRecord, SizeRecord } from "../core/record.ts";
import { baseRelation, SentenceGraph } from "../core/sentence-graph.ts";
import type { SizeTables } from "../lexicon/size-tables.ts";
import { countOf } from "./count-phrase.ts";
import { sizeLexicon, type SizeField, type SizeLexicon, type SizeUse } from "./size-words.ts";

export interface SizedAct {
  readonly sentence: number;
  readonly head: number;
  readonly category: Category;
  readonly trigger: readonly number[];
}

const FIELDS: Readonly<Partial<Record<Category, readonly SizeField[]>>> = {
  ASSAULT: ["dead", "injured"],
  COERCE: ["arrested", "participants"],
  PROTEST: ["participants", "dead", "injured", "arrested"],
  MOBILIZE: ["participants"],
  RETREAT: ["participants"],
  SANCTION: ["participants"],
  AID: ["participants"],
};
const NONE: SizeRecord = { dead: null, injured: null, arrested: null, participants: null };

/**
 * How many were killed, injured, arrested or took part, as the act's own sentence tells in words that belong to the act: its
 * arguments, the clauses that go with it ("killing 12", "leaving five injured", "which killed 12"), and the predicate that it is
 * the subject or setting of ("the attack killed 12", "12 were killed in an attack").
 */
export function sizeOf(act: SizedAct, sentence: Sentence, tables: SizeTables): SizeRecord {
  const fields = FIELDS[act.category];
  if (fields === undefined) return NONE;
  const graph = new SentenceGraph(sentence);
  const lexicon = sizeLexicon(tables);
  const found: { -readonly [K in SizeField]: CountRecord | null } = { ...NONE };
  for (const node of relatedNodes(graph, act.head)) {
    const token = graph.token(node);
    for (const use of lexicon.uses.get(token.lemma) ?? lexicon.uses.get(token.lower) ?? []) {
      if (found[use.field] !== null || !fields.includes(use.field)) continue;
      // A protest counts who takes part; "demand" and "march" do so only when they are the protest.
      if (use.type === "crowd" && act.category !== "PROTEST") continue;
      found[use.field] = countBy(graph, token, use, lexicon);
    }
  }
  if (act.category === "PROTEST") found.participants ??= gathered(graph, act.head, lexicon);
  return found;
}

const MOST_NODES = 24;

/** Words whose counts belong to the act, nearest first. */
function relatedNodes(graph: SentenceGraph, head: number): readonly number[] {
  const nodes = [head];
  const add = (i: number): void => {
    if (!nodes.includes(i) && nodes.length < MOST_NODES) nodes.push(i);
  };
  const token = graph.token(head);
  for (const node of withEarlier(graph, topOf(graph, head))) add(node);
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k];
    if (node === undefined) break;
    for (const c of graph.token(node).children) if (goesAlong(graph, graph.token(c))) add(c);
  }
  if (baseRelation(token.deprel) === "conj") add(token.head);
  return nodes;
}

/** A predicate and those it is coordinated with before it: "two are killed and one is injured in a shooting". */
function withEarlier(graph: SentenceGraph, node: number): readonly number[] {
  const nodes = [node];
  let at = node;
  while (baseRelation(graph.token(at).deprel) === "conj" && graph.token(at).upos === "VERB" && nodes.length < 8) {
    at = graph.token(at).head;
    nodes.push(at);
  }
  return nodes;
}

/** The predicate that an event noun is the subject, object or setting of; of "a series of attacks" that of the series. */
function topOf(graph: SentenceGraph, head: number): number {
  let at = head;
  for (let steps = 0; steps < 4; steps++) {
    const token = graph.token(at);
    if (token.head < 0) return at;
    const relation = baseRelation(token.deprel);
    const preposition = graph.caseOf(at);
    if (relation === "compound" || (relation === "nmod" && preposition === "of") || relation === "conj")
      at = token.head;
    else if (relation === "nsubj" || relation === "acl") return token.head;
    else if (relation === "obl") return /^(?:in|by|during|after)$/.test(preposition ?? "") ? token.head : at;
    else if (relation === "nmod") return preposition === "in" || preposition === "by" ? token.head : at;
    else if (relation === "xcomp" || (relation === "advcl" && token.xpos === "VBG")) at = token.head;
    // "killed after gunmen opened fire"
    else return relation === "advcl" && /^(?:after|when|as)$/.test(graph.markOf(at) ?? "") ? token.head : at;
  }
  return at;
}

/** Clauses that tell more of the same: conjuncts, participles, relatives, resultatives, and nouns counted by the way. */
function goesAlong(graph: SentenceGraph, child: Token): boolean {
  const relation = baseRelation(child.deprel);
  if (relation === "conj" || relation === "xcomp" || relation === "acl" || relation === "parataxis") return true;
  if (relation === "advcl") return child.xpos === "VBG" || child.xpos === "VBN" || graph.markOf(child.index) === "when";
  if (relation === "amod" || relation === "dep" || relation === "appos") return true;
  return relation === "obj" || relation === "nsubj";
}

function countBy(graph: SentenceGraph, token: Token, use: SizeUse, lexicon: SizeLexicon): CountRecord | null {
  switch (use.type) {
    case "verb":
      return ofArguments(graph, token, ["obj", "nsubj:pass"], lexicon);
    case "intransitive":
      return ofArguments(graph, token, ["nsubj"], lexicon);
    case "crowd":
      return (
        ofArguments(graph, token, ["nsubj", "obl:agent", "nsubj:pass"], lexicon) ??
        ofArguments(graph, token, ["obj"], lexicon, true)
      );
    case "adjective":
      return ofAdjective(graph, token, lexicon);
    default:
      return token.upos === "NOUN"
        ? (countOf(graph, token.index, lexicon) ?? ofPossessed(graph, token, lexicon))
        : null;
  }
}

/** The count of an argument, through "one of them", conjoined verbs sharing it, and the noun that a participle modifies. */
function ofArguments(
  graph: SentenceGraph,
  token: Token,
  relations: readonly string[],
  lexicon: SizeLexicon,
  mustBePeople = false,
): CountRecord | null {
  for (const c of token.children) {
    const child = graph.token(c);
    if (!relations.includes(child.deprel) && !isAtLeast(graph, c)) continue;
    if (mustBePeople && !isPeople(graph, c, lexicon)) continue;
    const count = countOf(graph, c, lexicon);
    if (count !== null) return count;
  }
  const isPassive = relations.includes("nsubj:pass");
  const governor = token.head < 0 ? null : graph.token(token.head);
  if (governor === null || !isPassive) return null;
  // "300 people detained in the raid", "300 people who were detained"
  if (baseRelation(token.deprel) === "acl" && token.xpos === "VBN" && /^(?:NOUN|PROPN|NUM)$/.test(governor.upos))
    return countOf(graph, governor.index, lexicon);
  const hasSubject = token.children.some((c) => /^(?:nsubj|obj)/.test(graph.token(c).deprel));
  // "were shot and killed"
  return baseRelation(token.deprel) === "conj" && !hasSubject && token.xpos === "VBN"
    ? ofArguments(graph, governor, relations, lexicon)
    : null;
}

/** "At least 18 people …": parsers take the "at" for a preposition. */
function isAtLeast(graph: SentenceGraph, noun: number): boolean {
  const { deprel, children } = graph.token(noun);
  if (deprel !== "obl") return false;
  return children.some(
    (c) => graph.token(c).lower === "at" && /^(?:least|most)$/.test(graph.tokens[c + 1]?.lower ?? ""),
  );
}

/** "12 dead", "left seven people dead", "five are injured". */
function ofAdjective(graph: SentenceGraph, token: Token, lexicon: SizeLexicon): CountRecord | null {
  if (token.xpos.startsWith("VB") && token.children.some((c) => /^(?:nsubj|obj|aux)/.test(graph.token(c).deprel)))
    return null;
  const own = countOf(graph, token.index, lexicon);
  if (own !== null && own.end < token.start) return own;
  const governor = token.head < 0 ? null : graph.token(token.head);
  const relation = baseRelation(token.deprel);
  if (governor !== null && relation === "xcomp") return ofArguments(graph, governor, ["obj"], lexicon);
  if (governor !== null && (relation === "amod" || relation === "acl") && isPeople(graph, governor.index, lexicon))
    return countOf(graph, governor.index, lexicon);
  return ofArguments(graph, token, ["nsubj"], lexicon);
}

/** "the deaths of 12 people", "the arrest of 30 protesters", "the lives of three men". */
function ofPossessed(graph: SentenceGraph, token: Token, lexicon: SizeLexicon): CountRecord | null {
  for (const c of token.children) {
    if (baseRelation(graph.token(c).deprel) !== "nmod" || graph.caseOf(c) !== "of") continue;
    return countOf(graph, c, lexicon);
  }
  return null;
}

/** "a protest by thousands of students", "thousands at a rally": people that stand by the noun. */
function gathered(graph: SentenceGraph, head: number, lexicon: SizeLexicon): CountRecord | null {
  const token = graph.token(head);
  if (token.upos !== "NOUN") return ofArguments(graph, token, ["nsubj"], lexicon);
  for (const c of token.children) {
    if (
      baseRelation(graph.token(c).deprel) === "nmod" &&
      /^(?:by|of)$/.test(graph.caseOf(c) ?? "") &&
      isPeople(graph, c, lexicon)
    ) {
      const count = countOf(graph, c, lexicon);
      if (count !== null) return count;
    }
  }
  if (token.head < 0) return null;
  const governor = graph.token(token.head);
  if (governor.upos !== "VERB" || baseRelation(token.deprel) !== "obj") return null;
  return ofArguments(graph, governor, ["nsubj"], lexicon);
}

function isPeople(graph: SentenceGraph, noun: number, lexicon: SizeLexicon): boolean {
  const token = graph.token(noun);
  if (lexicon.persons.has(token.lemma) || token.upos === "NUM" || token.upos === "PROPN") return true;
  if (lexicon.numbers[token.lower] === undefined) return false;
  return true;
}
