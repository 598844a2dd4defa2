import { contentHash } from "../core/content-hash.ts";
import type { CodeBook } from "./code-book.ts";
import type { Dyad } from "./dyads.ts";
import { gdeltParty, type GdeltParty } from "./gdelt-parties.ts";
import { gdeltPlace, NO_PLACE, type GdeltPlace } from "./gdelt-places.ts";
import { type HandedEvent, type HandedReport, type Rows, type RowWriter } from "./handed-event.ts";
import { pairedEvent } from "./paired-event.ts";
import { tabRow } from "./tab-row.ts";

type Cell = string | number | null;

/** Events as GDELT 2.0 event files have them: one row for each pair, no header, nothing where nothing is known. */
export class GdeltWriter implements RowWriter {
  readonly header: null = null;
  private readonly book: CodeBook;

  constructor(book: CodeBook) {
    this.book = book;
  }

  rowsOf(event: HandedEvent): Rows {
    const { record } = event;
    const paired = pairedEvent(record, this.book);
    if ("leftOut" in paired) return paired;
    const { day, cameo, dyads } = paired;
    const date = dateCells(day);
    const rest = [...this.actCells(event, cameo), ...this.placeCells(event), ...reportCells(event.report)];
    const rows = dyads.map((dyad, i) =>
      tabRow([eventNumber(record.id, i), ...date, ...this.pairCells(dyad), ...rest], ""),
    );
    return { rows };
  }

  private pairCells({ source, target }: Dyad): readonly Cell[] {
    return [...actorCells(gdeltParty(source, this.book)), ...actorCells(gdeltParty(target, this.book))];
  }

  /** IsRootEvent, EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale; NumMentions, NumSources, NumArticles: we count one report at a time; AvgTone: we measure none. */
  private actCells({ record }: HandedEvent, cameo: string): readonly Cell[] {
    const act = this.book.cameoEvent(cameo);
    const codes = [cameo, cameo.slice(0, 3), cameo.slice(0, 2)];
    const isRoot = record.text_info.sequence === 1 ? 1 : 0;
    return [isRoot, ...codes, act?.quad ?? null, act?.score ?? null, 1, 1, 1, null];
  }

  /** We know where the event was, not where each party was. */
  private placeCells({ record }: HandedEvent): readonly Cell[] {
    return [...NOWHERE, ...NOWHERE, ...cellsOfPlace(gdeltPlace(record.event_loc, this.book))];
  }
}

/** GDELT's ids are whole numbers; 52 bits are exact in every program, and the same event has the same number in every export. */
function eventNumber(id: string, index: number): string {
  if (index === 0 && /^[1-9]\d{0,15}$/.test(id)) return id;
  return String(Number.parseInt(contentHash([id, String(index)], 13), 16));
}

/** SQLDATE, MonthYear, Year, FractionDate. */
function dateCells(date: string): readonly Cell[] {
  const [year = "", month = "", day = ""] = date.split("-");
  // GDELT counts months of thirty days.
  const fraction = ((Number(month) - 1) * 30 + Number(day)) / 365;
  const fractionDate = (Number(year) + Math.min(fraction, 0.9999)).toFixed(4);
  return [`${year}${month}${day}`, `${year}${month}`, year, fractionDate];
}

/** Code, Name, CountryCode, KnownGroupCode; EthnicCode, Religion1Code, Religion2Code: not known to us; Type1Code to Type3Code. */
function actorCells({ code, name, country, knownGroup, types }: GdeltParty): readonly Cell[] {
  const [first = null, second = null, third = null] = types;
  return [code, name, country, knownGroup, null, null, null, first, second, third];
}

/** Type, FullName, CountryCode, ADM1Code; ADM2Code: not known to us; Lat, Long, FeatureID. */
function cellsOfPlace({ type, fullName, fips, adm1, lat, lon, featureId }: GdeltPlace): readonly Cell[] {
  return [type, fullName, fips, adm1, null, lat, lon, featureId];
}

const NOWHERE = cellsOfPlace(NO_PLACE);

/** DATEADDED, SOURCEURL. */
function reportCells(report: HandedReport): readonly Cell[] {
  const added = report.date === null ? null : `${report.date.replaceAll("-", "")}000000`;
  return [added, report.url || report.title || report.id];
}
