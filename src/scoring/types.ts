/**
 * What the scorer reads: hand-coded events, the reports that they are in, and coded events. The shapes are wider than the
 * event record, so that other coders' output can be scored too.
 */
export interface ScoredParty {
  readonly text?: string | null | undefined;
  readonly country?: string | null | undefined;
  /** Same as `country`; the event record's name for it. */
  readonly code?: string | null | undefined;
  readonly sector?: string | null | undefined;
}

export interface GoldEvent {
  readonly id: string;
  /** The sentence or its first 60 characters. */
  readonly sentence: string;
  /** The words of the sentence that tell the event. */
  readonly anchor: string;
  readonly type: string;
  /** Further categories that are counted as right. */
  readonly alt?: readonly string[] | null | undefined;
  readonly mode?: readonly string[] | null | undefined;
  readonly actor: readonly ScoredParty[];
  readonly recipient: readonly ScoredParty[];
  readonly status?: string | null | undefined;
  readonly date?: { readonly start: string; readonly end: string } | null | undefined;
  readonly attribution?: ScoredParty | null | undefined;
  /** An event that a coder must find; finding one that is not core is forgiven, missing it too. */
  readonly core?: boolean | null | undefined;
  readonly same_as?: string | null | undefined;
}

export interface GoldReport {
  readonly report: string;
  readonly events: readonly GoldEvent[];
}

export interface ScoredReport {
  readonly id: string;
  readonly date?: string | null | undefined;
  readonly text: string;
}

interface ScoredSpan {
  readonly start: number;
  readonly end: number;
}

export interface Prediction {
  readonly report: string;
  readonly id?: string | number | null | undefined;
  readonly event: string | readonly string[];
  readonly mode?: readonly string[] | null | undefined;
  readonly actor?: readonly ScoredParty[] | null | undefined;
  readonly recipient?: readonly ScoredParty[] | null | undefined;
  readonly date?: string | null | undefined;
  readonly enddate?: string | null | undefined;
  readonly date_info?: { readonly basis?: string | null | undefined } | null | undefined;
  readonly status?: string | null | undefined;
  readonly attribution?: (ScoredParty & { readonly entity_text?: string | null | undefined }) | null | undefined;
  readonly trigger?: readonly ScoredSpan[] | null | undefined;
  readonly text_info?: ScoredSpan | null | undefined;
  readonly same_as?: string | number | null | undefined;
}

export interface ScoreOptions {
  /** Match by sentence alone, for coders that tell no trigger; generous to them. */
  readonly bySentence: boolean;
}
