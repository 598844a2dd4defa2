import type { Category } from "../core/codes.ts";
import { type DateInfo, type EventRecord, NO_SIZE, type PartyRecord, type PlaceRecord } from "../core/record.ts";

/** An event of somebody else's data: what its format says of it. `report` is left to who stores it. */
export interface ImportedEvent {
  /** `id` is that of the file; with the date for formats whose ids are not unique. */
  readonly record: EventRecord;
  /** Day on which the report was published, where the format says so. */
  readonly published: string | null;
}

/** What a reader knows of an event; the rest of its record is empty. */
export interface KnownFields {
  readonly id: string;
  readonly date: string | null;
  readonly enddate?: string | null;
  readonly category: Category;
  readonly quad: EventRecord["quad_code"];
  readonly scale: number | null;
  readonly coder: string;
  readonly mode?: readonly string[];
  readonly context?: readonly string[];
  readonly cameo?: string | null;
  readonly status?: EventRecord["status"];
  readonly historical?: boolean;
  readonly actor?: readonly PartyRecord[];
  readonly recipient?: readonly PartyRecord[];
  readonly eventText?: readonly string[];
  readonly place?: PlaceRecord | null;
  readonly size?: EventRecord["size"];
  readonly sequence?: number;
  readonly span?: { readonly start: number; readonly end: number };
  readonly cite?: Partial<EventRecord["cite_info"]>;
}

/** Records of later coders have `disputed_by`; nobody else's format knows it. */
type CompleteRecord = EventRecord & { readonly disputed_by: readonly [] };

export function importedEvent(known: KnownFields, published: string | null): ImportedEvent {
  const { date } = known;
  const enddate = known.enddate ?? date;
  const record: CompleteRecord = {
    id: known.id,
    report: "",
    date,
    enddate,
    date_info: dateInfo(date, enddate, published),
    event: [known.category],
    mode: known.mode ?? [],
    context: known.context ?? [],
    quad_code: known.quad,
    event_scale: known.scale,
    cameo: known.cameo ?? null,
    status: known.status ?? "actual",
    historical: known.historical ?? false,
    actor: known.actor ?? [],
    recipient: known.recipient ?? [],
    event_text: known.eventText ?? [],
    trigger: [],
    event_loc: known.place ?? null,
    attribution: null,
    disputed_by: [],
    size: known.size ?? NO_SIZE,
    // Nobody else's format states how sure it is; what was handed over is taken as said.
    confidence: 1,
    same_as: null,
    text_info: { sequence: known.sequence ?? 0, ...(known.span ?? { start: 0, end: 0 }) },
    because: [],
    cite_info: { title: "", publication: "", url: "", language: "", ...known.cite },
    coder: known.coder,
  };
  return { record, published };
}

/** A party as a table names it: codes, name and office, without a place in a text. */
export function importedParty(
  party: Pick<PartyRecord, "code" | "sectors" | "entity_text"> & Partial<PartyRecord>,
): PartyRecord {
  return {
    code: party.code,
    sector: party.sectors[0] ?? "",
    sectors: party.sectors,
    entity_text: party.entity_text,
    start: party.start ?? null,
    end: party.end ?? null,
    mention: null,
    identifier_text: party.identifier_text ?? null,
    identifier_id: party.identifier_id ?? null,
    office: party.office ?? null,
  };
}

export function importedPlace(
  place: Pick<PlaceRecord, "resolved_place" | "country_code" | "resolution"> & Partial<PlaceRecord>,
): PlaceRecord {
  return {
    extracted_place: place.extracted_place ?? place.resolved_place,
    resolved_place: place.resolved_place,
    geonameid: place.geonameid ?? null,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
    country_code: place.country_code,
    province: place.province ?? null,
    city: place.city ?? null,
    feature_code: place.feature_code ?? null,
    resolution: place.resolution,
    start: 0,
    end: 0,
  };
}

const DAY_MS = 86_400_000;

/** Formats do not say how a date was found: that of the report counts as taken over from it. */
function dateInfo(date: string | null, enddate: string | null, published: string | null): DateInfo | null {
  if (date === null || enddate === null) return null;
  const days = (Date.parse(enddate) - Date.parse(date)) / DAY_MS + 1;
  const precision =
    days <= 1
      ? "day"
      : days <= 7
        ? "week"
        : days <= 31
          ? "month"
          : days <= 92
            ? "quarter"
            : days <= 366
              ? "year"
              : "decade";
  return { precision, basis: date === published ? "publication" : "text", text: null, start: null, end: null };
}

/** PLOVER's categories by quad class, for files that leave it out. */
export const QUAD_OF: Readonly<Record<string, EventRecord["quad_code"]>> = {
  AGREE: 1, CONSULT: 1, SUPPORT: 1, CONCEDE: 1, COOPERATE: 2, AID: 2, RETREAT: 2, REQUEST: 3,
  ACCUSE: 3, REJECT: 3, THREATEN: 3, PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4,
}; // prettier-ignore
