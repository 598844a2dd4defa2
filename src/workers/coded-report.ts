import type { Reading } from "../coder/create-coder.ts";
import { contentHash } from "../core/content-hash.ts";
import type { QuoteRecord } from "../core/quote-record.ts";
import type { Report } from "../core/report.ts";
import type { CodedReport, StoredQuotation } from "../store/event-store.ts";

/** What an event base keeps of a report that was read. */
export function codedReport({ report, sentences, events, quotes }: Reading, content: string): CodedReport {
  const tokens = sentences.flatMap((s) => s.tokens);
  return {
    report,
    content,
    words: wordsOf([...tokens.flatMap((t) => [t.lower, t.lemma]), ...titleWords(report)]),
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    events,
    quotations: quotes.flatMap(storedQuotation),
  };
}

/** A row of the table: the stretches of what is said as one; of several speakers the first. */
function storedQuotation({ speaker, cue, content, quoted, date }: QuoteRecord): readonly StoredQuotation[] {
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined) return [];
  const source = speaker[0];
  return [
    {
      speaker: source?.identifier_text ?? source?.entity_text ?? "",
      code: source?.code ?? "",
      sector: source?.sector ?? "",
      cue: cue.text,
      quoted: quoted !== "indirect",
      content: content.map(({ text }) => text).join(" … "),
      start: first.start,
      end: last.end,
      date,
    },
  ];
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
