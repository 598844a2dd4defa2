import type { ListedSource } from "./source-list.ts";
import type { FeedEntry } from "./reading/feed-reader.ts";
import type { Draft } from "../readers/draft.ts";
import type { HostState, SourceState, WaitingPage } from "./schedule/source-state.ts";

/** What the watch knows when it starts. */
export interface Remembered {
  readonly sources: readonly SourceState[];
  readonly hosts: readonly HostState[];
  readonly pages: readonly WaitingPage[];
}

/** A poll that ended. `items` of the state are those before it. */
export interface EndedPoll {
  readonly state: SourceState;
  readonly entries: readonly FeedEntry[];
  readonly wantsPages: boolean;
}

/** A page that was asked for; without page and retry it is given up, and the feed's own text stands. */
export interface EndedPage {
  readonly page: WaitingPage;
  readonly found: Draft | null;
  readonly retry: WaitingPage | null;
  readonly problem: string | null;
}

/** What happened since the last record. */
export interface Happenings {
  readonly at: number;
  readonly polls: readonly EndedPoll[];
  readonly pages: readonly EndedPage[];
  readonly hosts: readonly HostState[];
}

/** What was new in what was recorded. */
export interface Recorded {
  /** Source -> entries never seen before. */
  readonly fresh: ReadonlyMap<string, number>;
  readonly waiting: readonly WaitingPage[];
  /** Entries that became ready. */
  readonly ready: number;
  /** Entries with nothing to read. */
  readonly dropped: number;
}

/** An entry that is ready to be handed over. */
export interface ReadyEntry extends FeedEntry {
  readonly draft: Draft;
  readonly source: string;
  readonly sourceTitle: string | null;
  readonly seen: number;
  /** In the feed, from 0. */
  readonly position: number;
}

/** Where the watch keeps what it must not forget. Every method that writes is one transaction. */
export interface WatchLedger {
  /** Makes these the listed sources, and tells all that is known of them. Entries whose pages are not wanted any more become ready. */
  begin(list: readonly ListedSource[], wantsPages: boolean, at: number): Promise<Remembered>;
  record(happenings: Happenings): Promise<Recorded>;
  /** In the order in which they were seen. */
  ready(limit: number): Promise<readonly ReadyEntry[]>;
  markStored(entries: readonly ReadyEntry[]): Promise<void>;
}
