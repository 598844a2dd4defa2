import type { EventRecord } from "../core/record.ts";
import type { HandedEvent } from "../exports/handed-event.ts";
import type { BaseReader } from "../store/duckdb/base-reader.ts";
import { textOf } from "../store/duckdb/text-values.ts";
import { HANDED } from "../store/queries/hand-over.ts";

/** The events that were chosen, as `e`, with their reports, as `r`. */
export const HANDED_SOURCE: string = `FROM events e LEFT JOIN reports r ON r.report = e.report
     WHERE e.rowid IN (SELECT handed FROM ${HANDED})`;

/** Reports of one day stand together, events in the order of the text: the same base gives the same file. */
export const EVENT_ORDER = "e.published NULLS FIRST, e.report, e.sequence, e.event, e.from_run";

/** The events that were chosen, report by report; memory does not grow with their number. */
export async function* handedEvents(base: BaseReader, format: string): AsyncGenerator<HandedEvent> {
  const { rows } = await base.ask(
    `SELECT e.record, e.report, strftime(e.published, '%Y-%m-%d'), r.report IS NOT NULL, r.title, r.source, r.url, r.language
     ${HANDED_SOURCE} ORDER BY ${EVENT_ORDER}`,
  );
  for await (const [text, id, date, stored, title, source, url, language] of rows) {
    const record = withOwnId(JSON.parse(textOf(text)) as EventRecord, format);
    const cite = record.cite_info;
    const said = (value: unknown, cited: string): string | null => textOrNull(stored === true ? value : cited);
    yield {
      record,
      report: {
        id: textOf(id),
        date: textOrNull(date),
        title: said(title, cite.title),
        source: said(source, cite.publication),
        url: said(url, cite.url),
        language: said(language, cite.language) ?? "",
      },
    };
  }
}

/** An event that came in this format gets back the id that it had there. */
function withOwnId(record: EventRecord, format: string): EventRecord {
  const prefix = `${format}:`;
  return record.report.startsWith("import:") && record.id.startsWith(prefix)
    ? { ...record, id: record.id.slice(prefix.length) }
    : record;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
