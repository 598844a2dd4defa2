import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { TimeTables } from "../lexicon/time-tables.ts";
import { hasClass } from "./anchor-class.ts";

/** The predicates that an event shares its time with, from its own head up, and how the way up ends. */
export interface SharedTime {
  readonly nodes: readonly number[];
  /**
   * `main`: the event is told by a main clause or by what one says; `near`: by a clause that goes with a main clause, but may have
   * happened some time before or after; `aside`: by a phrase or clause with a time of its own.
   */
  readonly end: "main" | "near" | "aside";
  readonly tense: Tense;
}

export type Tense = "past" | "perfect" | "pluperfect" | "present" | "none";

const STEPS = 12;

/**
 * Climbs from an event's head word to the predicates whose time is also its own: "blocking" to "gathered" in "gathered on Friday,
 * blocking the exits"; "strike" to "began"; but not "attack" to "condemned", nor out of "after the attack".
 */
export function sharedTime(graph: SentenceGraph, head: number, anchors: TimeTables["anchors"]): SharedTime {
  const nodes = [head];
  let at = head;
  let told: Tense = "none";
  for (let steps = 0; steps < STEPS; steps++) {
    const token = graph.token(at);
    const tense = tenseOf(graph, token);
    if (told === "none") told = tense;
    if (tense === "pluperfect" || isEarlier(graph, token, anchors)) return { nodes, end: "aside", tense: "pluperfect" };
    const next = stepUp(graph, token, anchors);
    if (typeof next === "string") return { nodes, end: next, tense: told };
    at = next;
    nodes.push(at);
  }
  return { nodes, end: "aside", tense: told };
}

/** "had previously been banned", "was originally sentenced". */
function isEarlier(graph: SentenceGraph, token: Token, anchors: TimeTables["anchors"]): boolean {
  return token.children.some(
    (c) => graph.token(c).deprel === "advmod" && hasClass(anchors, graph.token(c).lower, "earlier"),
  );
}

function stepUp(graph: SentenceGraph, token: Token, anchors: TimeTables["anchors"]): number | SharedTime["end"] {
  if (token.head < 0) return "main";
  switch (baseRelation(token.deprel)) {
    case "root":
    case "ccomp":
    case "parataxis":
      return "main";
    case "conj":
    case "xcomp":
    case "appos":
    case "flat":
    case "fixed":
      return token.head;
    case "advcl":
      if (clauseShares(graph, token, anchors)) return token.head;
      return isSequel(graph, token, anchors) ? "near" : "aside";
    case "acl":
      if (relativeShares(graph, token)) return token.head;
      return isSideNote(graph, token) ? "near" : "aside";
    case "nsubj":
      return token.head;
    case "obj":
      return hasClass(anchors, graph.token(token.head).lemma, "lend") ? token.head : "aside";
    case "obl":
      return token.deprel === "obl:agent" || hasClass(anchors, graph.caseOf(token.index), "within")
        ? token.head
        : "aside";
    case "nmod":
      return nominalShares(graph, token, anchors) ? token.head : "aside";
    default:
      return "aside";
  }
}

/** Participles and infinitives of purpose share the time of their verb, and clauses with "as", "while", "when". */
function clauseShares(graph: SentenceGraph, token: Token, anchors: TimeTables["anchors"]): boolean {
  const mark = graph.markOf(token.index) ?? whenOf(graph, token);
  if (mark === null) return token.xpos === "VBG" || token.xpos === "VBN" || token.xpos === "VB";
  if (token.xpos === "VBG" && !hasClass(anchors, mark, "beside") && !hasClass(anchors, mark, "from")) return true;
  return mark === "to" || hasClass(anchors, mark, "together");
}

/** "in 2018, when a court ordered …": parsers take the "when" for an adverb. */
function whenOf(graph: SentenceGraph, token: Token): string | null {
  const adverb = token.children.find((c) => graph.token(c).xpos === "WRB" && c < token.index);
  return adverb === undefined ? null : graph.token(adverb).lower;
}

/** "… after gunmen open fire": told as one story, so far as tense does not set it back. */
function isSequel(graph: SentenceGraph, token: Token, anchors: TimeTables["anchors"]): boolean {
  const tense = tenseOf(graph, token);
  return hasClass(anchors, graph.markOf(token.index), "beside") && (tense === "present" || tense === "none");
}

/** "…, which the president denied", "a deal that will lift tariffs". */
function isSideNote(graph: SentenceGraph, token: Token): boolean {
  if (token.deprel !== "acl:relcl") return false;
  const tense = tenseOf(graph, token);
  const pronoun = token.children.map((c) => graph.token(c)).find((c) => /^W/.test(c.xpos));
  if (tense === "present") return true;
  return tense === "past" && pronoun?.xpos === "WDT" && graph.tokens[pronoun.index - 1]?.lower === ",";
}

/** "a decree banning …", "the attack, which killed 12", but not "weapons delivered …" nor "people who had been accused". */
function relativeShares(graph: SentenceGraph, token: Token): boolean {
  if (token.deprel !== "acl:relcl") return token.xpos === "VBG";
  if (graph.token(token.head).upos !== "NOUN") return isProgressive(graph, token);
  const pronoun = token.children.map((c) => graph.token(c)).find((c) => c.xpos === "WDT" || c.xpos === "WP");
  return (token.xpos === "VBD" && pronoun?.xpos === "WDT") || isProgressive(graph, token);
}

function isProgressive(graph: SentenceGraph, token: Token): boolean {
  return token.xpos === "VBG" && token.children.some((c) => graph.token(c).deprel === "aux");
}

/** "a wave of attacks", "the third day of protests". */
function nominalShares(graph: SentenceGraph, token: Token, anchors: TimeTables["anchors"]): boolean {
  const preposition = graph.caseOf(token.index);
  return (
    preposition === "of" ||
    preposition === "during" ||
    (preposition === "in" && hasClass(anchors, preposition, "within"))
  );
}

/** Tense of a verb group, of a copula clause by its copula. */
export function tenseOf(graph: SentenceGraph, token: Token): Tense {
  let have: Token | null = null;
  let finite: Token | null = /^VB[DPZ]$/.test(token.xpos) ? token : null;
  for (const c of token.children) {
    const child = graph.token(c);
    const relation = baseRelation(child.deprel);
    if (relation !== "aux" && relation !== "cop") continue;
    if (child.lemma === "have") have = child;
    if (finite === null && /^(?:VB[DPZ]|MD)$/.test(child.xpos)) finite = child;
  }
  if (have !== null && have !== token) return have.xpos === "VBD" ? "pluperfect" : "perfect";
  if (finite === null) return "none";
  return finite.xpos === "VBD" ? "past" : "present";
}
