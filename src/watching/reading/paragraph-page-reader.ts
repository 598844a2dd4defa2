import { decodeHTML } from "entities";
import type { Issue } from "../../core/errors.ts";
import { decodeText } from "../../fetching/decode-text.ts";
import { tidyLines } from "./markup-text.ts";
import type { Page, PageReader } from "./page-reader.ts";
import { attributeOf, scanMarkup } from "./scan-markup.ts";
import { writtenDay } from "./written-day.ts";

/** Parts of a page that are not its article. */
const AROUND: ReadonlySet<string> = new Set(["nav", "header", "footer", "aside", "form", "figure", "button"]);

/** Takes the paragraphs of a page that stand outside of its menus: plain, and enough where pages are. */
export class ParagraphPageReader implements PageReader {
  read(body: Uint8Array, contentType: string, url: string): Page | Issue {
    const found = readParagraphs(decodeText(body, contentType));
    const text = tidyLines(decodeHTML(found.text));
    if (text === "") return { code: "PAGE_NOT_READ", data: { url } };
    const title = tidyLines(decodeHTML(found.meta.get("og:title") ?? found.title));
    return {
      title: title.replace(/\n/g, " ") || null,
      date: writtenDay(found.meta.get("article:published_time")),
      language: found.language,
      text,
    };
  }
}

interface Paragraphs {
  text: string;
  title: string;
  language: string | null;
  readonly meta: Map<string, string>;
}

function readParagraphs(html: string): Paragraphs {
  const found: Paragraphs = { text: "", title: "", language: null, meta: new Map() };
  let around = 0;
  let inside: "p" | "title" | null = null;
  for (const token of scanMarkup(html)) {
    if (token.kind === "text") {
      if (inside === "title") found.title += token.text;
      else if (inside === "p" && around === 0) found.text += token.text.replace(/\s+/g, " ");
    } else if (token.kind === "open") {
      if (AROUND.has(token.name)) around++;
      else if (token.name === "p" || token.name === "title") inside = token.name;
      else readHead(found, token.name, token.attributes);
      if (token.name === "p" || token.name === "br") found.text += "\n";
    } else if (token.kind === "close") {
      if (AROUND.has(token.name)) around = Math.max(0, around - 1);
      else if (token.name === inside || token.name === "div") inside = null;
    }
  }
  return found;
}

function readHead(found: Paragraphs, name: string, attributes: string): void {
  if (name === "html") found.language = attributeOf(attributes, "lang")?.toLowerCase().split(/[-_]/)[0] ?? null;
  if (name !== "meta") return;
  const key = attributeOf(attributes, "property") ?? attributeOf(attributes, "name");
  const content = attributeOf(attributes, "content");
  if (key !== null && content !== null && !found.meta.has(key)) found.meta.set(key.toLowerCase(), content);
}
