import type { Sentence } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRecord } from "../core/record.ts";
import { baseRelation, SentenceGraph } from "../core/sentence-graph.ts";
import type { PlaceTables } from "../lexicon/place-tables.ts";
import { placeWordsOf, type PlaceWords } from "./gazetteer.ts";
import { isDateline, openLink, recordOf } from "./place-of.ts";

const FARTHEST = 8;

/** The place that a sentence as a whole is told to happen in: the smallest that a phrase says where of, not one where a speaker is. */
export function sceneOf(sentence: Sentence, places: readonly PlaceMention[], tables: PlaceTables): PlaceRecord | null {
  const words = placeWordsOf(tables);
  const graph = new SentenceGraph(sentence);
  let best: { readonly place: PlaceMention; readonly ground: number } | null = null;
  for (const place of places) {
    const ground = isDateline(graph, place) ? null : groundOf(graph, place, words);
    if (ground !== null && (best === null || place.resolution > best.place.resolution)) best = { place, ground };
  }
  return best === null ? null : recordOf(graph, { ...best, steps: 0 }, places);
}

/** Head of the phrase that says where, or null. */
function groundOf(graph: SentenceGraph, place: PlaceMention, words: PlaceWords): number | null {
  let at = place.head;
  for (let steps = 0; steps < FARTHEST; steps++) {
    if (graph.token(at).head < 0) return null;
    const link = openLink(graph, at, -1, place, words);
    if (link === "broken") return null;
    if (link === "where") return isAside(graph, at, words) ? null : at;
    at = graph.token(at).head;
  }
  return null;
}

/** "Officials in Moscow said", "after the raid in Homs": where a speaker is, or what went before. */
function isAside(graph: SentenceGraph, ground: number, words: PlaceWords): boolean {
  let at = ground;
  for (let steps = 0; steps < FARTHEST; steps++) {
    const token = graph.token(at);
    if (token.head < 0) return false;
    const governor = graph.token(token.head);
    if (steps > 0 && words.out.has(graph.caseOf(at) ?? "")) return true;
    if (baseRelation(token.deprel) === "nsubj" && words.asides.has(governor.lemma)) return true;
    if (governor.upos === "VERB") return false;
    at = token.head;
  }
  return false;
}
