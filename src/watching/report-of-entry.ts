import { contentHash } from "../core/content-hash.ts";
import type { Issue } from "../core/errors.ts";
import { settleReport, type SourcedReport } from "../readers/settle-report.ts";
import type { ReadyEntry } from "./watch-ledger.ts";

export type EntryReport = { readonly value: SourcedReport } | { readonly issue: Issue } | { readonly language: string };

/**
 * The report that an entry tells, settled as reports of files are. Its id is the article's address, so that an article in two feeds is
 * one report.
 */
export function reportOfEntry(entry: ReadyEntry, anyLanguage: boolean): EntryReport {
  const id = entry.link ?? `${new URL(entry.source).host}:${contentHash([entry.source, entry.id])}`;
  const draft = { ...entry.draft, id, source: entry.draft.source ?? entry.sourceTitle };
  const at = { path: entry.source, line: entry.position + 1 };
  return settleReport(draft, at, { givenDate: null, anyLanguage, fetched: dayOf(entry.seen) });
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
