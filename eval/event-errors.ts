import { alignReport, datesEqual, normalStatus, pairsOf } from "../src/scoring/count.ts";
import type { AlignedReport } from "../src/scoring/count.ts";
import { categoryOf, codesOf } from "../src/scoring/match.ts";
import type { PlacedGold } from "../src/scoring/match.ts";
import type { GoldEvent, GoldReport, Prediction, ScoredReport } from "../src/scoring/types.ts";
import { ErrorCounter } from "./error-counter.ts";
import type { ErrorKind } from "./set-report.ts";

/** A trigger this near to an anchor tells the same words, as in the scorer. */
const REACH = 30;

/** What goes wrong in coded events: missed, invented, in a wrong category, or wrong in a field; commonest kinds first. */
export function eventErrors(
  gold: ReadonlyMap<string, GoldReport>,
  reports: ReadonlyMap<string, ScoredReport>,
  predictions: readonly Prediction[],
): readonly ErrorKind[] {
  const errors = new ErrorCounter();
  for (const [id, golds] of gold) {
    const report = reports.get(id);
    if (report === undefined) continue;
    const own = predictions.filter((prediction) => prediction.report === id);
    const aligned = alignReport(golds, report, own, false);
    for (const refused of aligned.refused) errors.add("refused by the scorer", excerptOf(refused, report));
    unmatchedErrors(aligned, report, errors);
    for (const { prediction, event } of pairsOf(aligned)) fieldErrors(prediction, event, report, errors);
  }
  return errors.list();
}

function unmatchedErrors(aligned: AlignedReport, report: ScoredReport, errors: ErrorCounter): void {
  const matchedGold = new Set(aligned.pairs.map((pair) => pair.gold));
  const matched = new Set(aligned.pairs.map((pair) => pair.prediction));
  const spare = new Set(aligned.usable.filter((_, i) => !matched.has(i)));
  for (const [i, gold] of aligned.golds.entries()) {
    if (matchedGold.has(i) || !gold.event.core) continue;
    const near = [...spare].find((prediction) => touches(prediction, gold));
    const example = `${report.id} ${gold.event.id} “${gold.event.anchor}” in “${gold.event.sentence}”`;
    if (near === undefined) {
      errors.add(`missed ${gold.event.type}`, example);
      continue;
    }
    spare.delete(near);
    errors.add(`${gold.event.type} coded ${categoryOf(near) ?? "?"}`, `${example}; coded ${excerptOf(near, report)}`);
  }
  for (const prediction of spare) {
    const beside = aligned.golds.some((gold) => touches(prediction, gold));
    const kind = `${beside ? "second reading" : "invented"} ${categoryOf(prediction) ?? "?"}`;
    errors.add(kind, excerptOf(prediction, report));
  }
}

function touches(prediction: Prediction, gold: PlacedGold): boolean {
  const sentence = prediction.text_info;
  if (!sentence || gold.start < sentence.start || gold.start >= sentence.end) return false;
  return (prediction.trigger ?? []).some((span) => Math.max(span.start - gold.end, gold.start - span.end, 0) <= REACH);
}

function fieldErrors(prediction: Prediction, event: GoldEvent, report: ScoredReport, errors: ErrorCounter): void {
  const example = (gold: string, coded: string): string =>
    `${report.id} ${event.id} “${event.anchor}” in “${event.sentence}”: gold ${gold}, coded ${coded}`;
  for (const side of ["actor", "recipient"] as const) {
    const gold = namesOf(event[side]);
    const coded = namesOf(prediction[side] ?? []);
    const expected = codesOf(event[side], "country");
    const found = codesOf(prediction[side], "country");
    if (expected.size === found.size && [...expected].every((code) => found.has(code))) continue;
    const kind = found.size === 0 ? "missing" : expected.size === 0 ? "where there is none" : "other than the gold’s";
    errors.add(`${side} ${kind}`, example(gold, coded));
  }
  const status = normalStatus(event.status);
  const coded = normalStatus(prediction.status);
  if (status !== coded) errors.add(`status ${status} coded ${coded}`, example(status, coded));
  dateError(prediction, event, errors, example);
  if (Boolean(event.attribution) !== Boolean(prediction.attribution)) {
    const by = event.attribution ? "missing" : "where there is none";
    errors.add(
      `attribution ${by}`,
      example(event.attribution?.text ?? "none", prediction.attribution?.entity_text ?? "none"),
    );
  }
}

function dateError(
  prediction: Prediction,
  event: GoldEvent,
  errors: ErrorCounter,
  example: (gold: string, coded: string) => string,
): void {
  const coded = `${prediction.date ?? "none"} to ${prediction.enddate ?? "none"}`;
  if (!event.date) {
    if (prediction.date && prediction.date_info?.basis !== "publication")
      errors.add("date where there is none", example("none", coded));
    return;
  }
  if (datesEqual(event.date, prediction)) return;
  errors.add(
    prediction.date ? "date other than the gold’s" : "date missing",
    example(`${event.date.start} to ${event.date.end}`, coded),
  );
}

function namesOf(parties: GoldEvent["actor"]): string {
  const names = parties.map((party) => {
    const text = party.text ?? (party as { readonly entity_text?: string }).entity_text ?? "";
    return `${party.country || party.code || "-"} (${text})`;
  });
  return names.length === 0 ? "none" : names.join("; ");
}

function excerptOf(prediction: Prediction, report: ScoredReport): string {
  const words = (prediction.trigger ?? []).map((span) => report.text.slice(span.start, span.end)).join(" … ");
  const sentence = report.text.slice(prediction.text_info?.start ?? 0, (prediction.text_info?.start ?? 0) + 160);
  const parties = `${namesOf(prediction.actor ?? [])} > ${namesOf(prediction.recipient ?? [])}`;
  return `${report.id} ${categoryOf(prediction) ?? "?"} “${words}” ${parties} in “${sentence}”`;
}
