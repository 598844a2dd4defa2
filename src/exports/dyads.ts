import type { EventRecord, PartyRecord } from "../core/record.ts";

/** Who does it and to whom, as formats of pairs have it; null where nobody is named. */
export interface Dyad {
  readonly source: PartyRecord | null;
  readonly target: PartyRecord | null;
}

/**
 * Acts that two do with each other (SUPPORT has the treaties that they sign): PLOVER lists both as actors, formats of pairs
 * write them twice with roles swapped.
 */
const MUTUAL: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE"]);

/** The pairs of an event: every actor with every recipient, in the order of the record. */
export function dyadsOf(record: Pick<EventRecord, "event" | "actor" | "recipient">): readonly Dyad[] {
  const { actor, recipient } = record;
  if (!actor.length) return recipient.map((target) => ({ source: null, target }));
  if (recipient.length) return actor.flatMap((source) => recipient.map((target) => ({ source, target })));
  if (actor.length > 1 && MUTUAL.has(record.event[0]))
    return actor.flatMap((source) => actor.filter((a) => a !== source).map((target) => ({ source, target })));
  return actor.map((source) => ({ source, target: null }));
}
