import { partyName } from "../core/flat-event.ts";
import type { EventRecord, PartyRecord } from "../core/record.ts";

/** One row of the table `parties`, without what it takes over from its event. */
export interface PartyRow {
  readonly role: "actor" | "recipient" | "source" | "denier";
  readonly code: string;
  readonly sector: string;
  readonly name: string;
  readonly identifier: string | null;
  readonly office: string | null;
}

/** Everybody who has a part in the event: who acts and to whom, who says so, who denies it. */
export function partyRows(e: EventRecord): readonly PartyRow[] {
  const party = (role: PartyRow["role"], p: PartyRecord): PartyRow => ({
    role,
    code: p.code,
    sector: p.sector,
    name: partyName(p),
    identifier: p.identifier_id,
    office: p.office,
  });
  const speaker = (role: PartyRow["role"], s: Speaker): PartyRow => ({
    role,
    code: s.code,
    sector: s.sector,
    name: s.entity_text,
    identifier: null,
    office: null,
  });
  return [
    ...e.actor.map((p) => party("actor", p)),
    ...e.recipient.map((p) => party("recipient", p)),
    ...(e.attribution ? [speaker("source", e.attribution)] : []),
    ...deniers(e).map((d) => speaker("denier", d)),
  ];
}

interface Speaker {
  readonly entity_text: string;
  readonly code: string;
  readonly sector: string;
}

/** Records of coders before this field have no `disputed_by`. */
function deniers(e: EventRecord): readonly Speaker[] {
  return (e as { readonly disputed_by?: readonly Speaker[] }).disputed_by ?? [];
}
