import type { Issue } from "../../core/errors.ts";

/** One entry of a feed, as text. */
export interface FeedEntry {
  /** What the feed calls it, else its link, else a hash of what it says. */
  readonly id: string;
  readonly title: string | null;
  /** Of the article, absolute; null when there is none over http or https. */
  readonly link: string | null;
  /** `YYYY-MM-DD` as the feed writes it. */
  readonly date: string | null;
  readonly language: string | null;
  /** Empty when the feed has none. */
  readonly text: string;
}

export interface Feed {
  readonly title: string | null;
  readonly entries: readonly FeedEntry[];
}

/** Turns the body of an answer into a feed, or says why not. Never throws for what is in it. */
export interface FeedReader {
  read(body: Uint8Array, contentType: string, url: string): Feed | Issue;
}
