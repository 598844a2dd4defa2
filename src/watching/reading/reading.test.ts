import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Feed } from "./feed-reader.ts";
import { FeedsmithFeedReader } from "./feedsmith-feed-reader.ts";
import { markupText } from "./markup-text.ts";
import { ParagraphPageReader } from "./paragraph-page-reader.ts";
import { scanMarkup } from "./scan-markup.ts";
import { writtenDay } from "./written-day.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const URL_OF_FEED = "https://news.example/world/feed";

function feedOf(text: string): Feed {
  const feed = new FeedsmithFeedReader().read(bytes(text), "", URL_OF_FEED);
  if ("code" in feed) throw new Error(feed.code);
  return feed;
}

describe("a feed's entries", () => {
  it("are read from RSS: the longer text, links made absolute", () => {
    const feed = feedOf(
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>N</title><language>en-GB</language>
       <item><title>A &amp;amp; B</title><link>/1</link><description>short</description><content:encoded><![CDATA[<p>The longer text.</p><p>Two.</p>]]></content:encoded></item>
       <item><guid>https://news.example/2</guid><title>Two</title></item></channel></rss>`,
    );
    expect(feed.entries).toEqual([
      {
        id: "https://news.example/1",
        title: "A & B",
        link: "https://news.example/1",
        date: null,
        language: "en",
        text: "The longer text.\nTwo.",
      },
      {
        id: "https://news.example/2",
        title: "Two",
        link: "https://news.example/2",
        date: null,
        language: "en",
        text: "",
      },
    ]);
  });

  it("are read from Atom", () => {
    const feed = feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>N</title><entry><id>e1</id><title type="html">A &lt;b&gt;B&lt;/b&gt;</title>
       <link rel="self" href="/self"/><link rel="alternate" href="1"/><published>2024-05-09T23:30:00-05:00</published><updated>2024-05-12T00:00:00Z</updated>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text.</p></div></content></entry></feed>`,
    );
    expect(feed.entries).toEqual([
      {
        id: "e1",
        title: "A B",
        link: "https://news.example/world/1",
        date: "2024-05-09",
        language: "fr",
        text: "Text.",
      },
    ]);
  });

  it("are read from RDF and JSON Feed", () => {
    const rdf = feedOf(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title></channel>
       <item rdf:about="https://news.example/1"><title>A</title><link>https://news.example/1</link><dc:date>2024-05-10</dc:date><description>Text.</description></item></rdf:RDF>`,
    );
    expect(rdf.entries).toMatchObject([{ id: "https://news.example/1", date: "2024-05-10", text: "Text." }]);
    const json = feedOf(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "N",
        items: [
          { id: "1", url: "javascript:alert(1)", content_html: "<p>Text.</p>", date_published: "2024-05-10T10:00:00Z" },
        ],
      }),
    );
    expect(json.entries).toMatchObject([{ id: "1", link: null, date: "2024-05-10", text: "Text." }]);
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

describe("the day that is written", () => {
  it.each([
    ["Fri, 10 May 2024 23:59:00 -0500", "2024-05-10"],
    ["10 May 24 10:00 GMT", "2024-05-10"],
    ["Friday, 10-May-2024 10:00:00 GMT", "2024-05-10"],
    ["2024-05-10T01:00:00+09:00", "2024-05-10"],
    ["2024-02-30", null],
    ["31 Feb 2024", null],
    ["yesterday", null],
    ["", null],
    [undefined, null],
  ])("%j is %j", (written, day) => expect(writtenDay(written)).toBe(day));
});

describe("the text of markup", () => {
  it.each([
    ["plain &amp; simple", "plain & simple"],
    ["<p>One <b>bold</b>word.</p><p>Two<br/>three</p>", "One boldword.\nTwo\nthree"],
    ["a <script>alert('<p>no</p>')</script><style>p{}</style>b", "a b"],
    ["a <!-- <p>no</p> --> b", "a b"],
    ['<a title="x > y" href=z>link</a>', "link"],
    ["5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
    ["text <p", "text"],
    ["a<script>never closed", "a"],
    ["&lt;p&gt;", "<p>"],
  ])("%j", (markup, text) => expect(markupText(markup)).toBe(text));
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
        for (const token of scanMarkup(text)) expect(text[token.at]).toBeDefined();
        markupText(text);
        new ParagraphPageReader().read(bytes(text), "", URL_OF_FEED);
        new FeedsmithFeedReader().read(bytes(`<rss version="2.0"><channel>${text}</channel></rss>`), "", URL_OF_FEED);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["<", "<a ", "<a b='", "<!--", "<![CDATA[", "<script>", "<p>", "&", "<!DOCTYPE ["])(
    "takes time by its length alone: %j a hundred thousand times",
    (piece) => {
      const start = performance.now();
      markupText(piece.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
