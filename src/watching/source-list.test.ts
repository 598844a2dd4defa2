import { describe, expect, it } from "vitest";
import { messageOf } from "../core/errors.ts";
import { readSourceList } from "./source-list.ts";

const read = (text: string): readonly (readonly string[])[] => {
  const list = readSourceList(text, "list");
  return [list.sources.map((s) => s.url), list.issues.map((i) => messageOf(i.code, i.data))];
};

describe("a list of sources", () => {
  it("has one address a line, and comments", () => {
    expect(read("# mine\r\nhttps://a.example/feed\r\n\r\n  http://b.example/rss.xml  \r\n")).toEqual([
      ["https://a.example/feed", "http://b.example/rss.xml"],
      [],
    ]);
  });

  it("is OPML with folders, titles and entities", () => {
    const list = readSourceList(
      `<?xml version="1.0"?><!-- exported --><opml version="2.0"><head><title>x</title></head><body>
      <outline text="World">
        <outline type="rss" text="A &amp; B" title="A &amp; B &gt; C" xmlUrl="https://a.example/?x=1&amp;y=2"/>
        <outline text='D' XMLURL = 'https://d.example/a>b'></outline>
      </outline></body></opml>`,
      "list.opml",
    );
    expect(list.issues).toEqual([]);
    expect(list.sources).toEqual([
      { url: "https://a.example/?x=1&y=2", title: "A & B > C" },
      { url: "https://d.example/a%3Eb", title: "D" },
    ]);
  });

  it("says what is wrong, with its line, and keeps the rest", () => {
    const [urls, faults] = read(
      "https://a.example/feed\nnews.example/feed\nftp://a.example/\nhttps://me:secret@a.example/\nhttps://a.example/feed#x\n",
    );
    expect(urls).toEqual(["https://a.example/feed"]);
    expect(faults?.map((f) => f.slice(0, 7))).toEqual(["list:2:", "list:3:", "list:4:", "list:5:"]);
    expect(faults?.join("\n")).toMatch(/no web address.*\n.*not an address of http.*\n.*password.*\n.*line 1 already/);
  });

  it("says what is wrong with OPML, with its line", () => {
    const [urls, faults] = read(
      '<opml>\n<body>\n<outline type="rss" text="no address"/>\n<outline xmlUrl="nowhere"/>\n<outline xmlUrl="https://a.example/"/>\n<outline xmlUrl="https://b.example/\n',
    );
    expect(urls).toEqual(["https://a.example/"]);
    expect(faults?.map((f) => f.slice(0, 7))).toEqual(["list:3:", "list:4:", "list:6:"]);
    expect(faults?.[2]).toContain("never ends");
  });

  it.each([
    ["", "no source is listed"],
    ["# nothing\n", "no source is listed"],
    ["<html><body>hello</body></html>", "is no OPML"],
    ["<opml><body></body></opml>", "no source is listed"],
  ])("without sources says so: %j", (text, fault) => expect(read(text)[1]?.join()).toContain(fault));

  it("expands no entity of its own making", () => {
    const text = `<!DOCTYPE opml [<!ENTITY a "https://evil.example/"><!ENTITY b SYSTEM "file:///etc/hosts">]><opml><outline xmlUrl="&a;"/><outline xmlUrl="&b;"/></opml>`;
    const [urls, faults] = read(text);
    expect(urls).toEqual([]);
    expect(faults).toHaveLength(2);
  });
});
