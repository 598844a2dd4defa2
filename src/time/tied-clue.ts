import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { TimeTables } from "../lexicon/time-tables.ts";
import { hasClass } from "./anchor-class.ts";
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
  const isNow =
    verb >= 0 && tenseOf(graph, graph.token(verb)) === "present" && !isUnmarkedPast(graph.token(verb), anchors);
  const clues = isNow ? all.filter((c) => c.isOpen || c.last < verb || !isPast(c)) : all;
  for (const node of nodes) {
    const found = atNode(clues, node, graph) ?? besideNode(clues, node, graph, anchors);
    if (found !== null) return found;
  }
  const first = nodes[0];
  if (first === undefined) return null;
  const free = clues.filter((c) => c.isFree && !c.isOpen);
  const inside = free.find((c) => c.governor !== first && hangsOn(graph, c.governor, first, anchors));
  if (inside !== undefined) return inside;
  for (const carrier of nodes.filter((n) => graph.token(n).upos === "VERB")) {
    const found = free.find((c) => c.governor > carrier && hangsOn(graph, c.governor, carrier, anchors));
    if (found !== undefined) return found;
  }
  return null;
}

/** "which quit talks in August": a present tense that looks like its past may be one. */
function isUnmarkedPast(token: Token, anchors: Anchors): boolean {
  return token.xpos === "VBP" && hasClass(anchors, token.lower, "unmarked");
}

function atNode(clues: readonly TimeClue[], node: number, graph: SentenceGraph): TimeClue | null {
  const tied = clues.filter(
    (c) =>
      c.governor === node &&
      isBearing(c) &&
      c.expression.relative?.eventToken !== node &&
      (!c.isOpen || lasts(graph, graph.token(node))),
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
    const isSetting = relation === "obl" && hasClass(anchors, graph.caseOf(c), "within");
    if (token.upos !== "NOUN" && (isSubject || isSetting)) {
      // "during an overnight search on Monday": the day that stands free there belongs to the verb.
      const here = clues.filter((clue) => clue.governor === c && isDay(clue));
      const found = (isSetting ? here.find((clue) => clue.isFree) : undefined) ?? here.find((clue) => !clue.isFree);
      if (found !== undefined) return found;
      const told = isSetting ? occurrenceOf(graph, child, anchors) : null;
      const clue = told === null ? null : atNode(clues, told, graph);
      if (clue !== null) return clue;
    }
    if (relation === "advcl" && hasClass(anchors, graph.markOf(c), "from") && lasts(graph, token)) {
      const found = atNode(clues, c, graph);
      if (found?.interval != null) return sinceThen(found);
    }
  }
  return null;
}

/** "killed in a bombing that happened on 27 June": the clause that says when its noun took place. */
function occurrenceOf(graph: SentenceGraph, noun: Token, anchors: Anchors): number | null {
  return (
    noun.children.find(
      (c) =>
        baseRelation(graph.token(c).deprel) === "acl" &&
        (hasClass(anchors, graph.token(c).lemma, "occur") || hasClass(anchors, graph.token(c).lemma, "lend")),
    ) ?? null
  );
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
    if (hasClass(anchors, preposition, "about")) return false;
    if (hasClass(anchors, preposition, "beside") || hasClass(anchors, preposition, "from")) return false;
    at = head;
  }
  return false;
}
