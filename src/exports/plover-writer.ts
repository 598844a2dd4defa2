import type { CountRecord, EventRecord, PartyRecord, PlaceRecord } from "../core/record.ts";
import type { CodeBook } from "./code-book.ts";
import type { HandedEvent, HandedReport, Rows, RowWriter } from "./handed-event.ts";

/** PLOVER's own records, one JSON object a line, with the fields of the manual alone. What is not known is left out. */
export class PloverWriter implements RowWriter {
  readonly header: null = null;
  private readonly book: CodeBook;

  constructor(book: CodeBook) {
    this.book = book;
  }

  /** PLOVER demands a date. */
  rowsOf({ record, report }: HandedEvent): Rows {
    if (record.date === null) return { leftOut: "undated" };
    return { rows: [JSON.stringify(this.plover(record, report))] };
  }

  private plover(record: EventRecord, report: HandedReport): object {
    return {
      id: record.id,
      has_event: true,
      date: record.date,
      ...(record.enddate !== null && record.enddate !== record.date ? { enddate: record.enddate } : {}),
      actor: record.actor.map(entity),
      recipient: record.recipient.map(entity),
      event: record.event,
      ...(record.event_loc ? { event_loc: this.location(record.event_loc) } : {}),
      event_text: record.event_text,
      quad_code: record.quad_code,
      ...(record.event_scale === null ? {} : { event_scale: record.event_scale }),
      mode: record.mode,
      context: [...record.context, ...auxiliaryModes(record)],
      ...sizes(record),
      text_info: { sequence: record.text_info.sequence, start: record.text_info.start, end: record.text_info.end },
      cite_info: citation(report),
      coder: record.coder,
    };
  }

  private location(place: PlaceRecord): object {
    const country = this.book.countryName(place.country_code);
    return known({
      extracted_place: place.extracted_place,
      resolved_place: place.resolved_place,
      geonameid: place.geonameid,
      lat: place.lat,
      lon: place.lon,
      city: place.city,
      province: place.province,
      country: country || null,
      country_code: place.country_code || null,
      feature_code: place.feature_code,
      resolution: place.resolution,
    });
  }
}

/** The manual writes them into `context`. */
function auxiliaryModes({ status, historical }: EventRecord): readonly string[] {
  return [...(historical ? ["historical"] : []), ...(status === "actual" ? [] : [status])];
}

/** Primary sector, and a second one behind it. */
function entity(party: PartyRecord): object {
  return known({
    code: party.code,
    sector: party.sectors.slice(0, 2).join(""),
    entity_text: party.entity_text,
    identifier_id: party.identifier_id,
    identifier_text: party.identifier_text,
    office: party.office,
  });
}

/** PLOVER defines a size and names no field for it; it has no ranges, so the lowest figure that is told stands. */
function sizes({ size }: EventRecord): object {
  const low = (count: CountRecord | null): number | null => count?.low ?? null;
  const told = known({ dead: low(size.dead), injured: low(size.injured), arrested: low(size.arrested) });
  return Object.keys(told).length ? { size: told } : {};
}

function citation(report: HandedReport): object {
  return known({
    url: report.url || null,
    title: report.title || null,
    language: report.language || null,
    publication: report.source || null,
    codebook: "plover-2.0",
  });
}

function known(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
