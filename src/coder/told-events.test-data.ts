import type { EventRecord, PartyRecord } from "../core/record.ts";
import type { Coder } from "./create-coder.ts";

/** The parties of one event in the words of the text, and the rules that decided about them. */
export interface ToldEvent {
  readonly category: string;
  /** Fullest mentions; an unknown author is "?", and a party that the event's own sentence does not name has a star. */
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  /** Rules behind actor and recipient. */
  readonly rules: readonly string[];
  readonly record: EventRecord;
}

/** The events of a text that a word triggers; a text without one fails the test by naming those it has. */
export function eventsAt(coder: Coder, text: string, word: string, date = "2024-05-10"): readonly ToldEvent[] {
  const records = coder.code({ text, date });
  const found = records.filter((r) => r.event_text.some((t) => t.split(" ").includes(word)));
  if (found.length === 0)
    throw new Error(`no event at “${word}” among ${records.map((r) => r.event_text.join("…")).join(" | ")}`);
  return found.map((record) => ({
    category: record.event[0],
    actor: record.actor.map(told),
    recipient: record.recipient.map(told),
    rules: record.because.filter((b) => b.field === "actor" || b.field === "recipient").map((b) => b.rule),
    record,
  }));
}

/** The first of them. */
export function eventAt(coder: Coder, text: string, word: string, date?: string): ToldEvent {
  const [first] = eventsAt(coder, text, word, date);
  if (!first) throw new Error(`no event at “${word}”`);
  return first;
}

function told(party: PartyRecord): string {
  if (party.entity_text === "") return "?";
  return `${party.entity_text}${party.mention === null ? "*" : ""}`;
}
