import type { PlaceRecord } from "../core/record.ts";
import type { CodeBook } from "./code-book.ts";
import type { Dyad } from "./dyads.ts";
import type { HandedEvent, Rows, RowWriter } from "./handed-event.ts";
import { ICEWS_COLUMNS, ICEWS_NULL } from "./icews-layout.ts";
import { icewsParty } from "./icews-parties.ts";
import { pairedEvent } from "./paired-event.ts";
import { tabRow } from "./tab-row.ts";

/**
 * Events as ICEWS files have them: one row for each pair of source and target. Event and story ids are numbers of 32 bits
 * there, which no hash fits into without clashes: rows and stories are numbered through the file.
 */
export class IcewsWriter implements RowWriter {
  readonly header: string = ICEWS_COLUMNS.join("\t");
  private readonly book: CodeBook;
  private written = 0;
  private stories = 0;
  private story: string | null = null;

  constructor(book: CodeBook) {
    this.book = book;
  }

  rowsOf(event: HandedEvent): Rows {
    const { record, report } = event;
    const paired = pairedEvent(record, this.book);
    if ("leftOut" in paired) return paired;
    const { cameo, dyads } = paired;
    // Events come report by report.
    if (this.story !== report.id) this.stories++;
    this.story = report.id;
    return { rows: dyads.map((dyad) => this.row(event, cameo, dyad)) };
  }

  private row({ record, report }: HandedEvent, cameo: string, dyad: Dyad): string {
    const source = icewsParty(dyad.source, this.book);
    const target = icewsParty(dyad.target, this.book);
    const act = this.book.cameoEvent(cameo);
    const place = record.event_loc;
    this.written++;
    return tabRow(
      [
        this.written,
        record.date,
        source.name,
        source.sectors,
        source.country,
        act?.title ?? null,
        cameo,
        act?.score ?? null,
        target.name,
        target.sectors,
        target.country,
        this.stories,
        record.text_info.sequence || null,
        report.source,
        place?.city ?? null,
        null,
        place?.province ?? null,
        place ? this.countryOf(place) : null,
        place?.lat ?? null,
        place?.lon ?? null,
      ],
      ICEWS_NULL,
    );
  }

  /** ICEWS names dependencies on their own. */
  private countryOf(place: PlaceRecord): string {
    return this.book.icewsCountryOf(place.country_code, place.resolved_place);
  }
}
