import { readText } from "../bytes.ts";
import { MAX_WHOLE_FILE_BYTES } from "../limits.ts";
import type { Found, Input, Reader } from "../reader.ts";
import { entryDraft } from "./entry-draft.ts";
import type { Feed } from "./feed.ts";
import { looksLikeJsonFeed } from "./looks-like-json-feed.ts";

/** RSS, RDF and Atom: every entry is a report. */
export const feedReader: Reader = {
  format: "RSS or Atom",
  recognises: ({ text }) => isFeedStart(text),
  async *read(input) {
    // Parsers are loaded when a source needs them: every run would wait for them.
    const { parseFeed } = await import("./parse-feed.ts");
    const feed = parseFeed(await readText(input, MAX_WHOLE_FILE_BYTES), input.told.url ?? null);
    yield* reportsOf(feed, input);
  },
};

/** JSON Feed. Goes before plain JSON. */
export const jsonFeedReader: Reader = {
  format: "JSON Feed",
  recognises: ({ text }) => looksLikeJsonFeed(text),
  async *read(input) {
    const { path, line } = input;
    let value: unknown;
    try {
      value = JSON.parse(await readText(input, MAX_WHOLE_FILE_BYTES));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { kind: "issue", issue: { code: "INPUT_JSON", data: { path, line, reason: error.message } } };
      return;
    }
    const { parseJsonFeed } = await import("./json-feed.ts");
    yield* reportsOf(parseJsonFeed(value), input);
  },
};

/** The root element of a feed stands behind declarations and comments only. */
function isFeedStart(text: string): boolean {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (!start.startsWith("<")) return false;
  const root = /<(?![!?])\/?([\w.:-]+)/.exec(
    start.replace(/<!--[^]*?(?:-->|$)/g, "").replace(/<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/i, ""),
  );
  return root?.[1] !== undefined && /^(?:rss|(?:\w+:)?feed|(?:\w+:)?RDF|channel)$/i.test(root[1]);
}

function* reportsOf(feed: Feed | null, input: Input): Generator<Found> {
  const { path } = input;
  if (feed === null || feed.entries.length === 0) {
    yield {
      kind: "issue",
      issue: { code: "INPUT_NO_TEXT", data: { path, line: input.line, what: "the feed has no entries" } },
    };
    return;
  }
  for (const [i, entry] of feed.entries.entries()) {
    const line = i + 1;
    const draft = entryDraft(entry, feed);
    if (draft === null)
      yield { kind: "issue", issue: { code: "INPUT_NO_TEXT", data: { path, line, what: "the entry has no text" } } };
    else yield { kind: "draft", draft, path, line };
  }
}
