import { contentHash } from "../core/content-hash.ts";
import type { Report } from "../core/report.ts";
import type { ReadyEntry } from "./watch-ledger.ts";

/** The report that an entry tells. Its id is the article's address, so that an article in two feeds is one report. */
export function reportOfEntry(entry: ReadyEntry): Report {
  return {
    id: entry.link ?? `${new URL(entry.source).host}:${contentHash([entry.source, entry.id])}`,
    date: entry.date,
    title: entry.title,
    source: entry.sourceTitle,
    url: entry.link,
    // Feeds that say nothing are taken for what we read.
    language: entry.language ?? "en",
    // A bare headline is news too.
    text: entry.text === "" ? (entry.title ?? "") : entry.text,
  };
}
