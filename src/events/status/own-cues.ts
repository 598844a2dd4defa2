import type { Token } from "../../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";
import { condition, hasConditionBelow, isInvertedQuestion } from "./conditions.ts";
import { isNegated } from "./negation.ts";
import { PLAIN, type Reading } from "./reading.ts";
import type { StatusVocabulary } from "./status-tables.ts";

const MODIFYING = new Set(["amod", "compound", "advmod", "det", "nmod:desc", "nmod"]);

/** What the words of a predicate's own clause say of its status: negation, modals, adverbs, modifiers, "is to", a question. */
export function ownReading(t: Token, graph: SentenceGraph, words: StatusVocabulary): Reading {
  const modals = modalsOf(t, graph, words);
  const negated = isNegated(t, graph) || hasNegativeQuantifier(t, graph, words);
  const conditional = condition(t, graph, words);
  if (negated) return { ...negatedReading(modals, t, graph, words), ...(conditional ?? {}) };
  const modal = modalReading(modals, t, graph, words);
  return conditional ?? modal ?? cueReading(t, graph, words) ?? PLAIN;
}

function modalsOf(t: Token, graph: SentenceGraph, words: StatusVocabulary): readonly Token[] {
  const own = t.children.map((c) => graph.token(c)).filter((c) => baseRelation(c.deprel) === "aux");
  return own.filter((c) => words.status("modal", c.lower) !== undefined && c.lemma !== "have");
}

function negatedReading(modals: readonly Token[], t: Token, graph: SentenceGraph, words: StatusVocabulary): Reading {
  const modal = modals[0]?.lower;
  if (modal === "may" || modal === "might")
    return { status: "hypothetical", certain: false, rule: "status.modal.negated" };
  // "would not have boarded": with a condition that did not hold, it did happen.
  const unreal = modal === "would" && isPerfect(t, graph) && hasConditionBelow(t, graph, words);
  if (unreal) return { status: "actual", certain: true, rule: "status.counterfactual" };
  const refuses = modals.some((m) => ["will", "wo", "would", "'d", "shall"].includes(m.lower));
  return { status: "negation", certain: true, rule: refuses ? "status.refusal" : "status.negation" };
}

/** "Few voters turned out", "hardly any": quantifiers that come near to none; "a few" does not. */
function hasNegativeQuantifier(t: Token, graph: SentenceGraph, words: StatusVocabulary): boolean {
  return t.children.some((c) => {
    const child = graph.token(c);
    // "Hardly any voters turned out", "Few expected": the parser hangs the quantifier on the verb.
    if (child.deprel === "advmod" && t.upos === "VERB" && c === 0)
      return words.status("quantifier", child.lower) !== undefined;
    if (!["nsubj", "obj"].includes(baseRelation(child.deprel))) return false;
    return [child.index, ...child.children].some((i) => {
      const word = graph.token(i);
      if (i > child.index || words.status("quantifier", word.lower) === undefined) return false;
      return graph.tokens[i - 1]?.lower !== "a" && graph.tokens[i - 1]?.lower !== "the";
    });
  });
}

function modalReading(
  modals: readonly Token[],
  t: Token,
  graph: SentenceGraph,
  words: StatusVocabulary,
): Reading | null {
  const modal = modals[0];
  if (!modal) return null;
  const past = modal.lower === "would" || modal.lower === "'d";
  if (past && t.children.some((c) => words.status("fate", graph.token(c).lower) !== undefined)) return null;
  const status = words.status("modal", modal.lower);
  if (isPerfect(t, graph)) {
    const perfect = words.status("perfect-modal", modal.lower);
    if (perfect === "actual") return { status: "actual", certain: false, rule: "status.modal.perfect" };
    if (perfect) return { status: perfect, certain: true, rule: "status.modal.perfect" };
  }
  if (hasConditionBelow(t, graph, words) || (past && hasAnySubject(t, graph)))
    return { status: "hypothetical", certain: false, rule: `status.consequence${status === "future" ? ".will" : ""}` };
  if (past && !isPerfect(t, graph) && isReported(t, graph))
    return { status: "future", certain: true, rule: "status.would-reported" };
  return status ? { status, certain: status === "future", rule: "status.modal" } : null;
}

/** "Any attack would trigger a response": a condition in other words. */
function hasAnySubject(t: Token, graph: SentenceGraph): boolean {
  const subject = graph.child(t.index, "nsubj");
  return subject?.children.some((c) => graph.token(c).lower === "any") ?? false;
}

function isPerfect(t: Token, graph: SentenceGraph): boolean {
  return t.children.some((c) => graph.token(c).deprel === "aux" && graph.token(c).lower === "have");
}

/** The clause is what somebody said: below a verb of saying, or with the speaker put behind it. */
function isReported(t: Token, graph: SentenceGraph): boolean {
  return baseRelation(t.deprel) === "ccomp" || t.children.some((c) => graph.token(c).deprel === "parataxis");
}

function cueReading(t: Token, graph: SentenceGraph, words: StatusVocabulary): Reading | null {
  const hedge = { found: false };
  for (const c of t.children) {
    const child = graph.token(c);
    const isAdverb = child.deprel === "advmod" && t.upos !== "NOUN";
    if (!isAdverb && !MODIFYING.has(child.deprel)) continue;
    const kind = isAdverb ? "adverb" : child.index < t.index ? "modifier" : null;
    const status = kind && words.status(kind, child.lower);
    if (!status) continue;
    if (status === "negation" && isAdverb && (t.upos !== "VERB" || child.index !== t.index - 1)) continue;
    if (status === "actual") hedge.found ||= kind === "adverb";
    else if (status !== "future" || !isPast(t, graph))
      return { status, certain: status === "negation", rule: `status.${kind}.${child.lower}` };
  }
  if (t.xpos === "VB" && graph.markOf(t.index) === "to" && hasConditionBelow(t, graph, words))
    return { status: "hypothetical", certain: false, rule: "status.consequence.to" };
  if (isDueTo(t, graph)) return { status: "future", certain: false, rule: "status.adjective.due" };
  if (isBeTo(t, graph)) return { status: "future", certain: true, rule: "status.be-to" };
  if (isTimedAhead(t, graph, words)) return { status: "future", certain: true, rule: "status.present-ahead" };
  if (isInvertedQuestion(t, graph)) return { status: "hypothetical", certain: false, rule: "status.question" };
  return hedge.found ? { ...PLAIN, certain: false } : null;
}

function isPast(t: Token, graph: SentenceGraph): boolean {
  return (
    t.xpos === "VBD" ||
    (t.xpos === "VBN" && t.children.some((c) => /^(?:was|were|had|have|has)$/.test(graph.token(c).lower)))
  );
}

/** "is to visit", "are going to meet", and the headline's "France to send troops". */
function isBeTo(t: Token, graph: SentenceGraph): boolean {
  if (t.xpos !== "VB") return false;
  const marked = t.children.some(
    (c) => graph.token(c).lower === "to" && ["mark", "aux"].includes(graph.token(c).deprel),
  );
  if (t.head < 0) return marked;
  if (marked && graph.has(t.index, "cop")) return true;
  const head = graph.token(t.head);
  if (marked && t.deprel === "acl" && head.head < 0 && isHeadline(graph)) return true;
  return (
    baseRelation(t.deprel) === "xcomp" &&
    marked &&
    (head.lemma === "be" || (head.lower === "going" && head.children.some((c) => graph.token(c).lemma === "be")))
  );
}

/** "Airline to buy ten jets": no verb but the infinitive, and no full stop. */
function isHeadline(graph: SentenceGraph): boolean {
  const last = graph.tokens.at(-1);
  if (last && /^[.!?"”]$/.test(last.form)) return false;
  return !graph.tokens.some((t) => /^(?:VB[DPZ]|MD)$/.test(t.xpos));
}

/** "Parliament is due to debate the law": a noun to the parser, which takes "due to" for a preposition. */
function isDueTo(t: Token, graph: SentenceGraph): boolean {
  if (graph.has(t.index, "cop") && graph.caseOf(t.index) === "due to" && graph.has(t.index, "nmod")) return true;
  const adverb = t.children.find((c) => graph.token(c).lower === "due" && graph.token(c).deprel === "advmod");
  return t.xpos === "VB" && adverb !== undefined && graph.tokens[adverb + 1]?.lower === "to";
}

/** "opens next Tuesday", "arrives tomorrow": the present tense with a time that lies ahead. */
function isTimedAhead(t: Token, graph: SentenceGraph, words: StatusVocabulary): boolean {
  const progressive = t.xpos === "VBG" && t.children.some((c) => ["is", "are", "'s"].includes(graph.token(c).lower));
  if (t.xpos !== "VBZ" && t.xpos !== "VBP" && !progressive) return false;
  return t.children.some((c) => {
    const child = graph.token(c);
    if (!/^(?:obl|advmod|nmod)/.test(child.deprel) || child.index < t.index) return false;
    return [c, ...child.children].some((i) => words.status("time-ahead", graph.token(i).lower) !== undefined);
  });
}
