import { contentHash } from "../core/content-hash.ts";
import type { Issue } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import { dayOf } from "./dates/read-day.ts";
import { DATE_BASES, type DateBasis, type Draft, draftOf } from "./draft.ts";

/** Where a record stands, for messages. */
export interface RecordPlace {
  readonly path: string;
  readonly line: number;
}

export type Checked<T> = { readonly value: T } | { readonly issue: Issue };

const OPTIONAL = ["id", "title", "source", "url", "language", "author"] as const;
const LEADING_DATE = /^\s*(?:date[ \t]*:?[ \t]*)(\d{4}-\d{2}-\d{2})(?=\s|$)[ \t]*\n?|^\s*(\d{4}-\d{2}-\d{2})[ \t]*\n/i;

/** Makes a draft of a JSON value; a missing text, a wrong type or a date that does not exist is refused with the field's name. */
export function reportFromJson(value: unknown, at: RecordPlace): Checked<Draft> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse(at, "the record", "is not an object; give {id, date, title, text}");
  const record = value as Record<string, unknown>;
  if (typeof record["text"] !== "string")
    return refuse(at, "text", record["text"] === undefined ? "is missing; a report needs its text" : "is not a string");
  if (!record["text"].trim()) return refuse(at, "text", "is empty; a report needs its text");
  for (const name of OPTIONAL) {
    const field = record[name];
    if (
      field !== undefined &&
      field !== null &&
      typeof field !== "string" &&
      !(name === "id" && typeof field === "number")
    )
      return refuse(at, name, "is not a string");
  }
  const date = record["date"];
  if (date !== undefined && date !== null && date !== "" && typeof date !== "string")
    return refuse(at, "date", "is not a string");
  const day = typeof date === "string" && date !== "" ? readDate(date) : null;
  if (day === null && typeof date === "string" && date !== "")
    return { issue: { code: "INPUT_DATE", data: { ...at, value: date } } };
  return { value: draftFrom(record, record["text"], day) };
}

/** A day of the calendar, alone or before a time; other ways to write a date are read where they are not ambiguous. */
function readDate(written: string): string | null {
  const start = written.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}/.test(written) ? (isDate(start) ? start : null) : dayOf(written);
}

function draftFrom(record: Readonly<Record<string, unknown>>, text: string, day: string | null): Draft {
  const field = (name: (typeof OPTIONAL)[number]): string | null => {
    const value = record[name];
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value !== "" ? value : null;
  };
  return draftOf({
    id: field("id"),
    title: field("title"),
    text,
    date: day === null ? null : { date: day, basis: basisOf(record["date_basis"]) },
    url: field("url"),
    author: field("author"),
    source: field("source"),
    language: field("language"),
  });
}

/** What `dragoman read` has found is kept when its lines are read again; a date that is simply there is metadata. */
function basisOf(value: unknown): DateBasis {
  return DATE_BASES.find((basis) => basis === value) ?? "metadata";
}

interface ReportFields {
  readonly id: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly text: string;
}

/** Makes a report of its fields: a leading date is taken off the text, an id is made from the content where none is given. */
export function makeReport(fields: ReportFields): Report {
  const text = fields.text.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
  const lead = LEADING_DATE.exec(text);
  const leadDate = lead?.[1] ?? lead?.[2] ?? null;
  const dated = leadDate !== null && isDate(leadDate);
  const body = dated && lead ? text.slice(lead[0].length) : text;
  const date = fields.date ?? (dated ? leadDate : null);
  return {
    id: fields.id ?? contentHash([date ?? "", fields.title ?? "", body], 12),
    date,
    title: fields.title,
    source: fields.source,
    url: fields.url,
    language: fields.language ?? "en",
    text: body,
  };
}

/** True for a day of the calendar written as YYYY-MM-DD. */
export function isDate(value: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!m) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function refuse(at: RecordPlace, field: string, reason: string): { readonly issue: Issue } {
  return { issue: { code: "INPUT_FIELD", data: { ...at, field, reason } } };
}
