import { charsetOf, decodeBytes } from "../../readers/characters/charset.ts";
import { readPage } from "../../readers/html/read-page.ts";
import type { PageReader } from "./page-reader.ts";

/** What may hold a page; servers that say nothing are believed to send one. */
const PAGES = /^\s*(?:$|text\/|application\/(?:xhtml\+xml|xml))/i;

/** Articles' pages, by the reader of files. */
export const answeredPages: PageReader = {
  read(body, contentType, url) {
    const notRead = { code: "PAGE_NOT_READ", data: { url } } as const;
    if (!PAGES.test(contentType)) return notRead;
    const html = decodeBytes(body, charsetOf(body, contentType).name);
    const page = readPage(html, { path: url, line: 1 }, { contentType, url });
    return "code" in page && page.code === "INPUT_NO_TEXT" ? notRead : page;
  },
};
