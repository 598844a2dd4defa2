import { contentHash } from "../core/content-hash.ts";
import type { CodeBook } from "./code-book.ts";
import { type Dyad, dyadsOf } from "./dyads.ts";
import { GDELT_COLUMNS, type GdeltColumn } from "./gdelt-layout.ts";
import { gdeltParty, type GdeltParty } from "./gdelt-parties.ts";
import { gdeltPlace, NO_PLACE, type GdeltPlace } from "./gdelt-places.ts";
import { type HandedEvent, oneDay, type Rows, type RowWriter } from "./handed-event.ts";
import { tabRow } from "./tab-row.ts";

type Cells = Partial<Record<GdeltColumn, string | number | null>>;

/** Events as GDELT 2.0 event files have them: one row for each pair, no header, nothing where nothing is known. */
export class GdeltWriter implements RowWriter {
  readonly header: null = null;
  private readonly book: CodeBook;

  constructor(book: CodeBook) {
    this.book = book;
  }

  rowsOf(event: HandedEvent): Rows {
    const { record } = event;
    const dated = oneDay(record);
    if ("leftOut" in dated) return dated;
    const cameo = this.book.cameoOf(record);
    if (cameo === null) return { leftOut: "no-cameo" };
    const dyads = dyadsOf(record);
    if (!dyads.length) return { leftOut: "no-parties" };
    const shared = { ...dateCells(dated.day), ...this.actCells(cameo), ...this.reportCells(event) };
    const rows = dyads.map((dyad, i) => tabRow(this.inOrder({ ...shared, ...this.pairCells(record.id, dyad, i) }), ""));
    return { rows };
  }

  private inOrder(cells: Cells): readonly (string | number | null)[] {
    return GDELT_COLUMNS.map((c) => cells[c] ?? null);
  }

  private actCells(cameo: string): Cells {
    const act = this.book.cameoEvent(cameo);
    return {
      EventCode: cameo,
      EventBaseCode: cameo.slice(0, 3),
      EventRootCode: cameo.slice(0, 2),
      QuadClass: act?.quad ?? null,
      GoldsteinScale: act?.score ?? null,
    };
  }

  /** We count one report at a time and measure no tone. */
  private reportCells({ record, report }: HandedEvent): Cells {
    return {
      IsRootEvent: record.text_info.sequence === 1 ? 1 : 0,
      NumMentions: 1,
      NumSources: 1,
      NumArticles: 1,
      ...placeCells("Action", gdeltPlace(record.event_loc, this.book)),
      ...placeCells("Actor1", NO_PLACE),
      ...placeCells("Actor2", NO_PLACE),
      DATEADDED: report.date === null ? null : `${report.date.replaceAll("-", "")}000000`,
      SOURCEURL: report.url || report.title || report.id,
    };
  }

  private pairCells(id: string, { source, target }: Dyad, index: number): Cells {
    return {
      GLOBALEVENTID: eventNumber(id, index),
      ...actorCells(1, gdeltParty(source, this.book)),
      ...actorCells(2, gdeltParty(target, this.book)),
    };
  }
}

/** GDELT's ids are whole numbers; 52 bits are exact in every program, and the same event has the same number in every export. */
function eventNumber(id: string, index: number): string {
  if (index === 0 && /^[1-9]\d{0,15}$/.test(id)) return id;
  return String(Number.parseInt(contentHash([id, String(index)], 13), 16));
}

function dateCells(date: string): Cells {
  const [year = "", month = "", day = ""] = date.split("-");
  // GDELT counts months of thirty days.
  const fraction = ((Number(month) - 1) * 30 + Number(day)) / 365;
  return {
    SQLDATE: `${year}${month}${day}`,
    MonthYear: `${year}${month}`,
    Year: year,
    FractionDate: (Number(year) + Math.min(fraction, 0.9999)).toFixed(4),
  };
}

function actorCells(n: 1 | 2, party: GdeltParty): Cells {
  const [first, second, third] = party.types;
  return {
    [`Actor${n}Code`]: party.code,
    [`Actor${n}Name`]: party.name,
    [`Actor${n}CountryCode`]: party.country,
    [`Actor${n}KnownGroupCode`]: party.knownGroup,
    [`Actor${n}Type1Code`]: first ?? null,
    [`Actor${n}Type2Code`]: second ?? null,
    [`Actor${n}Type3Code`]: third ?? null,
  };
}

function placeCells(of: "Actor1" | "Actor2" | "Action", place: GdeltPlace): Cells {
  return {
    [`${of}Geo_Type`]: place.type,
    [`${of}Geo_FullName`]: place.fullName,
    [`${of}Geo_CountryCode`]: place.fips,
    [`${of}Geo_ADM1Code`]: place.adm1,
    [`${of}Geo_Lat`]: place.lat,
    [`${of}Geo_Long`]: place.lon,
    [`${of}Geo_FeatureID`]: place.featureId,
  };
}
