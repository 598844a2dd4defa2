import type { PartyRecord } from "../core/record.ts";
import type { CodeBook } from "./code-book.ts";
import { type HandedEvent, oneDay, type Rows, type RowWriter } from "./handed-event.ts";
import { BETWEEN, POLECAT_COLUMNS, POLECAT_NULL, type PolecatColumn, QUAD_NAMES, WITHIN } from "./polecat-layout.ts";
import { tabRow } from "./tab-row.ts";

type Cells = Partial<Record<PolecatColumn, string | number | null>>;

/** Events as POLECAT files have them: one row for each event, its parties in lists. */
export class PolecatWriter implements RowWriter {
  readonly header: string = POLECAT_COLUMNS.join("\t");
  private readonly book: CodeBook;

  constructor(book: CodeBook) {
    this.book = book;
  }

  rowsOf({ record, report }: HandedEvent): Rows {
    const dated = oneDay(record);
    if ("leftOut" in dated) return dated;
    const place = record.event_loc;
    const cells: Cells = {
      "Event ID": record.id,
      "Event Date": dated.day,
      "Event Type": record.event[0],
      "Event Mode": record.mode.join(BETWEEN),
      Intensity: record.event_scale,
      "Quad Code": QUAD_NAMES[record.quad_code - 1] ?? null,
      Contexts: record.context.join(BETWEEN),
      ...this.partyCells("Actor", record.actor),
      ...this.partyCells("Recipient", record.recipient),
      Placename: place?.resolved_place ?? null,
      City: place?.city ?? null,
      Province: place?.province ?? null,
      Country: place ? this.countryName(place.country_code) : null,
      Latitude: place?.lat ?? null,
      Longitude: place?.lon ?? null,
      "GeoNames ID": place?.geonameid ?? null,
      "Raw Placename": place?.extracted_place ?? null,
      "Feature Type": place?.feature_code ?? null,
      Source: report.source,
      "Publication Date": report.date,
      Language: report.language,
      Version: record.coder,
    };
    return {
      rows: [
        tabRow(
          POLECAT_COLUMNS.map((c) => cells[c] ?? null),
          POLECAT_NULL,
        ),
      ],
    };
  }

  private partyCells(role: "Actor" | "Recipient", parties: readonly PartyRecord[]): Cells {
    const list = (cellOf: (p: PartyRecord) => string | number | null): string => listOf(parties.map(cellOf));
    return {
      [`${role} Name`]: list((p) => p.identifier_text),
      [`${role} Country`]: list((p) => this.countryName(p.code)),
      [`${role} COW`]: list((p) => this.book.cow(p.code)),
      [`Primary ${role} Sector`]: list((p) => p.sector),
      [`${role} Sectors`]: list((p) => p.sectors.join(WITHIN)),
      [`${role} Title`]: list((p) => p.office),
      [`${role} Name Raw`]: list((p) => p.entity_text),
    };
  }

  /** POLECAT spells countries out; supranational codes it has as we do. */
  private countryName(code: string): string {
    return this.book.supranational(code) ? code : this.book.countryName(code);
  }
}

/** Entries that are not known keep their place, so that lists of one side stay in step; nothing known at all is null. */
function listOf(entries: readonly (string | number | null)[]): string {
  const texts = entries.map((e) => (e === null ? "" : String(e).replaceAll(BETWEEN, ",")));
  if (texts.every((t) => t === "")) return "";
  return texts.map((t) => t || POLECAT_NULL).join(BETWEEN);
}
