import { csvCell } from "../../core/csv-cell.ts";
import type { AnswerFormat } from "../answer-output.ts";

type Cell = string | number | readonly string[];

/** Rows of one shape as an aligned table, CSV or JSON lines; lists are joined by `|` outside JSON. */
export function surveyText(
  rows: readonly object[],
  columns: readonly string[],
  format: AnswerFormat,
  width: number,
): string {
  const cells = rows.map((row) => columns.map((c) => (row as Readonly<Record<string, Cell>>)[c] ?? ""));
  if (format === "jsonl") return rows.map((r) => `${JSON.stringify(r)}\n`).join("");
  const text = cells.map((row) => row.map((c) => (typeof c === "object" ? c.join("|") : String(c))));
  if (format === "csv") return [columns, ...text].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
  return aligned([columns, ...text], cells[0] ?? [], width);
}

/** The last column takes what is left of the line. */
function aligned(rows: readonly (readonly string[])[], first: readonly Cell[], width: number): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.min(40, Math.max(...rows.map((r) => (r[i] ?? "").length))));
  return rows
    .map((row) => {
      const line = row.map((c, i) => {
        const room = widths[i] ?? 0;
        const cut = i < row.length - 1 && c.length > room ? `${c.slice(0, room - 1)}…` : c;
        return typeof first[i] === "number" ? cut.padStart(room) : cut.padEnd(i < row.length - 1 ? room : 0);
      });
      const text = line.join("  ").trimEnd();
      return `${text.length > width ? `${text.slice(0, width - 1)}…` : text}\n`;
    })
    .join("");
}
