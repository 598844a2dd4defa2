import type { Category, Status } from "./codes.ts";
import type { DatePrecision } from "./time-layers.ts";

/** The event record: what `dragoman code` writes, one object a line. Keys are never missing and their order is fixed. */
export interface EventRecord {
  readonly id: string;
  readonly report: string;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly date_info: DateInfo | null;
  readonly event: readonly [Category];
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly quad_code: 1 | 2 | 3 | 4;
  readonly event_scale: number | null;
  readonly cameo: string | null;
  readonly status: Status;
  readonly historical: boolean;
  readonly actor: readonly PartyRecord[];
  readonly recipient: readonly PartyRecord[];
  readonly event_text: readonly string[];
  readonly trigger: readonly SpanRecord[];
  readonly event_loc: PlaceRecord | null;
  readonly attribution: AttributionRecord | null;
  /** Parties that deny the event, here or later in the report. */
  readonly disputed_by: readonly DisputeRecord[];
  readonly size: SizeRecord;
  readonly confidence: number;
  readonly same_as: string | null;
  readonly text_info: { readonly sequence: number } & SpanRecord;
  readonly because: readonly Reason[];
  readonly cite_info: {
    readonly title: string;
    readonly publication: string;
    readonly url: string;
    readonly language: string;
  };
  readonly coder: string;
}

export interface SpanRecord {
  readonly start: number;
  readonly end: number;
}

export interface DateInfo {
  readonly precision: DatePrecision;
  readonly basis: "text" | "inherited" | "publication";
  readonly text: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** An actor or recipient: PLOVER country and sectors, the words that name it, and who it is. */
export interface PartyRecord {
  readonly code: string;
  readonly sector: string;
  readonly sectors: readonly string[];
  /** The fullest mention in the report. */
  readonly entity_text: string;
  readonly start: number | null;
  readonly end: number | null;
  /** The mention in the event's own sentence; null if only implied. */
  readonly mention: ({ readonly text: string } & SpanRecord) | null;
  readonly identifier_text: string | null;
  readonly identifier_id: string | null;
  readonly office: string | null;
}

export interface PlaceRecord {
  readonly extracted_place: string;
  readonly resolved_place: string;
  readonly geonameid: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly country_code: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly feature_code: string | null;
  readonly resolution: 1 | 2 | 3 | 4 | 5;
  readonly start: number;
  readonly end: number;
}

export interface AttributionRecord {
  readonly entity_text: string;
  readonly code: string;
  readonly sector: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly cue: string;
  readonly quoted: boolean;
}

/** A party that denies an event, and the word by which it does. */
export type DisputeRecord = Omit<AttributionRecord, "quoted">;

export interface CountRecord {
  readonly low: number;
  readonly high: number | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Who is counted, where the text says so; the parts of a sum, or some of the counted ("including two children"). */
  readonly by: readonly CountedSide[];
}

/** So many of one kind or side: "three Turkish soldiers". */
export interface CountedSide {
  readonly text: string;
  /** PLOVER country and sector; empty when unknown. */
  readonly code: string;
  readonly sector: string;
  readonly low: number;
  readonly high: number | null;
  readonly start: number;
  readonly end: number;
}

export interface SizeRecord {
  readonly dead: CountRecord | null;
  readonly injured: CountRecord | null;
  readonly arrested: CountRecord | null;
  readonly participants: CountRecord | null;
}

/** What is counted, in the order in which it is told. */
export const COUNT_KINDS = ["dead", "injured", "arrested", "participants"] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/** A record that states no numbers. */
export const NO_SIZE: SizeRecord = { dead: null, injured: null, arrested: null, participants: null };

/** The rule or model behind a field, and the syntactic path by which it applied. */
export interface Reason {
  readonly field: string;
  readonly rule: string;
  readonly path: string;
}
