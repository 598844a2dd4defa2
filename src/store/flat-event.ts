import type { CountRecord, EventRecord, PartyRecord } from "../core/record.ts";

/** One row of the table `parties`, without what it takes over from its event. */
export interface PartyRow {
  readonly role: "actor" | "recipient" | "source" | "denier";
  readonly code: string;
  readonly sector: string;
  readonly name: string;
  readonly identifier: string | null;
  readonly office: string | null;
}

type Cell = string | number | boolean | null | readonly string[];

/** An event's columns by name, in the order of the table `events`; `published` is the day of its report. */
export function flatEvent(e: EventRecord, published: string | null): Readonly<Record<string, Cell>> {
  const place = e.event_loc;
  return {
    event: e.id,
    report: e.report,
    published,
    date: e.date,
    enddate: e.enddate,
    precision: e.date_info?.precision ?? null,
    basis: e.date_info?.basis ?? null,
    category: e.event[0],
    mode: e.mode,
    context: e.context,
    quad_code: e.quad_code,
    event_scale: e.event_scale,
    cameo: e.cameo,
    status: e.status,
    historical: e.historical,
    actor: e.actor.map((p) => p.code),
    actor_sector: e.actor.map((p) => p.sector),
    actor_name: e.actor.map(nameOf),
    recipient: e.recipient.map((p) => p.code),
    recipient_sector: e.recipient.map((p) => p.sector),
    recipient_name: e.recipient.map(nameOf),
    place: place?.resolved_place ?? null,
    country: place?.country_code ?? null,
    province: place?.province ?? null,
    city: place?.city ?? null,
    geonameid: place?.geonameid ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    resolution: place?.resolution ?? null,
    attribution: e.attribution?.entity_text ?? null,
    attribution_code: e.attribution?.code ?? null,
    ...countColumns("dead", e.size.dead),
    ...countColumns("injured", e.size.injured),
    ...countColumns("arrested", e.size.arrested),
    ...countColumns("participants", e.size.participants),
    confidence: e.confidence,
    same_as: e.same_as,
    sequence: e.text_info.sequence,
    trigger: e.event_text.join(" … "),
    rule: e.because.find((b) => b.field === "event")?.rule ?? "",
    record: JSON.stringify(e),
  };
}

/** Everybody who has a part in the event: who acts and to whom, who says so, who denies it. */
export function partyRows(e: EventRecord): readonly PartyRow[] {
  const party = (role: PartyRow["role"], p: PartyRecord): PartyRow => ({
    role,
    code: p.code,
    sector: p.sector,
    name: nameOf(p),
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

/** The canonical name, else the fullest mention. */
function nameOf(p: PartyRecord): string {
  return (p.identifier_text ?? p.entity_text).replace(/\s+/g, " ");
}

function countColumns(name: string, count: CountRecord | null): Readonly<Record<string, number | null>> {
  return { [`${name}_low`]: count?.low ?? null, [`${name}_high`]: count?.high ?? null };
}
