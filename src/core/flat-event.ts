import { COUNT_KINDS, type CountKind, type EventRecord, type PartyRecord, type SizeRecord } from "./record.ts";

/** Columns of an event besides its id and its report, in their order: the table `events`, CSV and Parquet have them all. */
export const FLAT_COLUMNS = [
  "date", "enddate", "precision", "basis", "category", "mode", "context", "quad_code", "event_scale", "cameo", "status",
  "historical", "actor", "actor_sector", "actor_name", "recipient", "recipient_sector", "recipient_name", "place",
  "country", "province", "city", "geonameid", "lat", "lon", "resolution", "attribution", "attribution_code", "dead_low",
  "dead_high", "injured_low", "injured_high", "arrested_low", "arrested_high", "participants_low", "participants_high",
  "confidence", "same_as", "sequence", "trigger", "rule",
] as const; // prettier-ignore
type FlatColumn = "event" | "report" | (typeof FLAT_COLUMNS)[number];

/** A record as columns that hold one value or a list each, as tables of events have them. */
export function flatEvent(
  e: EventRecord,
): Readonly<Record<FlatColumn, string | number | boolean | null | readonly string[]>> {
  const place = e.event_loc;
  return {
    event: e.id,
    report: e.report,
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
    actor_name: e.actor.map(partyName),
    recipient: e.recipient.map((p) => p.code),
    recipient_sector: e.recipient.map((p) => p.sector),
    recipient_name: e.recipient.map(partyName),
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
    ...countColumns(e.size),
    confidence: e.confidence,
    same_as: e.same_as,
    sequence: e.text_info.sequence,
    trigger: e.event_text.join(" … "),
    rule: e.because.find((b) => b.field === "event")?.rule ?? "",
  };
}

/** The canonical name, else the fullest mention. */
export function partyName(p: PartyRecord): string {
  return (p.identifier_text ?? p.entity_text).replace(/\s+/g, " ");
}

type CountColumn = `${CountKind}_${"low" | "high"}`;

function countColumns(size: SizeRecord): Readonly<Record<CountColumn, number | null>> {
  const columns = COUNT_KINDS.flatMap((kind) => [
    [`${kind}_low`, size[kind]?.low ?? null],
    [`${kind}_high`, size[kind]?.high ?? null],
  ]);
  return Object.fromEntries(columns) as Record<CountColumn, number | null>;
}
