import { contentHash } from "../../core/content-hash.ts";
import type { Issue } from "../../core/errors.ts";
import { charsetOf, decodeBytes } from "../../readers/characters/charset.ts";
import { entryDraft } from "../../readers/feed/entry-draft.ts";
import type { Feed as ReadFeed, FeedEntry as ReadEntry } from "../../readers/feed/feed.ts";
import { parseJsonFeed } from "../../readers/feed/json-feed.ts";
import { looksLikeJsonFeed } from "../../readers/feed/looks-like-json-feed.ts";
import { parseFeed } from "../../readers/feed/parse-feed.ts";
import type { Feed, FeedEntry, FeedReader } from "./feed-reader.ts";

/** RSS, RDF, Atom and JSON Feed, by the readers of files. */
export const answeredFeeds: FeedReader = {
  read(body, contentType, url) {
    const text = decodeBytes(body, charsetOf(body, contentType).name).trim();
    const feed = parsed(text, url);
    if (feed === null) return notRead(url, "it is neither RSS nor Atom nor JSON Feed");
    if ("code" in feed) return feed;
    const entries = feed.entries.map((entry) => watchedEntry(entry, feed, url));
    // What stands in a feed twice is one entry.
    return { title: feed.title, entries: [...new Map(entries.map((e) => [e.id, e])).values()] } satisfies Feed;
  },
};

function parsed(text: string, url: string): ReadFeed | Issue | null {
  if (!looksLikeJsonFeed(text)) return parseFeed(text, url);
  try {
    return parseJsonFeed(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return notRead(url, error.message);
  }
}

function watchedEntry(entry: ReadEntry, feed: ReadFeed, url: string): FeedEntry {
  const link = webLink(entry.link, url);
  const draft = entryDraft(entry, feed);
  const said = contentHash([draft?.title ?? "", draft?.date?.date ?? "", draft?.text ?? ""]);
  return { id: entry.id ?? link ?? said, link, draft: draft && { ...draft, url: link } };
}

function webLink(link: string | null, base: string): string | null {
  if (link === null || !URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

function notRead(url: string, reason: string): Issue {
  return { code: "FEED_NOT_READ", data: { url, reason } };
}
