import type { DuckDBConnection } from "@duckdb/node-api";
import { messageOf, type Issue } from "../../core/errors.ts";
import type { Batch, CodedReport } from "../event-store.ts";
import { appendRows } from "./transaction.ts";
import { writeEvents } from "./write-events.ts";

const REPORT_COLUMNS = [
  "report", "content", "date", "title", "source", "url", "language", "text", "words", "story", "story_share", "run",
  "coded", "date_basis", "author", "source_country", "agency",
] as const; // prettier-ignore
const REFUSED_COLUMNS = ["run", "path", "line", "code", "message"] as const;

/** Writes reports with all that was read out of them, and what was refused beside them. */
export async function writeBatch(connection: DuckDBConnection, run: number, batch: Batch): Promise<void> {
  const { reports } = batch;
  const rows = reports.map(({ report: { id, ...fields }, origin, content, words }) => ({
    ...fields,
    ...origin,
    report: id,
    content,
    words,
    run,
    coded: run,
  }));
  await appendRows(connection, "reports", REPORT_COLUMNS, rows);
  await writeSentences(connection, reports);
  await writeEvents(connection, run, publishedEvents(reports));
  await writeQuotations(connection, run, reports);
  await appendRows(
    connection,
    "refused",
    REFUSED_COLUMNS,
    batch.refused.map((issue) => refusedRow(run, issue)),
  );
}

/** The events of reports with the day of the report. */
export function publishedEvents(
  reports: readonly CodedReport[],
): readonly { readonly event: CodedReport["events"][number]; readonly published: string | null }[] {
  return reports.flatMap(({ report, events }) => events.map((event) => ({ event, published: report.date })));
}

export async function writeSentences(connection: DuckDBConnection, reports: readonly CodedReport[]): Promise<void> {
  const rows = reports.flatMap(({ report, sentences }) =>
    sentences.map((s, i) => ({ report: report.id, sequence: i + 1, start_at: s.start, end_at: s.end })),
  );
  await appendRows(connection, "sentences", ["report", "sequence", "start_at", "end_at"], rows);
}

const QUOTATION_COLUMNS = [
  "report", "run", "position", "speaker", "code", "sector", "cue", "quoted", "content", "start_at", "end_at", "date",
] as const; // prettier-ignore

export async function writeQuotations(
  connection: DuckDBConnection,
  run: number,
  reports: readonly CodedReport[],
): Promise<void> {
  const rows = reports.flatMap(({ report, quotations }) =>
    quotations.map(({ start, end, ...fields }, i) => ({
      ...fields,
      report: report.id,
      run,
      position: i + 1,
      start_at: start,
      end_at: end,
    })),
  );
  await appendRows(connection, "quotations", QUOTATION_COLUMNS, rows);
}

function refusedRow(run: number, { code, data }: Issue): Readonly<Record<string, string | number | null>> {
  const { path = "", line = null } = data;
  return { run, path: String(path), line: line === null ? null : Number(line), code, message: messageOf(code, data) };
}
