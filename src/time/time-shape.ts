/** What a time expression says before it is resolved against the report's date and the text around it. */

export type TimeUnit =
  | "second" | "minute" | "hour" | "day" | "night" | "week" | "fortnight" | "weekend" | "month" | "quarter" | "year"
  | "decade" | "century"; // prettier-ignore
export type Season = "spring" | "summer" | "autumn" | "winter";
export type Part = "early" | "mid" | "late" | "earlier" | "later";
/** `following` and `same` count from a time told before, the others from the publication date. */
export type Sense = "last" | "this" | "next" | "following" | "same";

export interface DateShape {
  readonly kind: "date";
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Last day of "4-6 July"; null for one day. */
  readonly dayEnd: number | null;
  readonly weekday: number | null;
  readonly bc: boolean;
  readonly part: Part | null;
  /** "October of that year", "May last year"; null when no such words follow. */
  readonly yearRef: Sense | null;
}

export type TimeShape =
  | DateShape
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | { readonly kind: "season";
      readonly season: Season;
      readonly yearRef: Sense | null; readonly year: number | null; readonly bc: boolean; readonly part: Part | null }
  | { readonly kind: "fraction"; readonly of: 2 | 4; readonly index: number; readonly year: number | null }
  | { readonly kind: "decade"; readonly year: number; readonly short: boolean; readonly bc: boolean; readonly part: Part | null }
  | { readonly kind: "century"; readonly index: number; readonly bc: boolean }
  | { readonly kind: "holiday"; readonly rule: string; readonly year: number | null; readonly sense: Sense | null }
  /** "last week", "next May", "this Friday", "the following day", "last night". */
  | { readonly kind: "near"; readonly sense: Sense; readonly item: NearItem; readonly part: Part | null; readonly text: boolean }
  /** "two days ago", "a week later", "yesterday", "a day after the talks". A null count is a loose one. */
  | { readonly kind: "shift"; readonly unit: TimeUnit; readonly count: number | null; readonly from: "publication" | "text" | "event"; readonly eventToken: number | null }
  /** "the past two weeks", "the next five years". */
  | { readonly kind: "span"; readonly unit: TimeUnit; readonly count: number | null; readonly sense: Sense }
  | { readonly kind: "duration" | "set" | "age"; readonly unit: TimeUnit; readonly count: number | null }
  | { readonly kind: "vague"; readonly value: string }; // prettier-ignore

export type NearItem =
  | { readonly unit: TimeUnit }
  | { readonly weekday: number }
  | { readonly month: number; readonly day: number | null }
  | { readonly season: Season };

/** An expression found in a sentence: token range, both ends inclusive, and what it says. */
export interface FoundTime {
  readonly first: number;
  readonly last: number;
  readonly shape: TimeShape;
  readonly rule: string;
  /** TIMEX3 code of the part of the day told with it ("MO" in "Friday morning"), else null. */
  readonly daypart?: string | null;
}

export const EMPTY_DATE: DateShape = {
  kind: "date",
  year: null,
  month: null,
  day: null,
  dayEnd: null,
  weekday: null,
  bc: false,
  part: null,
  yearRef: null,
};
