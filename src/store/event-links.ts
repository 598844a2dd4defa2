import type { EventRecord } from "../core/record.ts";

/** A report with the events that hold, in the order in which they were stored. */
export interface LinkableReport {
  readonly id: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly title: string | null;
  readonly text: string;
  /** First report of its story; null: not linked yet. */
  readonly story: string | null;
  /** Its place in the order in which reports were stored. */
  readonly position: number;
  readonly events: readonly EventRecord[];
}

/** A report as far as stories go. */
export type StoryText = Pick<LinkableReport, "id" | "date" | "text" | "position"> & { readonly story: string };

/** What linking has to know before it begins. */
export interface LinkState {
  /** Reports that are not linked yet, or whose events have changed since they were. */
  readonly unlinked: number;
  /** Happenings that events have left, and whose rows are to be written anew. */
  readonly stale: number;
  /** Position of the next happening. */
  readonly nextPosition: number;
  readonly edits: readonly StoredEdit[];
}

/** What a person decided about a happening; see docs/reference/happenings.md. */
export interface StoredEdit {
  readonly kind: "split" | "join";
  readonly happening: string;
  readonly events: readonly string[];
}

/** One thing that spoke for an event's place in its happening. */
interface LinkReason {
  readonly what: string;
  readonly points: number;
}

/** An event's place in a happening. */
export interface LinkedEvent {
  readonly event: string;
  readonly report: string;
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** A happening as it is kept: its events in the order in which they came. */
export interface LinkedHappening {
  /** How many were opened before; it never changes. */
  readonly position: number;
  readonly events: readonly LinkedEvent[];
}

interface Figures {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** A row of the table happenings. */
export interface HappeningSummary {
  readonly position: number;
  readonly happening: string;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly category: string;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly place: string | null;
  readonly country: string | null;
  readonly reports: number;
  readonly sources: number;
  readonly counts: Readonly<Record<"dead" | "injured" | "arrested" | "participants", Figures | null>>;
  readonly disputed: boolean;
}

/** A row of the table happening_events: an event's place, and the days on which others can find it. */
export interface EventLink extends LinkedEvent {
  readonly position: number;
  /** Its number in the happening, from 0. */
  readonly place: number;
  readonly foundFrom: string | null;
  readonly foundTo: string | null;
}

/** What one step of linking writes; all of it or nothing. */
export interface Links {
  readonly stories: readonly { readonly report: string; readonly story: string; readonly share: number }[];
  /** Reports that are linked now. */
  readonly linked: readonly string[];
  /** Rows of happenings that were opened or changed. */
  readonly happenings: readonly HappeningSummary[];
  /** Positions of happenings whose events are written anew; without a row in `happenings` they are gone. */
  readonly rewritten: readonly number[];
  readonly events: readonly EventLink[];
  /** To be kept with it. */
  readonly edit: StoredEdit | null;
}

/** The part of an event store that stories and happenings are written through. Every method that writes is one transaction. */
export interface LinkStore {
  linkState(): Promise<LinkState>;
  /** The first reports that are to be linked, in the order in which they were stored. */
  unlinked(limit: number): Promise<readonly LinkableReport[]>;
  /** Reports with the story that they were given, of these days; and the first reports of those stories, whatever their day. */
  storyTexts(days: readonly string[]): Promise<readonly StoryText[]>;
  /** Happenings that can be found on one of these days, in the order of their positions. */
  happeningsOn(days: readonly string[]): Promise<readonly LinkedHappening[]>;
  /** Happenings to which one of these events belongs, likewise. */
  happeningsWith(events: readonly string[]): Promise<readonly LinkedHappening[]>;
  /** The first happenings whose rows are to be written anew, likewise. */
  staleHappenings(limit: number): Promise<readonly LinkedHappening[]>;
  /** Linked reports by their ids. */
  linkedReports(ids: readonly string[]): Promise<readonly (LinkableReport & { readonly story: string })[]>;
  writeLinks(links: Links): Promise<void>;
  /** Forgets all stories and happenings; what a person decided stays. */
  unlinkAll(): Promise<void>;
}
