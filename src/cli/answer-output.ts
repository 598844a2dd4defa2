import { csvCell } from "../core/csv-cell.ts";
import { writeOut } from "./sources.ts";

/** A value of an answer, as JSON has it. */
export type AnswerCell = unknown;

/** Rows as they come, or that are there already. */
type AnswerRows = AsyncIterable<readonly AnswerCell[]> | Iterable<readonly AnswerCell[]>;

export const ANSWER_FORMATS = ["table", "csv", "jsonl"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** What is written where no format is asked for: a table for people, JSON lines for programs. */
export function defaultFormat(): "table" | "jsonl" {
  return process.stdout.isTTY ? "table" : "jsonl";
}

/** Columns are as wide as these first rows need, and no wider than this. */
const MEASURED_ROWS = 200;
const WIDEST = 60;

/** Writes an answer row by row as a table for people, CSV or JSON lines; memory does not grow with the rows. */
export async function writeAnswer(columns: readonly string[], rows: AnswerRows, format: AnswerFormat): Promise<void> {
  if (format === "table") return writeTable(columns, rows);
  if (format === "csv") await writeOut(`${columns.map(csvCell).join(",")}\n`);
  const names = distinct(columns);
  for await (const row of rows)
    await writeOut(
      format === "csv"
        ? `${row.map((c) => csvCell(cellText(c, "|"))).join(",")}\n`
        : `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])))}\n`,
    );
}

async function writeTable(columns: readonly string[], rows: AnswerRows): Promise<void> {
  let first: (readonly AnswerCell[])[] | null = [];
  let layout: Layout | null = null;
  let count = 0;
  for await (const row of rows) {
    count++;
    if (first) {
      first.push(row);
      if (first.length < MEASURED_ROWS) continue;
      layout = await beginTable(columns, first);
      first = null;
    } else if (layout) await writeOut(tableLine(row, layout));
  }
  if (first) await beginTable(columns, first);
  await writeOut(`${count} ${count === 1 ? "row" : "rows"}\n`);
}

interface Layout {
  readonly widths: readonly number[];
  readonly numeric: readonly boolean[];
}

async function beginTable(columns: readonly string[], rows: readonly (readonly AnswerCell[])[]): Promise<Layout> {
  const widths = columns.map((name, i) =>
    Math.min(WIDEST, Math.max(name.length, ...rows.map((r) => cellText(r[i], ", ").length))),
  );
  const numeric = columns.map((_, i) => rows.some((r) => typeof r[i] === "number"));
  const layout = { widths, numeric };
  await writeOut(tableLine(columns, layout) + `${widths.map((w) => "─".repeat(w)).join("  ")}\n`);
  for (const row of rows) await writeOut(tableLine(row, layout));
  return layout;
}

function tableLine(row: readonly AnswerCell[], { widths, numeric }: Layout): string {
  const cells = row.map((value, i) => {
    const text = cellText(value, ", ").replace(/\s+/g, " ");
    const width = widths[i] ?? WIDEST;
    const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
    return numeric[i] ? cut.padStart(width) : cut.padEnd(width);
  });
  return `${cells.join("  ").trimEnd()}\n`;
}

function cellText(value: AnswerCell, divider: string): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((v: unknown) => cellText(v, divider)).join(divider);
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** JSON has one value for each name: a second column of a name gets a number. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${name}_${n}`;
  });
}
