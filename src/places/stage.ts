import type { Doc } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { Stage } from "../core/stage.ts";
import type { PlaceTables } from "../lexicon/place-tables.ts";
import { findCandidates } from "./find-places.ts";
import { compileGazetteer, type Gazetteer } from "./gazetteer.ts";
import { mentionOf } from "./place-mention.ts";
import { resolvePlaces } from "./resolve-places.ts";

/** The stage that finds place names and settles which place each names: by what stands beside it, by the report's focus, by size. */
export function createPlaceStage(tables: PlaceTables): Stage<"report" | "sentences", "places"> {
  const gazetteer = compileGazetteer(tables);
  return {
    name: "places",
    version: 2,
    requires: ["report", "sentences"],
    assigns: ["places"],
    run: (doc) => ({ places: findPlaces(doc, gazetteer) }),
  };
}

function findPlaces(doc: Doc<"report" | "sentences">, gazetteer: Gazetteer): readonly PlaceMention[] {
  const candidates = doc.sentences.flatMap((sentence) => findCandidates(sentence, gazetteer));
  return resolvePlaces(candidates, gazetteer).map(({ candidate, row }) => mentionOf(candidate, row, doc.report.text));
}
