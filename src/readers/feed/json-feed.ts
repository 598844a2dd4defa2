import { readMoment } from "../dates/read-day.ts";
import { textOfHtml } from "../html/html-text.ts";
import type { Feed, FeedEntry } from "./feed.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org); null for what is none. */
export function parseJsonFeed(value: unknown): Feed | null {
  if (!isFields(value) || !Array.isArray(value["items"])) return null;
  return {
    title: string(value, "title"),
    description: string(value, "description"),
    link: string(value, "home_page_url"),
    language: string(value, "language"),
    published: null,
    updated: null,
    entries: (value["items"] as readonly unknown[]).filter(isFields).map(entryOf),
  };
}

function entryOf(item: Fields): FeedEntry {
  const html = string(item, "content_html");
  const authors = Array.isArray(item["authors"]) ? (item["authors"] as readonly unknown[]) : [item["author"]];
  const names = authors.filter(isFields).flatMap((a) => string(a, "name") ?? []);
  return {
    id: string(item, "id"),
    title: string(item, "title"),
    link: string(item, "url") ?? string(item, "external_url"),
    summary: string(item, "summary"),
    content: html === null ? string(item, "content_text") : textOfHtml(html),
    author: names.join(", ") || null,
    published: readMoment(string(item, "date_published") ?? ""),
    updated: readMoment(string(item, "date_modified") ?? ""),
    created: null,
    language: string(item, "language"),
    source: null,
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function string(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
