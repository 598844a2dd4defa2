import { csvCell } from "../core/csv-cell.ts";
import { FLAT_COLUMNS, flatCells } from "./flat-columns.ts";
import type { HandedEvent, Rows, RowWriter } from "./handed-event.ts";

/** All columns of an event as CSV (RFC 4180, lines end with \n): lists joined by "|", nothing where nothing is known. */
export class CsvWriter implements RowWriter {
  readonly header: string = FLAT_COLUMNS.join(",");

  rowsOf(event: HandedEvent): Rows {
    const cells = flatCells(event);
    return { rows: [FLAT_COLUMNS.map((c) => csvCell(textOf(cells[c]))).join(",")] };
  }
}

function textOf(value: string | number | boolean | null | readonly string[]): string {
  if (value === null) return "";
  return typeof value === "object" ? value.map((v) => v.replaceAll("|", "/")).join("|") : String(value);
}
