import type { CountRecord } from "../core/record.ts";
import type { HandedEvent } from "./handed-event.ts";

type Cell = string | number | boolean | null | readonly string[];

/** The columns of CSV and Parquet: those of the tables `events` and `reports`, under the same names. */
export const FLAT_COLUMNS = [
  "event", "report", "published", "title", "source", "url", "language", "date", "enddate", "precision", "basis", "category", "mode",
  "context", "quad_code", "event_scale", "cameo", "status", "historical", "actor", "actor_sector", "actor_name", "recipient",
  "recipient_sector", "recipient_name", "place", "country", "province", "city", "geonameid", "lat", "lon", "resolution",
  "attribution", "attribution_code", "dead_low", "dead_high", "injured_low", "injured_high", "arrested_low", "arrested_high",
  "participants_low", "participants_high", "confidence", "same_as", "sequence", "trigger", "rule",
] as const; // prettier-ignore

export type FlatColumn = (typeof FLAT_COLUMNS)[number];

export function flatCells({ record: e, report }: HandedEvent): Readonly<Record<FlatColumn, Cell>> {
  const place = e.event_loc;
  return {
    event: e.id,
    report: e.report,
    published: report.date,
    title: report.title,
    source: report.source,
    url: report.url,
    language: report.language,
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
    ...counts(e.size),
    confidence: e.confidence,
    same_as: e.same_as,
    sequence: e.text_info.sequence,
    trigger: e.event_text.join(" … "),
    rule: e.because.find((b) => b.field === "event")?.rule ?? "",
  };
}

type CountColumn = Extract<FlatColumn, `${string}_low` | `${string}_high`>;

function counts(size: HandedEvent["record"]["size"]): Readonly<Record<CountColumn, number | null>> {
  const { dead, injured, arrested, participants } = size;
  return {
    ...range("dead", dead),
    ...range("injured", injured),
    ...range("arrested", arrested),
    ...range("participants", participants),
  } as Record<CountColumn, number | null>;
}

function range(name: string, count: CountRecord | null): Readonly<Record<string, number | null>> {
  return { [`${name}_low`]: count?.low ?? null, [`${name}_high`]: count?.high ?? null };
}

/** The canonical name, else the fullest mention. */
function nameOf(p: HandedEvent["record"]["actor"][number]): string {
  return (p.identifier_text ?? p.entity_text).replace(/\s+/g, " ");
}
