import type { CueSort, QuotationForm, Stance } from "./claim-layers.ts";
import type { DateInfo, PartyRecord, SpanRecord } from "./record.ts";

/** Words of the report with their place. */
export interface WordsRecord extends SpanRecord {
  readonly text: string;
}

/** What `dragoman quotes` writes, one object a line: who says what, when. Keys are never missing and their order is fixed. */
export interface QuoteRecord {
  readonly id: string;
  readonly report: string;
  /** The day on which it is said. */
  readonly date: string | null;
  readonly enddate: string | null;
  readonly date_info: DateInfo | null;
  /** Empty where nobody is named ("reportedly"); several where one word stands for several ("both sides said"). */
  readonly speaker: readonly PartyRecord[];
  readonly cue: WordsRecord;
  /** The stretches that are said, in the order of the text. */
  readonly content: readonly WordsRecord[];
  readonly quoted: QuotationForm;
  readonly sort: CueSort;
  readonly stance: Stance;
  readonly text_info: { readonly sequence: number } & SpanRecord;
  readonly because: string;
  readonly coder: string;
}
