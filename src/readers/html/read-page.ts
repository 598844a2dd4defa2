import { parseHTML } from "linkedom";
import type { Issue } from "../../core/errors.ts";
import { type DatedBy, type Draft, draftOf } from "../draft.ts";
import { MAX_ELEMENT_DEPTH, MAX_ELEMENTS } from "../limits.ts";
import type { Told } from "../reader.ts";
import type { PageDocument } from "./dom.ts";
import { mainText } from "./main-text.ts";
import { dayShown, pageMetadata } from "./page-metadata.ts";
import { shapeOf } from "./page-shape.ts";

const parse = parseHTML as unknown as (html: string) => { readonly document: PageDocument };

/** Reads a page of text. Links that lead nowhere, scripts, styles and pictures are left alone: nothing is fetched or run. */
export function readPage(
  html: string,
  at: { readonly path: string; readonly line: number },
  told: Told = {},
): Draft | Issue {
  const { elements, depth } = shapeOf(html);
  // The library makes no document of a page without elements.
  if (elements === 0) return { code: "INPUT_NO_TEXT", data: { ...at, what: "the page has no text" } };
  if (elements > MAX_ELEMENTS)
    return { code: "INPUT_TOO_DEEP", data: { ...at, count: elements, how: "in all", limit: MAX_ELEMENTS } };
  if (depth > MAX_ELEMENT_DEPTH)
    return { code: "INPUT_TOO_DEEP", data: { ...at, count: depth, how: "in one another", limit: MAX_ELEMENT_DEPTH } };
  // The library types its document by the platform's DOM, which is not there.
  const { document } = parse(/<html\b/i.test(html.slice(0, 5000)) ? html : `<html><body>${html}</body></html>`);
  const meta = pageMetadata(document);
  const shown = meta.date === null ? dayShown(document) : null;
  const found = mainText(document, meta.title);
  // Search engines get the whole text where readers get its beginning.
  const text = meta.articleBody !== null && meta.articleBody.length > found.length * 1.2 ? meta.articleBody : found;
  if (!text.trim()) return { code: "INPUT_NO_TEXT", data: { ...at, what: "the page has no text" } };
  return draftOf({
    title: meta.title,
    text,
    date: dateOf(meta.date, shown),
    url: meta.url ?? told.url ?? null,
    author: meta.author,
    source: meta.publisher,
    language: meta.language,
  });
}

function dateOf(told: string | null, shown: string | null): DatedBy | null {
  if (told !== null) return { date: told, basis: "metadata" };
  return shown === null ? null : { date: shown, basis: "text" };
}
