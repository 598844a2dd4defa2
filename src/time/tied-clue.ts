import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { AnchorClass, TimeTables } from "../lexicon/time-tables.ts";
import { tenseOf } from "./shared-time.ts";
import type { TimeClue } from "./time-clues.ts";

type Anchors = TimeTables["anchors"];

/**
 * The clue tied to an event: to the first of its nodes that has one, looking at each at the node itself, at the phrases and
 * clauses that are part of its telling ("Monday's attack killed", "a ban imposed in May", "since they began in June"), and at
 * last inside its arguments, where parsers hang many an "on Monday".
 */
export function tiedClue(
  all: readonly TimeClue[],
  nodes: readonly number[],
  graph: SentenceGraph,
  anchors: Anchors,
  isPast: (clue: TimeClue) => boolean,
): TimeClue | null {
  if (all.length === 0) return null;
  // "The court sentences three men over attacks in 2022": what news tells in the present is not that long past.
  const verb = nodes.find((n) => graph.token(n).upos === "VERB") ?? -1;
  const isNow = verb >= 0 && tenseOf(graph, graph.token(verb)) === "present";
  const clues = isNow ? all.filter((c) => c.isOpen || c.last < verb || !isPast(c)) : all;
  for (const node of nodes) {
    const found = atNode(clues, node, graph) ?? besideNode(clues, node, graph, anchors);
    if (found !== null) return found;
  }
  const first = nodes[0];
  if (first === undefined) return null;
  const carrier = nodes.find((n) => graph.token(n).upos === "VERB") ?? first;
  return (
    clues.find((c) => c.isFree && !c.isOpen && c.governor !== first && hangsOn(graph, c.governor, first, anchors)) ??
    clues.find((c) => c.isFree && !c.isOpen && c.governor > carrier && hangsOn(graph, c.governor, carrier, anchors)) ??
    null
  );
}

function atNode(clues: readonly TimeClue[], node: number, graph: SentenceGraph): TimeClue | null {
  const tied = clues.filter(
    (c) => c.governor === node && isBearing(c) && (!c.isOpen || lasts(graph, graph.token(node))),
  );
  return tied.find((c) => c.interval !== null) ?? tied[0] ?? null;
}

/** A clue that neither has a date nor says that there is another one says nothing. */
function isBearing(clue: TimeClue): boolean {
  return clue.interval !== null || clue.expression.relative !== null || clue.expression.value !== null;
}

/** "have protested since June", "protests since June" last; "the first meeting since 2000" does not. */
function lasts(graph: SentenceGraph, token: Token): boolean {
  const tense = tenseOf(graph, token);
  if (tense === "perfect" || tense === "pluperfect") return true;
  if (token.upos !== "NOUN") return token.xpos === "VBG" && token.children.some((c) => graph.token(c).deprel === "aux");
  return !token.children.some(
    (c) => graph.token(c).deprel === "amod" && /^(?:first|last|only|[a-z]+est)$/.test(graph.token(c).lower),
  );
}

function besideNode(clues: readonly TimeClue[], node: number, graph: SentenceGraph, anchors: Anchors): TimeClue | null {
  const token = graph.token(node);
  for (const c of token.children) {
    const child = graph.token(c);
    const relation = baseRelation(child.deprel);
    if (token.upos === "NOUN" && relation === "acl") {
      const found = atNode(clues, c, graph);
      if (found !== null) return found;
    }
    const isSubject = relation === "nsubj";
    const isSetting = relation === "obl" && has(anchors, graph.caseOf(c), "within");
    if (token.upos !== "NOUN" && (isSubject || isSetting)) {
      const found = clues.find((clue) => clue.governor === c && !clue.isFree && isDay(clue));
      if (found !== undefined) return found;
    }
    if (relation === "advcl" && has(anchors, graph.markOf(c), "from") && lasts(graph, token)) {
      const found = atNode(clues, c, graph);
      if (found?.interval != null) return sinceThen(found);
    }
  }
  return null;
}

function isDay(clue: TimeClue): boolean {
  return clue.interval !== null && (clue.interval.precision === "day" || clue.interval.precision === "week");
}

/** "since the protests began in June": open from there on. */
function sinceThen(clue: TimeClue): TimeClue {
  if (clue.interval === null) return clue;
  return { ...clue, interval: { start: clue.interval.start, end: null, precision: "open" }, isOpen: true };
}

/** Whether a token stands inside the nominal arguments of another, not behind "since", "before" or "after". */
function hangsOn(graph: SentenceGraph, token: number, holder: number, anchors: Anchors): boolean {
  let at = token;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (at === holder) return true;
    const { upos, head } = graph.token(at);
    if (upos === "VERB" || upos === "AUX") return false;
    const preposition = graph.caseOf(at);
    if (has(anchors, preposition, "about")) return false;
    if (has(anchors, preposition, "beside") || has(anchors, preposition, "from")) return false;
    at = head;
  }
  return false;
}

function has(anchors: Anchors, word: string | null, wanted: AnchorClass): boolean {
  return word !== null && Object.hasOwn(anchors, word) && (anchors[word] ?? []).includes(wanted);
}
