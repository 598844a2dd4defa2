import type { Category } from "../core/codes.ts";
import type { Sentence } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRecord } from "../core/record.ts";
import { baseRelation, SentenceGraph } from "../core/sentence-graph.ts";
import type { PlaceTables } from "../lexicon/place-tables.ts";
import { placeWordsOf, type PlaceWords } from "./gazetteer.ts";

/** What is needed of an act to find where it happened. */
export interface PlacedAct {
  readonly sentence: number;
  readonly head: number;
  readonly light: number | null;
  readonly outer: number;
  readonly category: Category;
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
  for (const node of nodesOf(graph, act, words)) {
    const found = placeAt(graph, node, places, words, node === act.head);
    if (found !== null) return recordOf(found);
  }
  return null;
}

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
  return nodes;
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
      return token.xpos === "VBG" && graph.markOf(at) === null;
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
    case "nmod":
      return graph.caseOf(at) === "of";
    case "obl":
      return token.deprel === "obl:agent" || graph.caseOf(at) === "in" || graph.caseOf(at) === "during";
    default:
      return false;
  }
}

function placeAt(
  graph: SentenceGraph,
  node: number,
  places: readonly PlaceMention[],
  words: PlaceWords,
  isHead: boolean,
): PlaceMention | null {
  const token = graph.token(node);
  const slots = words.targets.get(token.lemma) ?? [];
  let named: PlaceMention | null = null;
  for (const c of token.children) {
    const child = graph.token(c);
    const relation = baseRelation(child.deprel);
    if (relation === "obl" || relation === "nmod") {
      const preposition = graph.caseOf(c);
      if (preposition === null || child.deprel === "nmod:poss") continue;
      const isTarget = slots.includes(preposition) || (preposition === "against" && slots.includes("on"));
      if (words.in.has(preposition) || isTarget || (words.at.has(preposition) && isGround(graph, c, places, words))) {
        const found = placeIn(graph, c, places);
        if (found !== null) return found;
      }
    } else if (relation === "obj" || child.deprel === "nsubj:pass") {
      const found = slots.includes("obj") ? placeIn(graph, c, places) : locatedIn(graph, c, places, words);
      if (found !== null) return found;
    } else if (relation === "advmod" && child.children.length > 0) {
      // "here in Kabul", "northwest of Homs"
      const found = locatedIn(graph, c, places, words);
      if (found !== null) return found;
    } else if (isHead && relation === "compound") named ??= townAt(c, places);
  }
  return named;
}

/** "12 people in Kabul": the place that a participant is said to be in. */
function locatedIn(
  graph: SentenceGraph,
  node: number,
  places: readonly PlaceMention[],
  words: PlaceWords,
): PlaceMention | null {
  for (const c of graph.token(node).children) {
    const child = graph.token(c);
    if (baseRelation(child.deprel) !== "nmod" && baseRelation(child.deprel) !== "obl") continue;
    const preposition = graph.caseOf(c);
    if (preposition === null || !words.in.has(preposition)) continue;
    const found = placeIn(graph, c, places);
    if (found !== null) return found;
  }
  return null;
}

/** "on the border with Syria", "on Snake Island": ground that one can be on. */
function isGround(graph: SentenceGraph, node: number, places: readonly PlaceMention[], words: PlaceWords): boolean {
  if (words.kinds.has(graph.token(node).lower)) return true;
  const place = places.find((p) => node >= p.first && node <= p.last);
  return place !== undefined && (place.resolution === 5 || /^(?:ISL|ISLS|PEN|SEA)/.test(place.featureCode ?? ""));
}

/** The place that a phrase names: its head, else the first one inside it, whose name for a part comes along ("a bar in Quito"). */
function placeIn(graph: SentenceGraph, node: number, places: readonly PlaceMention[]): PlaceMention | null {
  const own = places.find((p) => node >= p.first && node <= p.last);
  if (own !== undefined) return own;
  const token = graph.token(node);
  let best: PlaceMention | null = null;
  for (const c of token.children) {
    const relation = baseRelation(graph.token(c).deprel);
    if (!/^(?:nmod|appos|compound|conj|flat|list|dep|obl)$/.test(relation)) continue;
    if (graph.token(c).deprel === "nmod:poss" && best !== null) continue;
    const preposition = graph.caseOf(c);
    if (preposition === "from" || preposition === "between" || preposition === "to" || preposition === "against")
      continue;
    const found = placeIn(graph, c, places);
    if (found !== null && (best === null || found.resolution > best.resolution)) best = found;
  }
  return best;
}

/** "the Doha talks", "the Melbourne attack": a town, not a capital or country, which may stand for its government. */
function townAt(node: number, places: readonly PlaceMention[]): PlaceMention | null {
  const place = places.find((p) => node >= p.first && node <= p.last);
  return place === undefined || place.resolution < 2 || place.featureCode === "PPLC" ? null : place;
}

function recordOf(place: PlaceMention): PlaceRecord {
  return {
    extracted_place: place.text,
    resolved_place: place.resolved,
    geonameid: place.geonameid,
    lat: place.lat,
    lon: place.lon,
    country_code: place.country,
    province: place.province,
    city: place.city,
    feature_code: place.featureCode,
    resolution: place.resolution,
    start: place.start,
    end: place.end,
  };
}
