import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { ReportingCue } from "./cue-table.ts";
import { rangeOf, type Stretch } from "./found-cue.ts";
import type { QuotedStretch } from "./quotations.ts";

/** What a verb of saying says, and the preposition that leads to it, which belongs to the cue. */
export interface VerbContent {
  readonly stretches: readonly Stretch[];
  readonly preposition: number | null;
  /** A noun phrase rather than a clause or a quotation. */
  readonly isPhrase?: boolean;
}

const NOTHING: VerbContent = { stretches: [], preposition: null };

/** Reads the complements that the cue's row names, else the clause that the cue hangs on, else a quotation beside it. */
export function contentOfVerb(
  graph: SentenceGraph,
  verb: Token,
  cue: ReportingCue,
  passive: boolean,
  quotes: readonly QuotedStretch[],
): VerbContent {
  const clause = clausesOf(graph, verb, cue, passive, quotes);
  if (clause.length > 0)
    return withoutPreposition(graph, passive ? withSubject(graph, verb, clause) : clause, verb, cue);
  const object = passive ? NOTHING : phraseContent(graph, verb, cue);
  if (object.stretches.length > 0 && quotationBeside(graph, verb, quotes) === null) return object;
  if (cue.content.includes("clause")) {
    const around = clauseAround(graph, verb) ?? quotationBeside(graph, verb, quotes);
    if (around !== null) return { stretches: around, preposition: null };
    const loose = passive ? null : looseClause(graph, verb, cue);
    if (loose !== null) return { stretches: [loose], preposition: null };
  }
  return passive ? passiveContent(graph, verb, cue) : object;
}

/** "called for the talks to resume": the preposition that opens the clause belongs to the cue. */
function withoutPreposition(
  graph: SentenceGraph,
  stretches: readonly Stretch[],
  verb: Token,
  { content }: ReportingCue,
): VerbContent {
  const opening = stretches.find(({ first }) => {
    const { lower } = graph.token(first);
    return first === verb.index + 1 && lower !== "to" && lower !== "that" && content.includes(lower);
  });
  if (!opening || opening.first >= opening.last) return { stretches, preposition: null };
  const rest = { first: opening.first + 1, last: opening.last };
  return { stretches: stretches.map((s) => (s === opening ? rest : s)), preposition: opening.first };
}

/** Finite clauses, quotations in the place of the object, and infinitives. */
function clausesOf(
  graph: SentenceGraph,
  verb: Token,
  cue: ReportingCue,
  passive: boolean,
  quotes: readonly QuotedStretch[],
): readonly Stretch[] {
  const found: Stretch[] = [];
  const takesClause = cue.content.includes("clause");
  const hasThat = verb.children.some((c) => c > verb.index && graph.markOf(c) === "that");
  for (const c of verb.children) {
    const child = graph.token(c);
    const relation = baseRelation(child.deprel);
    // "France, whose troops left, said that …": the parser may call a clause of the subject one of the verb.
    if (c < verb.index && hasThat && !inQuotes(child, quotes)) continue;
    if (relation === "ccomp" && takesClause)
      found.push(toConjunct(graph, verb, fromThat(graph, verb, rangeOf(graph, c))));
    else if (relation === "csubj" && passive && takesClause) found.push(rangeOf(graph, c));
    else if (relation === "xcomp" && (passive || takesInfinitive(graph, c, cue)))
      found.push(withPatient(graph, verb, rangeOf(graph, c), cue));
    else if (relation === "parataxis" && takesClause && c > verb.index && isSpoken(graph, verb, c, quotes))
      found.push(rangeOf(graph, c));
    else if (relation === "obj" && takesClause && inQuotes(child, quotes)) found.push(rangeOf(graph, c));
  }
  return found;
}

/** "announces that, with help from X, …": what stands between "that" and the clause belongs to the clause. */
function fromThat(graph: SentenceGraph, verb: Token, range: Stretch): Stretch {
  for (let i = range.first - 1; i > verb.index; i--) {
    const t = graph.token(i);
    if (t.upos === "SCONJ" && t.lower === "that") return { first: i, last: range.last };
  }
  return range;
}

/** A verb beside the cue whose subject stands within the clause belongs to the clause. */
function toConjunct(graph: SentenceGraph, verb: Token, range: Stretch): Stretch {
  let { last } = range;
  for (const c of verb.children) {
    const t = graph.token(c);
    if (t.deprel !== "conj" || c <= last) continue;
    const subject = t.children.find((k) => baseRelation(graph.token(k).deprel) === "nsubj");
    if (subject !== undefined && range.first < subject && subject <= last) last = rangeOf(graph, c).last;
  }
  return { first: range.first, last };
}

function takesInfinitive(graph: SentenceGraph, clause: number, cue: ReportingCue): boolean {
  // "denied having shelled the port"
  if (graph.token(clause).xpos === "VBG" && graph.markOf(clause) === null) return cue.content.includes("clause");
  if (graph.markOf(clause) === "to") return cue.content.includes("to");
  // "called it a disgrace", "deemed the vote unfair".
  return cue.content.includes("object") && cue.content.includes("as");
}

/** "urged Mara to withdraw": who is to do it belongs to what is urged. */
function withPatient(graph: SentenceGraph, verb: Token, range: Stretch, cue: ReportingCue): Stretch {
  if (!cue.content.includes("object")) return range;
  for (const c of verb.children) {
    const relation = baseRelation(graph.token(c).deprel);
    if ((relation === "obj" || relation === "iobj") && c > verb.index && c < range.first)
      return { first: rangeOf(graph, c).first, last: range.last };
  }
  return range;
}

/** A clause set beside the verb is said when a colon or a quotation mark divides the two. */
function isSpoken(graph: SentenceGraph, verb: Token, clause: number, quotes: readonly QuotedStretch[]): boolean {
  const { first } = rangeOf(graph, clause);
  const before = graph.tokens[first - 1];
  if (before && before.index > verb.index && /^[:,“"]$/.test(before.form)) return true;
  return inQuotes(graph.token(clause), quotes);
}

function inQuotes({ start, end }: Token, quotes: readonly QuotedStretch[]): boolean {
  return quotes.some((q) => q.start <= start && end <= q.end);
}

/** How far "that" may stand from the verb that it belongs to: "announced in a statement this month that". */
const THAT_REACH = 12;

/** A clause that the parser hung elsewhere: from "that" on, or all that follows a verb that takes no object. */
function looseClause(graph: SentenceGraph, verb: Token, cue: ReportingCue): Stretch | null {
  for (let i = verb.index + 1; i < graph.tokens.length && i <= verb.index + THAT_REACH; i++) {
    const t = graph.token(i);
    if (t.upos === "SCONJ" && t.lower === "that") return { first: i, last: rangeOf(graph, Math.max(t.head, i)).last };
    if (t.upos === "VERB" || t.upos === "PUNCT") break;
  }
  if (cue.content.includes("object")) return null;
  const object = graph.child(verb.index, "obj");
  return object && object.index > verb.index
    ? { first: rangeOf(graph, object.index).first, last: rangeOf(graph, verb.index).last }
    : null;
}

/** "The talks, he said, had failed": the cue hangs on what is said, which stands on both sides of it. */
function clauseAround(graph: SentenceGraph, verb: Token): readonly Stretch[] | null {
  const relation = baseRelation(verb.deprel);
  if (verb.head < 0 || !["parataxis", "advcl", "ccomp"].includes(relation)) return null;
  if (relation !== "parataxis" && !isInserted(graph, verb)) return null;
  const own = rangeOf(graph, verb.index);
  const whole = rangeOf(graph, verb.head);
  const out: Stretch[] = [];
  if (whole.first < own.first) out.push({ first: whole.first, last: own.first - 1 });
  const after = { first: own.last + 1, last: whole.last };
  if (after.first <= after.last && hasWord(graph, after)) out.push(after);
  return out.length > 0 ? out : null;
}

/** The parser may take the inserted clause for another kind of clause: it has a subject, no mark, and stands between commas. */
function isInserted(graph: SentenceGraph, verb: Token): boolean {
  const { first } = rangeOf(graph, verb.index);
  return (
    verb.head < verb.index &&
    graph.markOf(verb.index) === null &&
    graph.child(verb.index, "nsubj") !== null &&
    graph.tokens[first - 1]?.upos === "PUNCT"
  );
}

function hasWord(graph: SentenceGraph, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (graph.token(i).upos !== "PUNCT") return true;
  return false;
}

/** A quotation of the sentence that the parser hung elsewhere. */
function quotationBeside(
  graph: SentenceGraph,
  verb: Token,
  quotes: readonly QuotedStretch[],
): readonly Stretch[] | null {
  const out: Stretch[] = [];
  for (const q of quotes) {
    if (q.start <= verb.start && verb.end <= q.end) return null;
    const inside = graph.tokens.filter((k) => k.start >= q.start && k.end <= q.end);
    const first = inside[0];
    const last = inside.at(-1);
    if (first && last) out.push({ first: first.index, last: last.index });
  }
  return out.length > 0 ? out : null;
}

/** "is believed to have fled": the subject is part of what is believed. */
function withSubject(graph: SentenceGraph, verb: Token, clause: readonly Stretch[]): readonly Stretch[] {
  const subject = passiveSubject(graph, verb);
  const isInfinitive = verb.children.some((c) => graph.token(c).deprel === "xcomp");
  return subject !== null && isInfinitive ? [subject, ...clause] : clause;
}

function passiveSubject(graph: SentenceGraph, verb: Token): Stretch | null {
  for (const c of verb.children) {
    const t = graph.token(c);
    if (t.deprel === "nsubj:pass" && t.upos !== "PRON") return phrase(graph, c);
    if (t.deprel === "nsubj:pass") return { first: c, last: c };
  }
  return verb.deprel === "acl" && verb.head >= 0 ? headPhrase(graph, verb) : null;
}

function phrase(graph: SentenceGraph, head: number): Stretch {
  return rangeOf(graph, head);
}

/** The noun that a participle or relative clause stands on, without that clause. */
function headPhrase(graph: SentenceGraph, clause: Token): Stretch {
  const { first } = rangeOf(graph, clause.head);
  return { first, last: Math.max(clause.head, first) };
}

/** "was condemned by Mara": what is condemned is the subject. */
function passiveContent(graph: SentenceGraph, verb: Token, cue: ReportingCue): VerbContent {
  if (!cue.content.includes("object")) return NOTHING;
  const subject = passiveSubject(graph, verb);
  const named = slotPhrase(graph, verb, ["as"]);
  if (subject === null) return NOTHING;
  return {
    stretches: named ? [subject, named.stretch] : [subject],
    preposition: named?.preposition ?? null,
    isPhrase: true,
  };
}

/** Objects and prepositional phrases, of verbs that take them. */
function phraseContent(graph: SentenceGraph, verb: Token, cue: ReportingCue): VerbContent {
  const slot = slotPhrase(graph, verb, cue.content);
  if (cue.content.includes("object")) {
    const object = objectOf(graph, verb);
    if (object !== null) {
      const end = slot && slot.stretch.first > object.last ? slot.stretch.last : object.last;
      return { stretches: [{ first: object.first, last: end }], preposition: null, isPhrase: true };
    }
  }
  return slot ? { stretches: [slot.stretch], preposition: slot.preposition, isPhrase: true } : NOTHING;
}

function objectOf(graph: SentenceGraph, verb: Token): Stretch | null {
  for (const c of verb.children)
    if (baseRelation(graph.token(c).deprel) === "obj" && c > verb.index) return rangeOf(graph, c);
  // "the policy that they oppose": the relative clause lacks the object, which is the noun before it.
  const isGap = verb.deprel === "acl:relcl" && verb.head >= 0 && graph.child(verb.index, "nsubj") !== null;
  if (!isGap) return null;
  const subject = graph.child(verb.index, "nsubj");
  return subject && subject.lower !== "who" && subject.lower !== "which" && subject.lower !== "that"
    ? headPhrase(graph, verb)
    : null;
}

interface SlotPhrase {
  readonly stretch: Stretch;
  readonly preposition: number;
}

/** The first phrase after the verb whose preposition is one of the slots; the preposition stays outside. */
function slotPhrase(graph: SentenceGraph, verb: Token, slots: readonly string[]): SlotPhrase | null {
  for (const c of verb.children) {
    const t = graph.token(c);
    const relation = baseRelation(t.deprel);
    if (c < verb.index || (relation !== "obl" && relation !== "advcl" && relation !== "nmod")) continue;
    const mark = t.children.find((k) => {
      const m = graph.token(k);
      return k < c && (m.deprel === "case" || m.deprel === "mark") && slots.includes(m.lower) && m.lower !== "to";
    });
    const to =
      slots.includes("to") && relation === "obl"
        ? t.children.find((k) => k < c && graph.token(k).lower === "to" && graph.token(k).deprel === "case")
        : undefined;
    const preposition = mark ?? to;
    if (preposition !== undefined)
      return { stretch: { first: preposition + 1, last: rangeOf(graph, c).last }, preposition };
  }
  return null;
}
