import type { EventRecord, PartyRecord } from "../core/record.ts";
import { dayOf, numberOf } from "./cells.ts";
import type { CodeBook } from "./code-book.ts";
import { GDELT_1_COLUMNS, GDELT_COLUMNS, type GdeltColumn } from "./gdelt-layout.ts";
import { partyOfGdelt } from "./gdelt-parties.ts";
import { placeOfGdelt } from "./gdelt-places.ts";
import { importedEvent } from "./imported-event.ts";
import { orFault, type ReadRow, RefusedRow, type RowReader } from "./row-reader.ts";

const LAYOUTS: readonly (readonly GdeltColumn[])[] = [
  GDELT_COLUMNS,
  GDELT_1_COLUMNS,
  GDELT_1_COLUMNS.filter((c) => c !== "SOURCEURL"),
];

type Cells = (column: GdeltColumn) => string;

/** Reads GDELT event files: 61 columns of 2.0, 58 or 57 of 1.0. */
export class GdeltReader implements RowReader {
  private readonly book: CodeBook;

  constructor(book: CodeBook) {
    this.book = book;
  }

  read(line: string, number: number): ReadRow {
    const cells = line.replace(/\r$/, "").split("\t");
    if (number === 1 && cells[0]?.toUpperCase() === "GLOBALEVENTID") return { nothing: true };
    const layout = LAYOUTS.find((l) => l.length === cells.length);
    if (!layout) {
      const reason = `it has ${cells.length} cells where GDELT events have 61 (version 1: 58 or 57); mentions and the knowledge graph are not read`;
      return { fault: { field: "the row", value: line.slice(0, 60), reason } };
    }
    const positions = positionsOf(layout);
    return orFault(() => this.event((column) => (cells[positions.get(column) ?? -1] ?? "").trim()));
  }

  private event(cell: Cells): ReadRow {
    const id = cell("GLOBALEVENTID");
    if (!/^\d+$/.test(id)) throw new RefusedRow({ field: "GLOBALEVENTID", value: id, reason: "ids are whole numbers" });
    const date = dayOf("SQLDATE", cell("SQLDATE"));
    const cameo = cell("EventCode");
    const act = this.book.cameoEvent(cameo);
    if (!act) {
      // "---" and "X" stand in the files where the coder found no act.
      if (!/^\d/.test(cameo)) return { passedOver: "no CAMEO code" };
      throw new RefusedRow({ field: "EventCode", value: cameo, reason: "no such code in CAMEO 1.1b3" });
    }
    if (!act.meaning) return { passedOver: `CAMEO ${cameo.slice(0, 2)} (statements and appeals)` };
    const added = cell("DATEADDED").slice(0, 8);
    const url = cell("SOURCEURL");
    const event = importedEvent(
      {
        id,
        date,
        category: act.meaning.category,
        mode: act.meaning.modes,
        context: act.meaning.contexts,
        quad: quadOf(cell("QuadClass")) ?? act.quad,
        scale: numberOf("GoldsteinScale", cell("GoldsteinScale")),
        cameo,
        coder: "GDELT",
        actor: this.parties(cell, 1),
        recipient: this.parties(cell, 2),
        place: this.place(cell),
        sequence: cell("IsRootEvent") === "1" ? 1 : 0,
        cite: { url },
      },
      added ? dayOf("DATEADDED", added) : null,
    );
    return { event };
  }

  private parties(cell: Cells, n: 1 | 2): readonly PartyRecord[] {
    const party = partyOfGdelt(
      {
        code: cell(`Actor${n}Code`),
        name: cell(`Actor${n}Name`),
        country: cell(`Actor${n}CountryCode`),
        knownGroup: cell(`Actor${n}KnownGroupCode`),
        types: [cell(`Actor${n}Type1Code`), cell(`Actor${n}Type2Code`), cell(`Actor${n}Type3Code`)].filter(
          (t) => t !== "",
        ),
      },
      this.book,
    );
    return party ? [party] : [];
  }

  private place(cell: Cells): EventRecord["event_loc"] {
    return placeOfGdelt(
      {
        type: Number(cell("ActionGeo_Type")) || 0,
        fullName: cell("ActionGeo_FullName"),
        fips: cell("ActionGeo_CountryCode"),
        adm1: cell("ActionGeo_ADM1Code"),
        lat: numberOf("ActionGeo_Lat", cell("ActionGeo_Lat")),
        lon: numberOf("ActionGeo_Long", cell("ActionGeo_Long")),
        featureId: cell("ActionGeo_FeatureID"),
      },
      this.book,
    );
  }
}

const POSITIONS = new Map(LAYOUTS.map((l) => [l, new Map(l.map((c, i) => [c, i]))]));

function positionsOf(layout: readonly GdeltColumn[]): ReadonlyMap<GdeltColumn, number> {
  return POSITIONS.get(layout) ?? new Map<GdeltColumn, number>();
}

function quadOf(value: string): EventRecord["quad_code"] | null {
  const quad = Number(value);
  return quad === 1 || quad === 2 || quad === 3 || quad === 4 ? quad : null;
}
