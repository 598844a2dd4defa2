import { describe, expect, test } from "vitest";
import { parseJsonFeed } from "./json-feed.ts";
import { parseFeed } from "./parse-feed.ts";

const rss = (item: string, channel = ""): string =>
  `<rss version="2.0"><channel><title>Herald</title>${channel}<item>${item}</item></channel></rss>`;

describe("a feed", () => {
  test.each<[string, string, object]>([
    [
      "RSS with escaped markup",
      rss("<title>A &amp;amp; B</title><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>"),
      { title: "A & B", summary: "One.\n\nTwo." },
    ],
    ["CDATA", rss("<description><![CDATA[<b>One</b> &eacute;]]></description>"), { summary: "One é" }],
    [
      "content:encoded",
      rss(
        '<description>Short.</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;Long.&lt;/p&gt;</content:encoded>',
      ),
      { summary: "Short.", content: "Long." },
    ],
    [
      "a namespace under another prefix",
      rss('<x:date xmlns:x="http://purl.org/dc/elements/1.1/">2024-05-10T10:00:00Z</x:date>'),
      { updated: { day: "2024-05-10" } },
    ],
    [
      "a foreign namespace under our prefix",
      rss('<dc:title xmlns:dc="http://elsewhere.example/">No</dc:title>'),
      { title: null },
    ],
    ["a permanent guid as link", rss("<guid>https://a.example/1</guid>"), { link: "https://a.example/1" }],
    ["a guid that is no link", rss('<guid isPermaLink="false">https://a.example/1</guid>'), { link: null }],
    ["an author with an address", rss("<author>desk@a.example (Ilse Brandt)</author>"), { author: "Ilse Brandt" }],
    [
      "RDF",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>H</title></channel><item rdf:about="u"><title>A</title><link>https://a.example/1</link></item></rdf:RDF>',
      { title: "A", link: "https://a.example/1" },
    ],
    [
      "Atom",
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><entry><title type="text">1 &lt; 2</title><link rel="self" href="s"/><link href="one"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p></div></content><published>2024-05-10</published></entry></feed>',
      { title: "1 < 2", link: "https://a.example/one", content: "One.", published: { day: "2024-05-10" } },
    ],
    [
      "elements left open",
      "<rss><channel><item><title>A<description>Text",
      { title: expect.stringContaining("A") as unknown },
    ],
    ["Windows characters", rss("<title>It\u0092s</title>"), { title: "It’s" }],
  ])("is read: %s", (_, xml, entry) => {
    expect(parseFeed(xml)?.entries[0]).toMatchObject(entry);
  });

  test("is none when the root is another", () => {
    expect(parseFeed("<note><item/></note>")).toBeNull();
    expect(parseFeed("no markup")).toBeNull();
  });

  test("of JSON is read", () => {
    const feed = parseJsonFeed({
      version: "https://jsonfeed.org/version/1.1",
      title: "H",
      items: [{ id: 1, content_html: "<p>One.</p>", authors: [{ name: "Ilse" }], date_published: "2024-05-10" }],
    });
    expect(feed?.entries[0]).toMatchObject({
      id: "1",
      content: "One.",
      author: "Ilse",
      published: { day: "2024-05-10" },
    });
    expect(parseJsonFeed([])).toBeNull();
  });
});
