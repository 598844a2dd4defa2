/** Attributions as records of their own: one for each cue, however many sentences its quotation runs over. */
import { contentHash } from "../core/content-hash.ts";
import type { Attribution } from "../core/claim-layers.ts";
import type { Doc } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import type { QuoteRecord, WordsRecord } from "../core/quote-record.ts";
import type { EventRecord, PartyRecord } from "../core/record.ts";
import type { Span } from "../core/span.ts";
import { PartyWriter } from "./party-records.ts";

type QuotedLayers = "report" | "sentences" | "mentions" | "entities" | "attributions";

/** The day of an act of saying, by the sentence and the token of its word. */
export type SayingDate = (sentence: number, token: number) => Pick<EventRecord, "date" | "enddate" | "date_info">;

/** Quote records of one document, in the order of their cues. */
export function writeQuotes(doc: Doc<QuotedLayers>, dateOf: SayingDate, coder: string): readonly QuoteRecord[] {
  const writer = new PartyWriter(new MentionIndex(doc.mentions, doc.entities), doc.mentions);
  const { id: report, text } = doc.report;
  return byCue(doc.attributions).flatMap((group) => {
    const [first] = group;
    const sentence = first && doc.sentences[first.sentence];
    const token = sentence?.tokens.findIndex((t) => t.start === first?.cueSpan.start) ?? -1;
    if (!first || !sentence) return [];
    const date = dateOf(first.sentence, token);
    const content = inOrder(group.flatMap((a) => a.contentWords)).map((span) => wordsOf(text, span));
    const cue = wordsOf(text, around(first.cueWords, first.cueSpan));
    const key = [report, `${cue.start}-${cue.end}`, content.map((c) => `${c.start}-${c.end}`).join()];
    return {
      id: contentHash(key),
      report,
      date: date.date,
      enddate: date.enddate,
      date_info: date.date_info,
      speaker: speakerOf(first, writer, date.date, text),
      cue,
      content,
      quoted: group.every((a) => a.form === first.form) ? first.form : "mixed",
      sort: first.sort,
      stance: first.stance,
      text_info: { sequence: sentence.index + 1, start: sentence.start, end: sentence.end },
      because: first.rule,
      coder,
    };
  });
}

function byCue(attributions: readonly Attribution[]): readonly (readonly Attribution[])[] {
  const groups = new Map<string, Attribution[]>();
  for (const a of attributions) {
    const key = `${a.cueSpan.start}-${a.cueSpan.end}`;
    groups.set(key, [...(groups.get(key) ?? []), a]);
  }
  return [...groups.values()].sort((a, b) => (a[0]?.cueSpan.start ?? 0) - (b[0]?.cueSpan.start ?? 0));
}

/** Stretches in the order of the text; what another one covers is told once. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((s, i) => !sorted.slice(0, i).some((other) => other.start <= s.start && s.end <= other.end));
}

function around(words: readonly Span[], cue: Span): Span {
  return {
    start: Math.min(cue.start, ...words.map((w) => w.start)),
    end: Math.max(cue.end, ...words.filter((w) => w.start < cue.end + 2).map((w) => w.end)),
  };
}

function wordsOf(text: string, { start, end }: Span): WordsRecord {
  return { text: text.slice(start, end), start, end };
}

function speakerOf(a: Attribution, writer: PartyWriter, date: string | null, text: string): readonly PartyRecord[] {
  if (a.source === null || a.sourceSpan === null) return [];
  const known = writer.write(a.sentence, [{ token: a.source, path: "" }], date);
  if (known.length > 0) return known;
  const mention = wordsOf(text, a.sourceWords ?? a.sourceSpan);
  const { start, end } = mention;
  return [
    {
      code: "",
      sector: "",
      sectors: [],
      entity_text: mention.text,
      start,
      end,
      mention,
      identifier_text: null,
      identifier_id: null,
      office: null,
    },
  ];
}
