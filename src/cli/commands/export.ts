import { existsSync, renameSync, rmSync } from "node:fs";
import { AppError } from "../../core/errors.ts";
import { CodeBook } from "../../exports/code-book.ts";
import { FLAT_COLUMNS, type FlatColumn } from "../../exports/flat-columns.ts";
import { exportRows, type RowFormat } from "../../exports/formats.ts";
import type { LeftOut } from "../../exports/handed-event.ts";
import { readSchemeTables } from "../../lexicon/code-tables/read-scheme-tables.ts";
import { dataDir } from "../../lexicon/package-files.ts";
import { BaseReader } from "../../store/duckdb/base-reader.ts";
import {
  chosenEvents,
  countLeftOut,
  EVENT_ORDER,
  type HandOver,
  handedEvents,
  type LeftOutCounts,
} from "../handed-events.ts";
import { LineFile } from "../line-file.ts";
import { ProgressLine } from "../progress-line.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface ExportOptions {
  readonly as: RowFormat | "parquet";
  readonly db: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly run?: number;
  readonly allStatuses?: boolean;
  readonly retold?: boolean;
}

/** `dragoman export`: the events of a base in the format of another project. */
export async function runExport(options: ExportOptions): Promise<void> {
  const { out } = options;
  if (out !== undefined && existsSync(out) && !options.force)
    throw new AppError("OUTPUT_EXISTS", { path: out, remedy: "name another file, or replace it with --force" });
  if (options.as === "parquet" && out === undefined)
    throw new AppError("OPTION_VALUE", {
      option: "--as",
      value: "parquet",
      reason: "Parquet is no text for the terminal; name a file with --out",
    });
  const base = await BaseReader.open(options.db);
  try {
    // What is sorted goes to disk beyond this.
    await drained(await base.ask(`SET memory_limit = '${SORT_MEMORY}'`));
    const choice: HandOver = {
      format: options.as,
      run: options.run ?? null,
      allStatuses: options.allStatuses ?? false,
      retold: options.retold ?? false,
    };
    const counts = await countLeftOut(base, choice);
    const told =
      options.as === "parquet"
        ? await writeParquet(base, choice, out ?? "")
        : await writeRows(base, options.as, choice, out);
    tell(options.as, told, counts);
  } finally {
    base.close();
  }
}

const SORT_MEMORY = "512MB";
/** Rows are handed on in pieces of about so many characters. */
const PIECE = 1 << 16;

interface Written {
  readonly events: number;
  readonly rows: number;
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

async function writeRows(base: BaseReader, format: RowFormat, choice: HandOver, out?: string): Promise<Written> {
  const writer = exportRows(format, new CodeBook(readSchemeTables(dataDir)));
  const file = out === undefined ? null : new LineFile(out);
  const write = async (text: string): Promise<void> => (file ? file.write(text) : writeOut(text));
  const progress = new ProgressLine();
  const leftOut = new Map<LeftOut, number>();
  let piece = writer.header === null ? "" : `${writer.header}\n`;
  let [events, rows] = [0, 0];
  for await (const event of handedEvents(base, choice)) {
    const made = writer.rowsOf(event);
    if ("leftOut" in made) leftOut.set(made.leftOut, (leftOut.get(made.leftOut) ?? 0) + 1);
    else {
      events++;
      rows += made.rows.length;
      for (const row of made.rows) piece += `${row}\n`;
    }
    if (piece.length < PIECE) continue;
    await write(piece);
    piece = "";
    progress.step(events, "events");
  }
  await write(piece);
  file?.finish();
  progress.clear();
  return { events, rows, leftOut };
}

/** The columns of the CSV, as DuckDB has them: lists stay lists, days are days. */
async function writeParquet(base: BaseReader, choice: HandOver, out: string): Promise<Written> {
  const part = `${out}.part`;
  const columns = FLAT_COLUMNS.map(columnOf).join(", ");
  try {
    await drained(
      await base.ask(
        `COPY (SELECT ${columns} FROM events e LEFT JOIN reports r ON r.report = e.report
         WHERE ${chosenEvents(choice)} ORDER BY ${EVENT_ORDER}) TO '${part.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
      ),
    );
    renameSync(part, out);
  } finally {
    rmSync(part, { force: true });
  }
  const { rows } = await base.ask(`SELECT count(*)::INTEGER FROM events e WHERE ${chosenEvents(choice)}`);
  for await (const [count] of rows) return { events: Number(count), rows: Number(count), leftOut: new Map() };
  return { events: 0, rows: 0, leftOut: new Map() };
}

/** Columns that stand with the report; an event that was taken in has them in its record. */
const CITED: Readonly<Partial<Record<FlatColumn, string>>> = {
  title: "title",
  source: "publication",
  url: "url",
  language: "language",
};

function columnOf(column: FlatColumn): string {
  const cited = CITED[column];
  if (cited === undefined) return `e.${column}`;
  const said = `CASE WHEN r.report IS NULL THEN json_extract_string(e.record, '$.cite_info.${cited}') ELSE r.${column} END`;
  return `nullif(${said}, '') AS ${column}`;
}

async function drained(answer: { readonly rows: AsyncIterable<unknown> }): Promise<void> {
  for await (const row of answer.rows) void row;
}

const REASONS: Readonly<Record<LeftOut, string>> = {
  undated: "without a date",
  coarse: "dated no closer than a month",
  "no-cameo": "of categories that CAMEO does not know",
  "no-parties": "without actor or recipient",
};

function tell(format: string, { events, rows, leftOut }: Written, counts: LeftOutCounts): void {
  const left = [
    counts.imported ? `${counts.imported} taken in from others (--run N)` : "",
    counts.notActual ? `${counts.notActual} that did not or may not happen, or long ago (--all-statuses)` : "",
    counts.retold ? `${counts.retold} told before in their report (--retold)` : "",
    ...[...leftOut].map(([why, n]) => `${n} ${REASONS[why]}`),
  ].filter(Boolean);
  const written = `${events} ${events === 1 ? "event" : "events"}${rows === events ? "" : ` in ${rows} rows`}`;
  process.stderr.write(`dragoman: ${written} as ${format}${left.length ? `; left out: ${left.join(", ")}` : ""}\n`);
}
