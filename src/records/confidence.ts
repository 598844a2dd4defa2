import type { Act, Predication } from "../core/event-layers.ts";
import type { PartyRecord } from "../core/record.ts";

/**
 * How likely the record's category is right, from what was seen on hand-coded development reports: plain verbs with both
 * parties known are the surest, bare nouns without parties the least. Each weight is an addend to the log-odds.
 */
const WEIGHTS = {
  base: 0.1,
  verb: 0.35,
  noun: -0.35,
  actorCoded: 0.55,
  actorMissing: -0.35,
  recipientCoded: 0.35,
  composed: 0.1,
  notActual: -0.5,
} as const;

export function confidenceOf(
  act: Act,
  predication: Predication,
  actor: readonly PartyRecord[],
  recipient: readonly PartyRecord[],
): number {
  const coded = (parties: readonly PartyRecord[]): boolean =>
    parties.some((p) => p.code !== "" || (p.sector !== "" && p.sector !== "UNK"));
  let odds: number = WEIGHTS.base;
  odds += predication.kind === "noun" ? (predication.light === null ? WEIGHTS.noun : 0) : WEIGHTS.verb;
  odds += coded(actor) ? WEIGHTS.actorCoded : WEIGHTS.actorMissing;
  if (coded(recipient)) odds += WEIGHTS.recipientCoded;
  if (act.outer !== act.predication) odds += WEIGHTS.composed;
  if (act.status !== "actual") odds += WEIGHTS.notActual;
  return Math.round((100 * 1) / (1 + Math.exp(-odds))) / 100;
}
