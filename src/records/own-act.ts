import type { Entity } from "../core/actor-layers.ts";
import type { Attribution } from "../core/claim-layers.ts";
import { VERBAL_CATEGORIES } from "../core/codes.ts";
import type { Act } from "../core/event-layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";

/** Relations by which nouns of a list hang on each other. */
const NOMINAL: ReadonlySet<string> = new Set(["obj", "conj", "appos", "nmod"]);

/**
 * Whether the words themselves are the act: "We demand that …", "said that it deplored the decision", "announced the expulsion of
 * two envoys". Its speaker is its actor, nobody tells of it. What he did before is told ("We proposed a law in 2016").
 */
export function isOwnAct(graph: SentenceGraph, act: Act, said: Attribution, index: MentionIndex): boolean {
  // Whoever announces what nobody else is said to do does it: the announcer is its implied actor.
  if (act.actors.length === 0) return isDecisionOfCue(graph, act, said);
  const speaker = said.mention === null ? null : mentionedEntity(said.sentence, said.source, index);
  const isOwn = act.actors.every(({ token }) => isSpeaker(graph, act.sentence, token, speaker, said, index));
  if (!isOwn) return false;
  if (isDecisionOfCue(graph, act, said)) return true;
  const isPledge = act.status === "future" || (act.status === "hypothetical" && !isInNoun(graph, act));
  return (VERBAL_CATEGORIES.has(act.category) || isPledge) && !isPast(graph, act, said.quoted);
}

function mentionedEntity(sentence: number, token: number | null, index: MentionIndex): Entity | null {
  const mention = token === null ? null : index.covering(sentence, token);
  return mention && index.entityOf(mention);
}

function isSpeaker(
  graph: SentenceGraph,
  sentence: number,
  token: number,
  speaker: Entity | null,
  said: Attribution,
  index: MentionIndex,
): boolean {
  if (said.quoted && /^(?:i|we)$/.test(graph.token(token).lower)) return true;
  const actor = mentionedEntity(sentence, token, index);
  if (!actor || !speaker) return false;
  if (actor.id === speaker.id) return true;
  // "Rwanda will send troops, its defence ministry said": a government speaks by any of its parts.
  const isState = (e: Entity): boolean => e.sectors[0] === "GOV" || e.sectors.length === 0;
  return actor.code !== "" && actor.code === speaker.code && isState(actor) && isState(speaker);
}

/** "the possibility of Peru sending troops": spoken about, not promised. */
function isInNoun(graph: SentenceGraph, act: Act): boolean {
  const verb = graph.tokens[act.trigger[0] ?? -1];
  return verb !== undefined && baseRelation(verb.deprel) === "acl" && graph.tokens[verb.head]?.upos === "NOUN";
}

/** Past tense in a quotation tells of an earlier act; in indirect speech the tense is that of the report. */
function isPast(graph: SentenceGraph, act: Act, quoted: boolean): boolean {
  const verb = graph.tokens[act.trigger[0] ?? -1];
  if (verb?.xpos === "VBN") return verb.children.some((c) => graph.token(c).lemma === "have");
  return quoted && verb?.xpos === "VBD";
}

/**
 * Decisions are made by announcing them ("announced the closure and the expulsion"); violence is not. From the noun only nouns lead up
 * to the cue, or to where a parser that loses itself in the list has hung it.
 */
function isDecisionOfCue(graph: SentenceGraph, act: Act, said: Attribution): boolean {
  if (act.sentence !== said.sentence || act.category === "ASSAULT" || act.category === "PROTEST") return false;
  const isSaid = (i: number): boolean => said.content.some(({ first, last }) => first <= i && i <= last);
  let at = graph.tokens[act.trigger[0] ?? -1];
  if (at?.upos !== "NOUN") return false;
  while (at && isSaid(at.index)) {
    if (!NOMINAL.has(baseRelation(at.deprel))) return false;
    at = graph.tokens[at.head];
  }
  return true;
}
