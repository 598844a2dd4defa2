import type { PartyRecord, PlaceRecord } from "../core/record.ts";
import { dayOf, numberOf, pointOf, wholeNumberOf } from "./cells.ts";
import type { CodeBook } from "./code-book.ts";
import { ICEWS_COLUMNS, ICEWS_NULL, type IcewsColumn } from "./icews-layout.ts";
import { partyOfIcews } from "./icews-parties.ts";
import { importedEvent, importedPlace } from "./imported-event.ts";
import { orFault, type ReadRow, RefusedRow, type RowReader } from "./row-reader.ts";
import { TabTable, type TabRowCells } from "./tab-table.ts";

const CODE = /^\d{2,4}$|^13y$/;

/** Reads ICEWS event files, of any year: columns by name, days in either notation. */
export class IcewsReader implements RowReader {
  private readonly book: CodeBook;
  private readonly table: TabTable<IcewsColumn>;

  constructor(book: CodeBook) {
    this.book = book;
    this.table = new TabTable({
      columns: ICEWS_COLUMNS,
      otherNames: {},
      stray: new Set(),
      nullMarks: new Set([ICEWS_NULL, "NULL"]),
    });
  }

  read(line: string, number: number): ReadRow {
    if (number === 1) {
      const { taken, missing } = this.table.takeHeader(line);
      if (missing.length && taken) return { fault: missingColumns(missing) };
      if (taken) return { nothing: true };
    }
    const row = this.table.row(line);
    if ("fault" in row) return { fault: row.fault };
    return orFault(() => this.event(row.cells));
  }

  private event(cells: TabRowCells<IcewsColumn>): ReadRow {
    const code = cells.of("CAMEO Code");
    if (!CODE.test(code))
      throw new RefusedRow({ field: "CAMEO Code", value: code, reason: "CAMEO codes have two to four digits" });
    // "13y" stands for 137 in 2017.
    const cameo = code === "13y" ? "137" : code;
    const act = this.book.cameoEvent(cameo);
    if (!act) throw new RefusedRow({ field: "CAMEO Code", value: code, reason: "no such code in CAMEO 1.1b3" });
    const id = cells.of("Event ID");
    if (!id) throw new RefusedRow({ field: "Event ID", value: "", reason: "the cell is empty" });
    const date = dayOf("Event Date", cells.of("Event Date"));
    if (!act.meaning)
      return { passedOver: `CAMEO ${cameo.slice(0, 2)} (${act.quad === 1 ? "statements and appeals" : "no act"})` };
    const source = this.party(cells, "Source");
    const target = this.party(cells, "Target");
    const event = importedEvent(
      {
        id: `${id}:${date}`,
        date,
        category: act.meaning.category,
        mode: act.meaning.modes,
        context: act.meaning.contexts,
        quad: act.quad,
        scale: numberOf("Intensity", cells.of("Intensity")),
        cameo,
        coder: "ICEWS",
        actor: source ? [source] : [],
        recipient: target ? [target] : [],
        eventText: [cells.of("Event Text")].filter((t) => t !== ""),
        place: this.place(cells),
        sequence: wholeNumberOf("Sentence Number", cells.of("Sentence Number")) ?? 0,
        cite: { publication: cells.of("Publisher") },
      },
      // ICEWS dates an event by its story.
      date,
    );
    return { event, ...(cells.repaired === null ? {} : { repaired: cells.repaired }) };
  }

  private party(cells: TabRowCells<IcewsColumn>, side: "Source" | "Target"): PartyRecord | null {
    return partyOfIcews(
      { name: cells.of(`${side} Name`), sectors: cells.of(`${side} Sectors`), country: cells.of(`${side} Country`) },
      this.book,
    );
  }

  private place(cells: TabRowCells<IcewsColumn>): PlaceRecord | null {
    const country = cells.of("Country");
    if (!country) return null;
    const city = cells.of("City") || null;
    const province = cells.of("Province") || null;
    const resolution = city ? 4 : cells.of("District") ? 3 : province ? 2 : 1;
    const point = pointOf(numberOf("Latitude", cells.of("Latitude")), numberOf("Longitude", cells.of("Longitude")));
    return importedPlace({
      resolved_place: city ?? (cells.of("District") || (province ?? country)),
      country_code: this.book.countryOfIcews(country),
      province,
      city,
      resolution,
      ...point,
    });
  }
}

function missingColumns(missing: readonly string[]): { field: string; value: string; reason: string } {
  return {
    field: "the header",
    value: missing.join(", "),
    reason: "these columns are missing; is it a file of this format?",
  };
}
