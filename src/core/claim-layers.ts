import type { Span } from "./span.ts";

/**
 * What the cue does: puts a claim into words, shows by evidence, holds a belief, wills an act, judges somebody or something.
 * Events are attributed by claims alone; whoever wants or praises does not say that something happened.
 */
export const CUE_SORTS = ["says", "shows", "holds", "wills", "judges"] as const;
export type CueSort = (typeof CUE_SORTS)[number];

/** What the cue does to the claim: plain report, denial, doubt (alleged, reportedly), belief. */
export const STANCES = ["asserts", "denies", "doubts", "believes"] as const;
export type Stance = (typeof STANCES)[number];

/** Whether what is said stands in quotation marks: all of it, none, or a part ("called the vote “a farce”"). */
export const QUOTATION_FORMS = ["direct", "indirect", "mixed"] as const;
export type QuotationForm = (typeof QUOTATION_FORMS)[number];

/** Tokens `first` to `last`, both inclusive, of a sentence. */
export interface TokenStretch {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

/** Who says what: a source, the words that say so, and the stretches of text that are said. */
export interface Attribution {
  /** The sentence of the cue. */
  readonly sentence: number;
  /** Head token of the source phrase in `sentence`; null for impersonal ones ("reportedly", "is believed to"). */
  readonly source: number | null;
  /** Mention id of the source when it is one. */
  readonly mention: number | null;
  /** The source by name or noun: of "who said", what "who" stands for. */
  readonly sourceSpan: Span | null;
  /** The source as it stands beside the cue, with its apposition: "who", "Ivo Prat, the mayor". */
  readonly sourceWords: Span | null;
  readonly cue: string;
  readonly cueSpan: Span;
  /** The cue with its auxiliaries and prepositions: "has often complained about". */
  readonly cueWords: readonly Span[];
  readonly content: readonly TokenStretch[];
  readonly contentWords: readonly Span[];
  /** Some of it stands in quotation marks. */
  readonly quoted: boolean;
  readonly form: QuotationForm;
  /** A thing is spoken of rather than stated: "discussed the raid", where "confirmed the raid" states it. */
  readonly mentions: boolean;
  readonly sort: CueSort;
  readonly stance: Stance;
  readonly rule: string;
}
