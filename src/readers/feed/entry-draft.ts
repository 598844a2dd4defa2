import { type DatedBy, type Draft, draftOf } from "../draft.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** The report that a feed's entry tells; null for one without a word. */
export function entryDraft(entry: FeedEntry, feed: Feed): Draft | null {
  const text = longest(entry);
  if (text === null) return null;
  return draftOf({
    id: entry.id,
    title: entry.title,
    text,
    date: dateOf(entry),
    url: entry.link,
    author: entry.author,
    source: entry.source ?? feed.title,
    language: entry.language ?? feed.language,
  });
}

/** The text of an entry; one that has only a headline tells its event there. */
function longest({ title, summary, content }: FeedEntry): string | null {
  const [long] = [content ?? "", summary ?? ""].sort((a, b) => b.length - a.length);
  return long || title;
}

function dateOf({ published, updated, created }: FeedEntry): DatedBy | null {
  const moment = published ?? created ?? updated;
  return moment === null ? null : { date: moment.day, basis: "metadata" };
}
