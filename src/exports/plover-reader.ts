import { CATEGORIES, SECTORS, STATUSES, type Category, type Status } from "../core/codes.ts";
import { type CountRecord, NO_SIZE, type EventRecord, type PartyRecord, type PlaceRecord } from "../core/record.ts";
import { dayOf, pointOf } from "./cells.ts";
import type { CodeBook } from "./code-book.ts";
import { importedEvent, importedParty, importedPlace, QUAD_OF } from "./imported-event.ts";
import { orFault, type ReadRow, RefusedRow, type RowReader } from "./row-reader.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reads PLOVER's records, one JSON object a line; single values stand for lists of one. */
export class PloverReader implements RowReader {
  private readonly book: CodeBook;

  constructor(book: CodeBook) {
    this.book = book;
  }

  read(line: string): ReadRow {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      const reason = `not valid JSON (${error instanceof Error ? error.message : ""}); one object a line is expected`;
      return { fault: { field: "the line", value: line.slice(0, 60), reason } };
    }
    if (!isFields(value))
      return { fault: { field: "the line", value: line.slice(0, 60), reason: "one object a line is expected" } };
    return orFault(() => this.event(value));
  }

  private event(fields: Fields): ReadRow {
    if (fields["has_event"] === false) return { passedOver: "has_event is false" };
    const id = textOf(fields["id"]);
    if (!id) throw new RefusedRow({ field: "id", value: "", reason: "the field is missing" });
    const category = categoryOf(fields["event"]);
    const enddate = textOf(fields["enddate"]);
    const contexts = textsOf(fields["context"]);
    const cite = fieldsOf(fields["cite_info"]);
    const info = fieldsOf(fields["text_info"]);
    const event = importedEvent(
      {
        id,
        date: dayOf("date", textOf(fields["date"])),
        enddate: enddate ? dayOf("enddate", enddate) : null,
        category,
        quad: quadOf(fields["quad_code"]) ?? QUAD_OF[category] ?? 1,
        scale: numberIn(fields, "event_scale"),
        coder: textOf(fields["coder"]) || "PLOVER",
        mode: textsOf(fields["mode"]),
        context: contexts.filter((c) => !AUXILIARY.has(c)),
        status: STATUSES.find((s) => s !== "actual" && contexts.includes(s)) ?? ("actual" satisfies Status),
        historical: contexts.includes("historical"),
        actor: listOf(fields["actor"]).map((e) => this.party(e)),
        recipient: listOf(fields["recipient"]).map((e) => this.party(e)),
        eventText: textsOf(fields["event_text"]),
        place: this.place(fields["event_loc"]),
        size: sizeOf(fieldsOf(fields["size"])),
        sequence: numberIn(info, "sequence") ?? 0,
        span: { start: numberIn(info, "start") ?? 0, end: numberIn(info, "end") ?? 0 },
        cite: {
          title: textOf(cite["title"]),
          publication: textOf(cite["publication"]),
          url: textOf(cite["url"]),
          language: textOf(cite["language"]),
        },
      },
      null,
    );
    return { event };
  }

  private party(value: unknown): PartyRecord {
    const entity = typeof value === "string" ? { entity_text: value } : fieldsOf(value);
    const sector = textOf(entity["sector"]);
    return importedParty({
      code: this.book.countryNamed(textOf(entity["code"])),
      sectors: [sector.slice(0, 3), sector.slice(3, 6)].filter((s) => (SECTORS as readonly string[]).includes(s)),
      entity_text: textOf(entity["entity_text"]),
      identifier_text: textOf(entity["identifier_text"]) || null,
      identifier_id: textOf(entity["identifier_id"]) || null,
      office: textOf(entity["office"]) || null,
    });
  }

  private place(value: unknown): PlaceRecord | null {
    const place = fieldsOf(value);
    const resolved = textOf(place["resolved_place"]) || textOf(place["extracted_place"]);
    if (!resolved) return null;
    const resolution = numberIn(place, "resolution");
    return importedPlace({
      resolved_place: resolved,
      extracted_place: textOf(place["extracted_place"]) || resolved,
      geonameid: numberIn(place, "geonameid"),
      country_code: this.book.countryNamed(textOf(place["country_code"]) || textOf(place["country"])),
      province: textOf(place["province"]) || null,
      city: textOf(place["city"]) || null,
      feature_code: textOf(place["feature_code"]) || null,
      resolution: isResolution(resolution) ? resolution : 1,
      ...pointOf(numberIn(place, "lat"), numberIn(place, "lon")),
    });
  }
}

const AUXILIARY: ReadonlySet<string> = new Set(["historical", ...STATUSES]);

function categoryOf(value: unknown): Category {
  const name = textsOf(value)[0] ?? "";
  const found = CATEGORIES.find((c) => c === name.toUpperCase());
  if (found === undefined)
    throw new RefusedRow({ field: "event", value: name, reason: "no such category in PLOVER 2.0" });
  return found;
}

function quadOf(value: unknown): EventRecord["quad_code"] | null {
  return value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
}

function isResolution(value: number | null): value is PlaceRecord["resolution"] {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

function sizeOf(size: Fields): EventRecord["size"] {
  const count = (name: string): CountRecord | null => {
    const low = numberIn(size, name);
    return low === null ? null : plainCount(low);
  };
  return { ...NO_SIZE, dead: count("dead"), injured: count("injured"), arrested: count("arrested") };
}

/** Later coders also say who is counted; PLOVER does not. */
function plainCount(figure: number): CountRecord {
  const count: CountRecord & { readonly by: readonly [] } = {
    low: figure,
    high: figure,
    text: "",
    start: 0,
    end: 0,
    by: [],
  };
  return count;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((v): v is string => typeof v === "string" && v !== "");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function numberIn(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
