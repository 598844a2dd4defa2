import { existsSync, renameSync, rmSync } from "node:fs";
import { AppError } from "../../core/errors.ts";
import { CodeBook } from "../../exports/code-book.ts";
import { FLAT_COLUMNS, type FlatColumn } from "../../exports/flat-columns.ts";
import { exportRows, type RowFormat, SAYS_RETOLD, SAYS_STATUS } from "../../exports/formats.ts";
import type { LeftOut } from "../../exports/handed-event.ts";
import { readSchemeTables } from "../../lexicon/code-tables/read-scheme-tables.ts";
import { dataDir } from "../../lexicon/package-files.ts";
import type { BaseReader } from "../../store/duckdb/base-reader.ts";
import { choosingQuery, handOverCounts, type HandOver, HANDED } from "../../store/queries/hand-over.ts";
import { leftOutText, valuesOf, withAskedBase } from "../asked-base.ts";
import { filterOf, keepingOf, type EventChoiceOptions } from "../event-choice.ts";
import { EVENT_ORDER, HANDED_SOURCE, handedEvents } from "../handed-events.ts";
import { LineFile } from "../line-file.ts";
import { ProgressLine } from "../progress-line.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface ExportOptions extends EventChoiceOptions {
  readonly as: RowFormat | "parquet";
  readonly out?: string;
  readonly force?: boolean;
  readonly run?: number;
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
  const choice: HandOver = { filter: filterOf(options), keeping: keepingOf(options), run: options.run ?? null };
  await withAskedBase(options.db, async (base) => {
    // What is sorted goes to disk beyond this.
    await valuesOf(base, { sql: `SET memory_limit = '${SORT_MEMORY}'`, parameters: [] });
    await valuesOf(base, choosingQuery(choice));
    const left = await leftOutOf(base, choice);
    const written =
      options.as === "parquet" ? await writeParquet(base, out ?? "") : await writeRows(base, options.as, out);
    process.stderr.write(`dragoman: ${writtenText(options.as, written)}${left}${noRoomText(options.as, written)}\n`);
    for (const blind of blindSpots(options.as, choice)) process.stderr.write(`dragoman: ${blind}\n`);
  });
}

const SORT_MEMORY = "512MB";
/** Rows are handed on in pieces of about so many characters. */
const PIECE = 1 << 16;

interface Written {
  readonly events: number;
  readonly rows: number;
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

async function writeRows(base: BaseReader, format: RowFormat, out?: string): Promise<Written> {
  const writer = exportRows(format, new CodeBook(readSchemeTables(dataDir)));
  const file = out === undefined ? null : new LineFile(out);
  const write = async (text: string): Promise<void> => (file ? file.write(text) : writeOut(text));
  const progress = new ProgressLine();
  const leftOut = new Map<LeftOut, number>();
  let piece = writer.header === null ? "" : `${writer.header}\n`;
  let [events, rows] = [0, 0];
  for await (const event of handedEvents(base, format)) {
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
async function writeParquet(base: BaseReader, out: string): Promise<Written> {
  const part = `${out}.part`;
  const columns = FLAT_COLUMNS.map(columnOf).join(", ");
  try {
    await valuesOf(base, {
      sql: `COPY (SELECT ${columns} ${HANDED_SOURCE} ORDER BY ${EVENT_ORDER})
        TO '${part.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
      parameters: [],
    });
    renameSync(part, out);
  } finally {
    rmSync(part, { force: true });
  }
  const [[count = 0] = []] = await valuesOf(base, { sql: `SELECT count(*) FROM ${HANDED}`, parameters: [] });
  return { events: Number(count), rows: Number(count), leftOut: new Map() };
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

const REASONS: Readonly<Record<LeftOut, string>> = {
  undated: "without a date",
  coarse: "dated no closer than a month",
  "no-cameo": "of categories that CAMEO does not know",
  "no-parties": "without actor or recipient",
};

/** What fits the filters and is left out, with the options that bring it. */
async function leftOutOf(base: BaseReader, choice: HandOver): Promise<string> {
  const query = handOverCounts(choice);
  const [, all = 0, ...counts] = ((await valuesOf(base, query))[0] ?? []).map(Number);
  return leftOutText(all, counts, query.reasons);
}

function writtenText(format: string, { events, rows }: Written): string {
  return `${events} ${events === 1 ? "event" : "events"}${rows === events ? "" : ` in ${rows} rows`} as ${format}`;
}

/** What was chosen and the format cannot hold. */
function noRoomText(format: string, { leftOut }: Written): string {
  if (leftOut.size === 0) return "";
  return `; ${format} has no room for ${[...leftOut].map(([why, n]) => `${n} ${REASONS[why]}`).join(", ")}`;
}

/** What a reader of the file cannot see although it was asked for. */
function blindSpots(format: string, { keeping }: HandOver): readonly string[] {
  const { statuses, historical, retold } = keeping;
  const isActualOnly = statuses?.every((status) => status === "actual") ?? false;
  return [
    ...((isActualOnly && !historical) || SAYS_STATUS.has(format)
      ? []
      : [`${format} cannot say which events are not actual, or historical`]),
    ...(!retold || SAYS_RETOLD.has(format) ? [] : [`${format} cannot say which events were told before`]),
  ];
}
