import type { Span } from "./span.ts";

export type DatePrecision = "day" | "week" | "month" | "quarter" | "season" | "year" | "decade" | "open";

/** First and last day, both `YYYY-MM-DD` and inclusive; an open end is null. */
export interface DateInterval {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: DatePrecision;
}

/** A time expression of the text. Durations, ages and frequencies are recognised so that nothing takes them for dates. */
export interface TimeExpression extends Span {
  readonly sentence: number;
  /** First and last token of the expression, both inclusive, prepositions left out. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly kind: "date" | "duration" | "set" | "age";
  /** Normalised against the publication date; null when it cannot be (no publication date, or relative to an event). */
  readonly interval: DateInterval | null;
  /** TIMEX3 value ("2021-10", "P2W", "XXXX-WXX-1"), also of durations and sets; null when there is none. */
  readonly value: string | null;
  /**
   * For "a day after the talks", "a month before X met Y": the offset in days from another event, and the token that heads
   * that event's phrase or clause. `unit` is the precision of the result.
   */
  readonly relative: {
    readonly days: number;
    readonly months: number;
    readonly unit: DatePrecision;
    readonly eventToken: number | null;
  } | null;
  readonly rule: string;
}
