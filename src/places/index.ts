// TEMPORARY stub by the architect until the places stage arrives; overwrite freely.
import type { Sentence } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRecord } from "../core/record.ts";
import type { Stage } from "../core/stage.ts";
import type { PlaceTables } from "../lexicon/place-tables.ts";

export function createPlaceStage(_tables: PlaceTables): Stage<"report" | "sentences", "places"> {
  return { name: "places", version: 0, requires: ["report", "sentences"], assigns: ["places"], run: () => ({ places: [] }) };
}

export function placeOf(
  _act: { sentence: number; head: number; light: number | null; outer: number; category: string },
  _sentence: Sentence,
  _places: readonly PlaceMention[],
): PlaceRecord | null {
  return null;
}
