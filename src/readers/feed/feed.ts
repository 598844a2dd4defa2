import type { Moment } from "../dates/read-day.ts";

/** A feed as a reader of news wants it; everything is text, marks and entities undone. Absent is null. */
export interface Feed {
  readonly title: string | null;
  readonly description: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly published: Moment | null;
  readonly updated: Moment | null;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string | null;
  readonly title: string | null;
  readonly link: string | null;
  /** The short text, and the long one where there are two. */
  readonly summary: string | null;
  readonly content: string | null;
  readonly author: string | null;
  readonly published: Moment | null;
  readonly updated: Moment | null;
  readonly created: Moment | null;
  readonly language: string | null;
  /** The feed that the entry was taken from, in feeds of feeds. */
  readonly source: string | null;
}
