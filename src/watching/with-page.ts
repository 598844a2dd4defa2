import { type Draft, draftOf } from "../readers/draft.ts";

/** An entry with what its page says: the page's words go first, what it leaves out the feed tells. */
export function withPage(entry: Draft | null, page: Draft): Draft {
  const feed = entry ?? draftOf({ text: "" });
  return {
    id: feed.id,
    title: page.title ?? feed.title,
    // A page that has less to say than the feed is a notice, or a wall.
    text: page.text.length < feed.text.length ? feed.text : page.text,
    date: page.date?.basis === "metadata" ? page.date : (feed.date ?? page.date),
    url: page.url ?? feed.url,
    author: page.author ?? feed.author,
    source: page.source ?? feed.source,
    language: page.language ?? feed.language,
  };
}
