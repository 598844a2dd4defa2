import type { Span } from "./span.ts";

/** Who says what: a source, the words that say so, and the stretch of text that is said. */
export interface Attribution {
  readonly sentence: number;
  /** Head token of the source phrase in `sentence`; null for impersonal ones ("reportedly", "is believed to"). */
  readonly source: number | null;
  /** Mention id of the source when it is one. */
  readonly mention: number | null;
  readonly sourceSpan: Span | null;
  readonly cue: string;
  readonly cueSpan: Span;
  /** Sentences of the content with the token range of each that is said (both inclusive). */
  readonly content: readonly { readonly sentence: number; readonly first: number; readonly last: number }[];
  readonly quoted: boolean;
  /** What the cue does to the claim: plain report, denial, doubt (alleged, reportedly), belief. */
  readonly stance: "asserts" | "denies" | "doubts" | "believes";
  readonly rule: string;
}
