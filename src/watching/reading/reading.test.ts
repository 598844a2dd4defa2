import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answeredFeeds } from "./answered-feeds.ts";
import { answeredPages } from "./answered-pages.ts";
import type { Feed } from "./feed-reader.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const URL_OF_FEED = "https://news.example/world/feed";

function feedOf(text: string): Feed {
  const feed = answeredFeeds.read(bytes(text), "", URL_OF_FEED);
  if ("code" in feed) throw new Error(feed.code);
  return feed;
}

describe("a feed's entries", () => {
  it("have links made absolute, and ids of their own or their link's", () => {
    const feed = feedOf(
      `<rss version="2.0"><channel><title>N</title>
       <item><title>A &amp;amp; B</title><link>/1</link><description>short</description></item>
       <item><guid isPermaLink="false">two</guid><title>Two</title><link>https://news.example/2</link></item></channel></rss>`,
    );
    expect(feed.entries).toMatchObject([
      { id: "https://news.example/1", link: "https://news.example/1", draft: { title: "A & B", text: "short" } },
      { id: "two", link: "https://news.example/2", draft: { title: "Two", text: "Two" } },
    ]);
  });

  it("link to the web alone", () => {
    const items = [{ id: "1", url: "javascript:alert(1)", content_html: "<p>Text.</p>" }, { id: "2" }];
    const { entries } = feedOf(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "N", items }));
    expect(entries).toMatchObject([
      { id: "1", link: null, draft: { text: "Text.", url: null } },
      { id: "2", link: null, draft: null },
    ]);
  });

  it("without id and link are known by what they say", () => {
    const one = (text: string): string | undefined =>
      feedOf(
        `<rss version="2.0"><channel><title>N</title><item><title>A</title><description>${text}</description></item></channel></rss>`,
      ).entries[0]?.id;
    expect(one("Text.")).toBe(one("Text."));
    expect(one("Text.")).not.toBe(one("Other."));
  });
});

describe("a page", () => {
  const page = "<html><body><article><h1>Two expelled</h1><p>Norland expelled two envoys.</p></article></body></html>";

  it("is read in the encoding that the server tells", () => {
    const body = Buffer.from("<html><body><p>Norland expelled José.</p></body></html>", "latin1");
    expect(answeredPages.read(body, "text/html; charset=iso-8859-1", URL_OF_FEED)).toMatchObject({
      text: "Norland expelled José.",
    });
  });

  it.each(["application/pdf", "image/png", "video/mp4"])("is not what comes as %s", (type) => {
    expect(answeredPages.read(bytes(page), type, URL_OF_FEED)).toMatchObject({ code: "PAGE_NOT_READ" });
  });
});

describe("anything at all", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE [",
    "]>",
    "<script>",
    '="',
    "'",
    "&amp;",
    "&#x0;",
    "<a b=",
    "<?xml",
    "\0",
    "é",
    "<meta property=",
    "<rss><channel>",
    "<item>",
    "<entry>",
    " ",
  );
  const markup = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 60 }).map((p) => p.join("")),
  );

  it("is read without a fault", () => {
    fc.assert(
      fc.property(markup, (text) => {
        answeredPages.read(bytes(text), "", URL_OF_FEED);
        answeredFeeds.read(bytes(text), "", URL_OF_FEED);
        answeredFeeds.read(bytes(`<rss version="2.0"><channel>${text}</channel></rss>`), "", URL_OF_FEED);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["<", "<a ", "<a b='", "<!--", "<![CDATA[", "<script>", "<p>", "&", "<!DOCTYPE ["])(
    "takes time by its length alone: %j a hundred thousand times",
    (piece) => {
      const start = performance.now();
      answeredFeeds.read(bytes(`<rss version="2.0"><channel>${piece.repeat(100_000)}`), "", URL_OF_FEED);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
