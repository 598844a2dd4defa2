import { type Moment, readMoment } from "../dates/read-day.ts";
import { lineOfHtml, textOfHtml } from "../html/html-text.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { withoutEntities } from "./xml-entities.ts";
import { childrenOf, isElement, markupOf, wordsOf, type XmlElement, xmlTree } from "./xml-tree.ts";

const ROOTS: ReadonlySet<string> = new Set(["rss", "feed", "rdf:rdf", "channel", "rdf"]);

/** Reads RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0; null for XML that is no feed. `address` is where the feed was found. */
export function parseFeed(xml: string, address: string | null = null): Feed | null {
  const root = rootOf(xmlTree(withoutEntities(xml)));
  if (root === null) return null;
  const channel = root.name === "feed" || root.name === "channel" ? root : (childrenOf(root, "channel")[0] ?? root);
  const base = resolved(channel.attributes["xml:base"] ?? null, resolved(root.attributes["xml:base"] ?? null, address));
  // RSS 1.0 keeps the items beside the channel, RSS 2.0 in it.
  const items = [
    ...childrenOf(channel, "item", "entry"),
    ...(channel === root ? [] : childrenOf(root, "item", "entry")),
  ];
  const language = channel.attributes["xml:lang"] ?? root.attributes["xml:lang"] ?? null;
  return {
    title: line(first(channel, "title", "dc:title")),
    description: text(first(channel, "description", "tagline", "subtitle", "dc:description", "info")),
    link: linkOf(channel, base),
    language: words(first(channel, "language", "dc:language")) ?? language,
    published: moment(channel, "pubdate", "published", "issued", "dcterms:issued"),
    updated: moment(channel, "updated", "modified", "dc:date", "lastbuilddate", "dcterms:modified", "pubdate"),
    entries: items.map((item) => entryOf(item, base)),
  };
}

function rootOf(tree: XmlElement): XmlElement | null {
  const roots = tree.children.filter(isElement);
  return roots.find((r) => ROOTS.has(r.name)) ?? null;
}

function entryOf(item: XmlElement, outerBase: string | null): FeedEntry {
  const base = resolved(item.attributes["xml:base"] ?? null, outerBase);
  const [summary, content] = textsOf(item);
  const source = childrenOf(item, "source")[0];
  return {
    id: words(first(item, "guid", "id", "dc:identifier")) ?? item.attributes["rdf:about"] ?? null,
    title: line(first(item, "title", "dc:title", "media:title")),
    link: linkOf(item, base),
    summary: text(summary),
    content: text(content),
    author: authorOf(item),
    published: moment(item, "published", "pubdate", "issued", "dcterms:issued"),
    updated: moment(item, "updated", "modified", "dc:date", "dcterms:modified", "pubdate"),
    created: moment(item, "created", "dcterms:created"),
    language: words(first(item, "language", "dc:language")) ?? item.attributes["xml:lang"] ?? null,
    source: source ? (line(first(source, "title")) ?? line(source)) : null,
  };
}

/** The short and the long text. A second short one is the long one, whatever it is called. */
function textsOf(item: XmlElement): readonly [XmlElement | null, XmlElement | null] {
  const short = [...item.children]
    .filter(isElement)
    .filter((c) => ["description", "summary", "dc:description", "media:description"].includes(c.name));
  const long = childrenOf(item, "content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div")[0];
  const own = short.filter((c) => !c.name.startsWith("media:"));
  return [own[0] ?? (long ? null : (short[0] ?? null)), long ?? own[1] ?? null];
}

/** The page of a feed or entry: RSS writes the address as words, Atom as an attribute of the link without a relation. */
function linkOf(element: XmlElement, base: string | null): string | null {
  const links = childrenOf(element, "link", "atom:link");
  const plain = links.filter((l) => (l.attributes["rel"] ?? "alternate") === "alternate");
  const pages = plain.filter((l) => /html|^$/.test(l.attributes["type"] ?? ""));
  for (const link of [...pages, ...plain]) {
    const address = link.attributes["href"] ?? wordsOf(link).trim();
    if (address) return resolved(address, resolved(link.attributes["xml:base"] ?? null, base));
  }
  const guid = childrenOf(element, "guid")[0];
  const permanent = guid && /^(?:true|)$/i.test(guid.attributes["ispermalink"]?.trim() ?? "");
  const address = guid ? wordsOf(guid).trim() : "";
  if (permanent && /^https?:/i.test(address)) return address;
  return element.attributes["rdf:about"] ?? null;
}

function authorOf(item: XmlElement): string | null {
  const author = first(item, "author", "dc:creator", "dc:author", "itunes:author");
  if (author === null) return null;
  const name = childrenOf(author, "name")[0];
  const written = name ? wordsOf(name) : lineOfHtml(wordsOf(author));
  const m =
    /^(?:mailto:)?\S+@\S+\s+\(([^)]+)\)$/.exec(written.trim()) ?? /^(.+?)\s*[<(]\S+@\S+[>)]$/.exec(written.trim());
  return (m?.[1] ?? written).trim() || null;
}

/** The first of these names that is there with something in it, else the first that is there. */
function first(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  const all = names.flatMap((name) => childrenOf(element, name));
  return all.find((e) => e.children.length > 0) ?? all[0] ?? null;
}

function moment(element: XmlElement, ...names: readonly string[]): Moment | null {
  for (const name of names)
    for (const found of childrenOf(element, name)) {
      const read = readMoment(wordsOf(found));
      if (read) return read;
    }
  return null;
}

function words(element: XmlElement | null): string | null {
  return element === null ? null : wordsOf(element).trim() || null;
}

function line(element: XmlElement | null): string | null {
  return element === null ? null : (text(element)?.replace(/\s+/g, " ") ?? null);
}

/** What an element says, by its kind: escaped markup, markup itself, plain words, or any of these in base64. */
function text(element: XmlElement | null): string | null {
  if (element === null) return null;
  const type = (element.attributes["type"] ?? "").toLowerCase();
  if (/^(?:image|audio|video)\//.test(type)) return null;
  if (
    element.attributes["mode"] === "base64" ||
    (/^application\/octet-stream/.test(type) && !element.children.some(isElement))
  )
    return textOfHtml(Buffer.from(wordsOf(element), "base64").toString("utf8")) || null;
  if (element.children.some(isElement)) return textOfHtml(markupOf(element)) || null;
  const written = wordsOf(element);
  // Atom's plain text is meant as it stands; everything else is markup in disguise, or reads the same both ways.
  const plain = /^(?:text|text\/plain)$/.test(type) && element.attributes["mode"] !== "escaped";
  return (plain ? written.trim() : textOfHtml(written)) || null;
}

function resolved(address: string | null, base: string | null): string | null {
  if (address === null) return base;
  if (base === null || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
