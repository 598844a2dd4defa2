import { FLAT_COLUMNS as EVENT_COLUMNS, flatEvent } from "../core/flat-event.ts";
import type { HandedEvent } from "./handed-event.ts";

type Cell = string | number | boolean | null | readonly string[];

/** The columns of CSV and Parquet: those of the tables `events` and `reports`, under the same names. */
export type FlatColumn =
  "event" | "report" | "published" | "title" | "source" | "url" | "language" | (typeof EVENT_COLUMNS)[number];
export const FLAT_COLUMNS: readonly FlatColumn[] = [
  "event", "report", "published", "title", "source", "url", "language", ...EVENT_COLUMNS,
]; // prettier-ignore

export function flatCells({ record, report }: HandedEvent): Readonly<Record<FlatColumn, Cell>> {
  const { date: published, title, source, url, language } = report;
  return { ...flatEvent(record), published, title, source, url, language };
}
