import type { Issue } from "../../core/errors.ts";
import type { Draft } from "../../readers/draft.ts";

/** One entry of a feed. */
export interface FeedEntry {
  /** What the feed calls it, else its link, else a hash of what it says. */
  readonly id: string;
  /** Of the article, absolute; null when there is none over http or https. */
  readonly link: string | null;
  /** Null when the feed says nothing of it but where it is. */
  readonly draft: Draft | null;
}

export interface Feed {
  readonly title: string | null;
  readonly entries: readonly FeedEntry[];
}

/** Turns the body of an answer into a feed, or says why not. Never throws for what is in it. */
export interface FeedReader {
  read(body: Uint8Array, contentType: string, url: string): Feed | Issue;
}
