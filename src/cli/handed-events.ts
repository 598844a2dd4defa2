import type { EventRecord } from "../core/record.ts";
import { SAYS_RETOLD, SAYS_STATUS } from "../exports/formats.ts";
import type { HandedEvent } from "../exports/handed-event.ts";
import type { BaseReader } from "../store/duckdb/base-reader.ts";
import { textOf } from "../store/duckdb/text-values.ts";

/** Which events are handed over. */
export interface HandOver {
  readonly format: string;
  /** Events of one run alone, also of an import; null for all that were coded here. */
  readonly run: number | null;
  readonly allStatuses: boolean;
  readonly retold: boolean;
}

/** How many events were left out, by reason. */
export interface LeftOutCounts {
  readonly imported: number;
  readonly notActual: number;
  readonly retold: number;
}

const IMPORTED = "e.report LIKE 'import:%'";

/** Conditions that choose the events, in the order in which they leave some out. */
function conditions(choice: HandOver): {
  readonly held: string;
  readonly own: string;
  readonly actual: string;
  readonly fresh: string;
} {
  const { format, run, allStatuses, retold } = choice;
  return {
    held: `e.until_run IS NULL${run === null ? "" : ` AND e.from_run = ${run}`}`,
    own: run === null ? `NOT ${IMPORTED}` : "true",
    actual: allStatuses || SAYS_STATUS.has(format) ? "true" : "e.status = 'actual' AND NOT e.historical",
    fresh: retold || SAYS_RETOLD.has(format) ? "true" : "e.same_as IS NULL",
  };
}

/** The WHERE of the events that are handed over. */
export function chosenEvents(choice: HandOver): string {
  const { held, own, actual, fresh } = conditions(choice);
  return [held, own, actual, fresh].map((c) => `(${c})`).join(" AND ");
}

export async function countLeftOut(base: BaseReader, choice: HandOver): Promise<LeftOutCounts> {
  const { held, own, actual, fresh } = conditions(choice);
  const { rows } = await base.ask(
    `SELECT count(*) FILTER (NOT (${own})), count(*) FILTER ((${own}) AND NOT (${actual})),
       count(*) FILTER ((${own}) AND (${actual}) AND NOT (${fresh})) FROM events e WHERE ${held}`,
  );
  for await (const [imported, notActual, retold] of rows)
    return { imported: Number(imported), notActual: Number(notActual), retold: Number(retold) };
  return { imported: 0, notActual: 0, retold: 0 };
}

/** Reports of one day stand together, events in the order of the text: the same base gives the same file. */
export const EVENT_ORDER = "e.published NULLS FIRST, e.report, e.sequence, e.event, e.from_run";

/** The events, report by report; memory does not grow with their number. */
export async function* handedEvents(base: BaseReader, choice: HandOver): AsyncGenerator<HandedEvent> {
  const { rows } = await base.ask(
    `SELECT e.record, e.report, strftime(e.published, '%Y-%m-%d'), r.report IS NOT NULL, r.title, r.source, r.url, r.language
     FROM events e LEFT JOIN reports r ON r.report = e.report
     WHERE ${chosenEvents(choice)} ORDER BY ${EVENT_ORDER}`,
  );
  for await (const [text, id, date, stored, title, source, url, language] of rows) {
    const record = withOwnId(JSON.parse(textOf(text)) as EventRecord, choice.format);
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
