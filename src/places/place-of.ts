import { type Category, VERBAL_CATEGORIES } from "../core/codes.ts";
import type { Sentence, Token } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRecord } from "../core/record.ts";
import { baseRelation, SentenceGraph } from "../core/sentence-graph.ts";
import type { PlaceTables } from "../lexicon/place-tables.ts";
import { placeWordsOf, type PlaceWords } from "./gazetteer.ts";
import { placeRecord } from "./place-record.ts";

/** What is needed of an act to find where it happened. */
export interface PlacedAct {
  readonly sentence: number;
  readonly head: number;
  readonly light: number | null;
  readonly outer: number;
  readonly category: Category;
  readonly trigger: readonly number[];
}

/**
 * Where an act happened, when syntax says so: a phrase with "in", "at", "near" … of its head, of its light verb, of what it happened to,
 * or of a verb whose clause it shares; the object of a visit, siege or strike; a town's name before the noun ("the Doha talks").
 * A capital that stands for a government is never one, nor is a dateline.
 */
export function placeOf(
  act: PlacedAct,
  sentence: Sentence,
  places: readonly PlaceMention[],
  tables: PlaceTables,
): PlaceRecord | null {
  if (places.length === 0) return null;
  const words = placeWordsOf(tables);
  const graph = new SentenceGraph(sentence);
  const isVerbal = TOLD_PLACE.has(act.category);
  const nodes = isVerbal ? (act.light === null ? [act.head] : [act.head, act.light]) : nodesOf(graph, act, words);
  for (const node of nodes) {
    const found = placeAt(graph, node, places, words, isVerbal ? 0 : DEEPEST);
    if (found !== null) return recordOf(graph, found, places);
  }
  const seat = act.category === "SANCTION" ? seatOf(graph, act, places, words) : null;
  return seat === null ? null : recordOf(graph, seat, places);
}

/** "A court in Pel sentenced three men": a court judges where it sits. */
function seatOf(
  graph: SentenceGraph,
  { head, outer }: PlacedAct,
  places: readonly PlaceMention[],
  words: PlaceWords,
): Located | null {
  for (const verb of new Set([head, outer]))
    for (const child of graph.token(verb).children) {
      const token = graph.token(child);
      const isDoer = token.deprel === "nsubj" || token.deprel === "obl:agent";
      const found = isDoer && words.seats.has(token.lemma) ? placeAt(graph, child, places, words, 0) : null;
      if (found !== null) return found;
    }
  return null;
}

/** The words as they stand, with the spaces between them. */
function joined(tokens: readonly Token[], first: number, last: number): string {
  let text = "";
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const gap = i > first && token.start > (tokens[i - 1]?.end ?? token.start) ? " " : "";
    text += gap + token.form;
  }
  return text;
}

/** What is said or decreed is so where its own phrase says, not where those are that it is said about. */
const TOLD_PLACE: ReadonlySet<Category> = new Set<Category>([...VERBAL_CATEGORIES, "SANCTION"]);

/** Nominals that may stand between the phrase that says where and the event: "a raid on [a house of [militants in Jenin]]". */
const DEEPEST = 2;
const STEPS = 6;

/** The head, its light verb, and the predicates that share its place: conjuncts, participles, what it is the subject of. */
function nodesOf(graph: SentenceGraph, act: PlacedAct, words: PlaceWords): readonly number[] {
  const nodes = act.light === null ? [act.head] : [act.head, act.light];
  let at = act.light ?? act.head;
  for (let steps = 0; steps < STEPS; steps++) {
    const token = graph.token(at);
    const governor = token.head;
    if (governor < 0 || !sharesPlace(graph, at, words)) break;
    if (!nodes.includes(governor)) nodes.push(governor);
    at = governor;
  }
  // "met for discussions in Pel": the noun that tells the act with its verb.
  return [...nodes, ...act.trigger.filter((t) => graph.token(t).upos === "NOUN" && !nodes.includes(t))];
}

function sharesPlace(graph: SentenceGraph, at: number, words: PlaceWords): boolean {
  const token = graph.token(at);
  const governor = graph.token(token.head);
  switch (baseRelation(token.deprel)) {
    case "conj":
    case "xcomp":
    case "appos":
      return true;
    case "advcl":
      // "gathered in Pel to protest" happens where they gathered; "after talks in Pel, …" does not.
      return (token.xpos === "VBG" && graph.markOf(at) === null) || (token.xpos === "VB" && graph.markOf(at) === "to");
    case "acl":
      return (
        token.deprel === "acl:relcl" &&
        governor.upos === "NOUN" &&
        graph.token(at).children.some((c) => graph.token(c).xpos === "WDT")
      );
    case "nsubj":
      return governor.upos === "VERB" && !words.asides.has(governor.lemma);
    case "obj":
      return !words.asides.has(governor.lemma) && governor.upos === "VERB";
    case "compound":
      return governor.upos === "NOUN";
    case "nmod":
      return graph.caseOf(at) === "of";
    case "obl":
      return token.deprel === "obl:agent" || graph.caseOf(at) === "in" || graph.caseOf(at) === "during";
    default:
      return false;
  }
}

export interface Located {
  readonly place: PlaceMention;
  /** Head of the phrase that says where: the place itself, or what holds its name ("a bar in Quito", "Tammun in the West Bank"). */
  readonly ground: number;
  readonly steps: number;
}

/** The nearest place, the smaller of two as near. */
function placeAt(
  graph: SentenceGraph,
  node: number,
  places: readonly PlaceMention[],
  words: PlaceWords,
  deepest: number,
): Located | null {
  let best: Located | null = null;
  for (const place of places) {
    const found = isDateline(graph, place) ? null : locate(graph, place, node, words, deepest);
    if (found === null) continue;
    const isBetter =
      best === null ||
      found.steps < best.steps ||
      (found.steps === best.steps && place.resolution > best.place.resolution);
    if (isBetter) best = found;
  }
  return best;
}

/** Climbs from a place to the node through nominals; somewhere on the way a word must say that this is where. */
function locate(
  graph: SentenceGraph,
  place: PlaceMention,
  node: number,
  words: PlaceWords,
  deepest: number,
): Located | null {
  let at = place.head;
  let ground = -1;
  let above = 0;
  for (let steps = 1; steps <= STEPS + 2; steps++) {
    const token = graph.token(at);
    if (token.head < 0 || at === node) return null;
    const link = ground < 0 ? openLink(graph, at, node, place, words) : closedLink(graph, at, node, words);
    if (link === "broken") return null;
    if (ground >= 0 && ++above > deepest) return null;
    if (link === "where") ground = at;
    at = token.head;
    if (at === node) return ground < 0 ? null : { place, ground, steps };
    if (graph.token(at).upos === "VERB") return null;
  }
  return null;
}

export type Link = "where" | "on" | "broken";

/** A link below the word that says where: either it says so, or it is part of a name or a part of the place. */
export function openLink(graph: SentenceGraph, at: number, node: number, place: PlaceMention, words: PlaceWords): Link {
  const token = graph.token(at);
  const governor = graph.token(token.head);
  const relation = baseRelation(token.deprel);
  const preposition = token.deprel === "nmod:poss" ? null : graph.caseOf(at);
  const slots = words.targets.get(governor.lemma) ?? [];
  if (preposition !== null) {
    if (words.in.has(preposition) || slots.includes(preposition) || (preposition === "against" && slots.includes("on")))
      return "where";
    if (words.at.has(preposition) && isGround(graph, at, place, words)) return "where";
    return preposition === "of" && relation === "nmod" ? "on" : "broken";
  }
  if ((relation === "obj" || token.deprel === "nsubj:pass") && slots.includes("obj")) return "where";
  if (relation === "compound" && token.head === node) return isTown(place) ? "where" : "broken";
  return /^(?:appos|compound|conj|flat|list|dep|nmod)$/.test(relation) ? "on" : "broken";
}

/** A link above it: the participants of the node, but not where they came from, nor what a speaker speaks about. */
function closedLink(graph: SentenceGraph, at: number, node: number, words: PlaceWords): Link {
  const token = graph.token(at);
  const isSpoken = words.asides.has(graph.token(token.head).lemma);
  if (isSpoken && token.head === node) return "broken";
  if (words.out.has(graph.caseOf(at) ?? "")) return "broken";
  return /^(?:obj|iobj|nsubj|obl|nmod|conj|compound|advmod|list|dep)$/.test(baseRelation(token.deprel))
    ? "on"
    : "broken";
}

/** "on the border with Syria", "on Snake Island": ground that one can be on. */
function isGround(graph: SentenceGraph, node: number, place: PlaceMention, words: PlaceWords): boolean {
  if (words.kinds.has(graph.token(node).lower)) return true;
  return (
    node >= place.first &&
    node <= place.last &&
    (place.resolution === 5 || /^(?:ISL|ISLS|PEN|SEA)/.test(place.featureCode ?? ""))
  );
}

/** "the Doha talks", "the Melbourne attack": a town, not a capital or country, which may stand for its government. */
function isTown(place: PlaceMention): boolean {
  return place.resolution > 1 && place.featureCode !== "PPLC";
}

/** "Tammun in the West Bank": a name that no table has, in a place that one has. */
function unknownName(
  graph: SentenceGraph,
  { place, ground }: Located,
  places: readonly PlaceMention[],
): { first: number; last: number } | null {
  const head = graph.token(ground);
  if (head.upos !== "PROPN" || places.some((p) => ground >= p.first && ground <= p.last)) return null;
  const isPart = (i: number): boolean => graph.tokens[i]?.upos === "PROPN" || graph.tokens[i]?.lower === "-";
  let first = ground;
  let last = ground;
  while (isPart(first - 1)) first--;
  while (last + 1 < place.first && isPart(last + 1)) last++;
  return { first, last };
}

export function recordOf(graph: SentenceGraph, located: Located, places: readonly PlaceMention[]): PlaceRecord {
  const record = placeRecord(located.place);
  const unknown = unknownName(graph, located, places);
  if (unknown === null) return record;
  const { first, last } = unknown;
  return {
    ...record,
    extracted_place: joined(graph.tokens, first, last),
    geonameid: null,
    start: graph.token(first).start,
    end: graph.token(last).end,
  };
}

/** "KABUL, Afghanistan (April 3) - …": a town in capitals tells where a report was written. */
export function isDateline(graph: SentenceGraph, { first, last, resolution }: PlaceMention): boolean {
  if (resolution !== TOWN) return false;
  for (let i = first; i <= last; i++) if (!/^\p{Lu}{4}/u.test(graph.token(i).form)) return false;
  return true;
}

const TOWN = 4;
