import type { Reading } from "../coder/create-coder.ts";
import { contentHash } from "../core/content-hash.ts";
import type { Report } from "../core/report.ts";
import type { CodedReport, StoredQuotation } from "../store/event-store.ts";

/** The coder has no table of quotations yet; what it says of them will be put in here. */
const NO_QUOTATIONS: readonly StoredQuotation[] = [];

/** What an event base keeps of a report that was read. */
export function codedReport({ report, sentences, events }: Reading, content: string): CodedReport {
  const tokens = sentences.flatMap((s) => s.tokens);
  return {
    report,
    content,
    words: wordsOf([...tokens.flatMap((t) => [t.lower, t.lemma]), ...titleWords(report)]),
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    events,
    quotations: NO_QUOTATIONS,
  };
}

/** Hash of everything that was read of a report: the same agency text in two papers is two reports. */
export function reportContent(report: Report): string {
  const { date, title, source, url, language, text } = report;
  return contentHash([date ?? "", title ?? "", source ?? "", url ?? "", language, text]);
}

function titleWords({ title }: Report): readonly string[] {
  return (title ?? "").split(/[\s"“”‘(),;:!?]+/);
}

function wordsOf(words: readonly string[]): readonly string[] {
  const lower = words.map((w) => w.toLowerCase()).filter((w) => /[\p{L}\p{N}]/u.test(w));
  return [...new Set(lower)].sort();
}
