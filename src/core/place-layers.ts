import type { Span } from "./span.ts";

/** A place name of the text, resolved as far as the tables go. */
export interface PlaceMention extends Span {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** Token that heads the name in syntax. */
  readonly head: number;
  readonly text: string;
  readonly resolved: string;
  /** ISO 3166-1 alpha-3, or "" when not known. */
  readonly country: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonameid: number | null;
  readonly featureCode: string | null;
  /** 5 sub-city, 4 city, 3 district, 2 province, 1 country. */
  readonly resolution: 1 | 2 | 3 | 4 | 5;
}
