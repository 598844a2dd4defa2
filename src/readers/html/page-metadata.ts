import { dayOnLine } from "../dates/publication-date.ts";
import { dayOf } from "../dates/read-day.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { lineOfHtml, textOfHtml } from "./html-text.ts";

/** What a page says of itself for machines. Absent is null. */
export interface PageMetadata {
  readonly title: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
  /** The whole text, where the publisher gives it to search engines. */
  readonly articleBody: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Names of `meta` elements, the surest first. */
const DATES = ["article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "date.issued", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "originalpublicationdate", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "prism.publicationdate", "rnews:datepublished", "date"]; // prettier-ignore
const AUTHORS = [
  "author",
  "article:author",
  "dc.creator",
  "dcterms.creator",
  "parsely-author",
  "sailthru.author",
  "byl",
];
const TITLES = ["og:title", "twitter:title", "dc.title", "parsely-title"];
const PUBLISHERS = ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"];

/** Reads JSON-LD, meta elements, time elements, canonical link and language of a page. Scripts are data here: none is run. */
export function pageMetadata(document: PageDocument): PageMetadata {
  const article = articleData(document);
  const meta = metaValues(document);
  const of = (names: readonly string[]): string | null =>
    names.map((n) => meta.get(n)).find((v) => v !== undefined) ?? null;
  const shown = document.querySelector("h1")?.textContent ?? "";
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta.get("og:url") ?? null;
  return {
    title: clean(
      string(article["headline"]) ??
        of(TITLES) ??
        (shown.trim() || null) ??
        document.querySelector("title")?.textContent ??
        null,
    ),
    date: dateOf(article, meta, document),
    author: clean(namesOf(article["author"]) ?? authorOf(of(AUTHORS)) ?? bylineOf(document)),
    url: canonical !== null && /^https?:/i.test(canonical) ? canonical : null,
    language:
      document.documentElement?.getAttribute("lang") ||
      string(article["inLanguage"]) ||
      meta.get("og:locale") ||
      meta.get("content-language") ||
      null,
    publisher: clean(namesOf(article["publisher"]) ?? of(PUBLISHERS)),
    articleBody: bodyOf(article),
  };
}

function dateOf(article: Fields, meta: ReadonlyMap<string, string>, document: PageDocument): string | null {
  const written = [
    string(article["datePublished"]),
    ...DATES.map((name) => meta.get(name)),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute("content"),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute("datetime"),
    string(article["dateCreated"]),
    document.querySelector("time[pubdate]")?.getAttribute("datetime"),
    ...timesOf(document),
    meta.get("article:modified_time"),
    string(article["dateModified"]),
  ];
  for (const value of written) {
    const day = value ? dayOf(value) : null;
    if (day !== null) return day;
  }
  return null;
}

/** Times outside lists of other articles: one in the article or its head, never one in an aside. */
function timesOf(document: PageDocument): readonly string[] {
  const times = [...document.querySelectorAll("time")].filter(
    (t) => !t.closest("aside, nav, footer, ul, ol, [class*=related]"),
  );
  const within = (selector: string): readonly PageElement[] => times.filter((t) => t.closest(selector) !== null);
  const nearest = [within("article"), within("main"), within("header"), times].find((list) => list.length > 0) ?? [];
  return nearest.map((t) => t.getAttribute("datetime") ?? t.textContent ?? "");
}

const NAME_ATTRIBUTES = ["property", "name", "itemprop", "http-equiv"];

/** The library keeps the case of attributes, and old pages are written in capitals. */
function attribute(element: PageElement, name: string): string | null {
  return element.getAttribute(name) ?? element.getAttribute(name.toUpperCase());
}

/** Lines that are a date, alone or behind "Published", where the page shows them. */
export function dayShown(document: PageDocument): string | null {
  for (const element of document.querySelectorAll("p, div, span, time, small, em, td")) {
    const text = element.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (text.length < 8 || text.length > 80 || element.closest("aside, nav, footer, ul, ol")) continue;
    const day = dayOnLine(text);
    if (day !== null) return day;
  }
  return null;
}

function metaValues(document: PageDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = NAME_ATTRIBUTES.map((n) => attribute(meta, n)).find((n) => n !== null);
    const content = attribute(meta, "content")?.trim();
    if (name && content && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), content);
  }
  return values;
}

/** The JSON-LD object of the article: the first of a news type, wherever it lies. */
function articleData(document: PageDocument): Fields {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parsed(script.textContent ?? ""), 0);
    if (found) return found;
  }
  return {};
}

function articleIn(value: unknown, depth: number): Fields | null {
  if (depth > 4 || typeof value !== "object" || value === null) return null;
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!Array.isArray(value)) {
    const fields = value as Fields;
    if (/(?:Article|Posting|Report)\b/.test(String(fields["@type"]))) return fields;
    return articleIn(fields["@graph"], depth + 1) ?? articleIn(fields["mainEntity"], depth + 1);
  }
  for (const part of parts) {
    const found = articleIn(part, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Publishers leave line breaks in strings; anything worse is no data. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(
      json.replace(/^\s*(?:<!--|\/\*.*?\*\/)|-->\s*$/g, "").replace(/[\u0000-\u001f]+/g, " "),
    ) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function namesOf(value: unknown): string | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = list.flatMap((v) =>
    typeof v === "object" && v !== null ? (string((v as Fields)["name"]) ?? []) : (string(v) ?? []),
  );
  return names.filter((n) => !/^https?:/.test(n)).join(", ") || null;
}

function authorOf(written: string | null): string | null {
  return written === null || /^https?:/i.test(written) ? null : written;
}

function bylineOf(document: PageDocument): string | null {
  const element = document.querySelector('[rel="author"], [itemprop="author"], .byline, .author-name, .author');
  const text = element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  return text.length > 0 && text.length < 100 ? text : null;
}

function bodyOf(article: Fields): string | null {
  const body = string(article["articleBody"]);
  return body === null ? null : /<p[\s>]|<br/i.test(body) ? textOfHtml(body) : body.trim();
}

function string(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one.trim() !== "" ? one.trim() : null;
}

function clean(text: string | null): string | null {
  return text === null ? null : lineOfHtml(text).replace(/^by\s+/i, "") || null;
}
