import type { EventRecord, PartyRecord, PlaceRecord } from "../core/record.ts";
import type { HappeningReport } from "./event-trace.ts";

/** What a test says about a record; the rest is that of a bombing in Porto Alto. */
export interface Told extends Partial<
  Pick<EventRecord, "date" | "status" | "same_as" | "event" | "actor" | "recipient">
> {
  readonly event_loc?: PlaceRecord | null;
  readonly attribution?: EventRecord["attribution"];
  readonly dead?: number;
}

export const PORTO_ALTO: PlaceRecord = place("Porto Alto", 1, -10);
export const LAGOA: PlaceRecord = place("Lagoa", 2, -14);

function place(name: string, geonameid: number, lat: number): PlaceRecord {
  return {
    extracted_place: name,
    resolved_place: name,
    geonameid,
    lat,
    lon: 20,
    country_code: "XMA",
    province: "North",
    city: name,
    feature_code: "PPL",
    resolution: 4,
    start: 0,
    end: name.length,
  };
}

export function party(code: string, sector: string, text: string, name: string | null = null): PartyRecord {
  return {
    code,
    sector,
    sectors: [sector],
    entity_text: text,
    start: 0,
    end: text.length,
    mention: null,
    identifier_text: name,
    identifier_id: null,
    office: null,
  };
}

export function report(id: string, text: string, rest: Partial<HappeningReport> = {}): HappeningReport {
  return { id, date: "2024-05-10", source: `Paper ${id}`, text, story: id, ...rest };
}

/** A record of a report; its sentence is the whole text, its trigger the word "killed". */
export function told(id: string, of: HappeningReport, rest: Told = {}): EventRecord {
  const { dead, ...fields } = rest;
  const date = fields.date === undefined ? "2024-05-09" : fields.date;
  const count = dead === undefined ? null : { low: dead, high: dead, text: String(dead), start: 0, end: 1, by: [] };
  const record: EventRecord = {
    id,
    report: of.id,
    date,
    enddate: date,
    date_info: date === null ? null : { precision: "day", basis: "text", text: null, start: null, end: null },
    event: ["ASSAULT"],
    mode: [],
    context: [],
    quad_code: 4,
    event_scale: -9,
    cameo: null,
    status: "actual",
    historical: false,
    actor: [party("", "UNK", "")],
    recipient: [party("XMA", "CVL", "market traders")],
    event_text: ["killed"],
    trigger: [{ start: 0, end: 6 }],
    event_loc: PORTO_ALTO,
    attribution: null,
    disputed_by: [],
    size: { dead: count, injured: null, arrested: null, participants: null },
    confidence: 0.9,
    same_as: null,
    text_info: { sequence: 1, start: 0, end: of.text.length },
    because: [],
    cite_info: { title: "", publication: "", url: "", language: "en" },
    coder: "test",
  };
  return { ...record, ...fields, date };
}
