import { parseFeed } from "feedsmith";
import { contentHash } from "../../core/content-hash.ts";
import type { Issue } from "../../core/errors.ts";
import { decodeText } from "../../fetching/decode-text.ts";
import type { Feed, FeedEntry, FeedReader } from "./feed-reader.ts";
import { markupText } from "./markup-text.ts";
import { writtenDay } from "./written-day.ts";

type Parsed = ReturnType<typeof parseFeed>;

/** An entry as it stands in the feed, before links are resolved and markup is taken off. */
interface RawEntry {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  /** The library leaves it open of what type a date is; it is text unless told otherwise. */
  readonly date: unknown;
  readonly language: string | undefined;
  readonly markup: string | undefined;
}

interface RawFeed {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly entries: readonly RawEntry[];
}

/** RSS, Atom, RDF and JSON Feed by the library feedsmith. */
export class FeedsmithFeedReader implements FeedReader {
  read(body: Uint8Array, contentType: string, url: string): Feed | Issue {
    let feed: RawFeed;
    try {
      feed = rawFeed(parseFeed(decodeText(body, contentType).trim()));
    } catch (cause) {
      // The library throws for whatever it cannot read.
      const reason = cause instanceof Error ? cause.message : String(cause);
      return { code: "FEED_NOT_READ", data: { url, reason } };
    }
    const entries = feed.entries.map((e) => entryOf(e, url, feed.language));
    return { title: plain(feed.title), entries: [...new Map(entries.map((e) => [e.id, e])).values()] };
  }
}

function rawFeed(parsed: Parsed): RawFeed {
  switch (parsed.format) {
    case "rss":
      return {
        title: parsed.feed.title,
        language: parsed.feed.language,
        entries: (parsed.feed.items ?? []).map((i) => ({
          id: i.guid?.value,
          title: i.title,
          link: i.link ?? (i.guid?.isPermaLink === false ? undefined : i.guid?.value),
          date: i.pubDate ?? i.dc?.dates?.[0],
          language: undefined,
          markup: longest(i.content?.encoded, i.description),
        })),
      };
    case "atom":
      return {
        title: parsed.feed.title?.value,
        language: parsed.feed.xml?.lang,
        entries: (parsed.feed.entries ?? []).map((e) => ({
          id: e.id,
          title: e.title?.value,
          link: (e.links?.find((l) => l.rel === undefined || l.rel === "alternate") ?? e.links?.[0])?.href,
          date: e.published ?? e.updated,
          language: e.xml?.lang,
          markup: longest(e.content?.value, e.summary?.value),
        })),
      };
    case "rdf":
      return {
        title: parsed.feed.title,
        language: parsed.feed.dc?.languages?.[0],
        entries: (parsed.feed.items ?? []).map((i) => ({
          id: i.rdf?.about ?? i.link,
          title: i.title,
          link: i.link,
          date: i.dc?.dates?.[0],
          language: undefined,
          markup: longest(i.content?.encoded, i.description),
        })),
      };
    case "json":
      return {
        title: parsed.feed.title,
        language: parsed.feed.language,
        entries: (parsed.feed.items ?? []).map((i) => ({
          id: i.id,
          title: i.title,
          link: i.url ?? i.external_url,
          date: i.date_published ?? i.date_modified,
          language: i.language,
          markup: longest(i.content_html, i.content_text, i.summary),
        })),
      };
  }
}

function entryOf(raw: RawEntry, feedUrl: string, language: string | undefined): FeedEntry {
  const title = plain(raw.title);
  const date = typeof raw.date === "string" ? raw.date : "";
  const link = webLink(raw.link, feedUrl);
  const text = markupText(raw.markup ?? "");
  return {
    id: raw.id ?? link ?? contentHash([title ?? "", date, text]),
    title,
    link,
    date: writtenDay(date),
    language: (raw.language ?? language)?.toLowerCase().split(/[-_]/)[0] ?? null,
    text,
  };
}

function longest(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.reduce((best, c) => ((c?.length ?? 0) > (best?.length ?? 0) ? c : best), undefined);
}

function plain(title: string | undefined): string | null {
  return markupText(title ?? "").replace(/\n/g, " ") || null;
}

function webLink(link: string | undefined, base: string): string | null {
  if (!link || !URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
