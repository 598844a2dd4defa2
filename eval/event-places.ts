import { foldName } from "../src/core/fold-name.ts";
import { alignReport, pairsOf } from "../src/scoring/count.ts";
import type { GoldEvent, GoldReport, Prediction, ScoredReport } from "../src/scoring/types.ts";
import type { ErrorCounter } from "./error-counter.ts";
import type { Figure } from "./set-report.ts";

/** What hand-coded events and records say about the place, beside what the scorer reads. */
interface PlacedEvent {
  readonly place?: { readonly name: string; readonly country: string } | null;
}
interface PlacedRecord {
  readonly event_loc?: {
    readonly extracted_place: string;
    readonly resolved_place: string;
    readonly country_code: string;
  } | null;
}

export interface PlaceCounts {
  placed: number;
  right: number;
  /** Of those, the ones whose very name is right, not the country alone. */
  named: number;
  unplaced: number;
  leftOpen: number;
}

/**
 * The place of matched events: right where the gold gives one (the same name, or in the same country), and left open where the
 * gold gives none. Kept apart from the scorer, whose figures must be those of its Python twin.
 */
export function placeFigures(
  gold: ReadonlyMap<string, GoldReport>,
  reports: ReadonlyMap<string, ScoredReport>,
  predictions: readonly Prediction[],
  errors: ErrorCounter,
): readonly Figure[] {
  const n = noPlaces();
  for (const [id, golds] of gold) {
    const report = reports.get(id);
    if (report === undefined) continue;
    const own = predictions.filter((prediction) => prediction.report === id);
    for (const { prediction, event } of pairsOf(alignReport(golds, report, own, false)))
      countPlace(prediction, event, n, (kind, what) => {
        errors.add(kind, `${id} ${event.id} “${event.anchor}” in “${event.sentence}”: ${what}`);
      });
  }
  return [
    { name: "place", value: share(n.right, n.placed), unit: "%", of: n.placed },
    { name: "place_name", value: share(n.named, n.placed), unit: "%", of: n.placed },
    { name: "place_null", value: share(n.leftOpen, n.unplaced), unit: "%", of: n.unplaced },
  ];
}

export function noPlaces(): PlaceCounts {
  return { placed: 0, right: 0, named: 0, unplaced: 0, leftOpen: 0 };
}

/** Adds one matched event to the counts and notes what is wrong with its place. */
export function countPlace(
  prediction: Prediction & PlacedRecord,
  event: GoldEvent & PlacedEvent,
  n: PlaceCounts,
  note: (kind: string, what: string) => void,
): void {
  const { place } = event;
  const found = prediction.event_loc ?? null;
  const coded = found === null ? "none" : `${found.extracted_place} (${found.country_code})`;
  if (!place) {
    n.unplaced++;
    if (found === null) n.leftOpen++;
    else note("place where there is none", `coded ${coded}`);
    return;
  }
  n.placed++;
  const isNamed =
    found !== null &&
    [found.extracted_place, found.resolved_place].some((name) => foldName(name) === foldName(place.name));
  if (isNamed) n.named++;
  if (isNamed || (found !== null && found.country_code === place.country)) n.right++;
  else
    note(
      found === null ? "place missing" : "place other than the gold’s",
      `gold ${place.name} (${place.country}), coded ${coded}`,
    );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
