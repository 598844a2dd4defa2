import { type Issue, messageOf } from "../core/errors.ts";
import type { Draft } from "../readers/draft.ts";
import type { FetchAnswer, FetchFailure, Fetcher } from "../fetching/fetch-answer.ts";
import { retryAfter } from "../fetching/retry-after.ts";
import type { HostBook } from "./host-book.ts";
import type { FeedEntry, FeedReader } from "./reading/feed-reader.ts";
import type { PageReader } from "./reading/page-reader.ts";
import type { PollOutcome } from "./schedule/after-poll.ts";
import type { SourceState } from "./schedule/source-state.ts";

/** What questions are asked with. */
export interface Asking {
  readonly fetcher: Fetcher;
  readonly hosts: HostBook;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export interface PollAnswer {
  readonly outcome: PollOutcome;
  readonly entries: readonly FeedEntry[];
  /** What `Retry-After` asks for. */
  readonly retryAt: number | null;
}

export type PageAnswer =
  | { readonly page: Draft; readonly retryAt: null }
  | { readonly page: null; readonly issue: Issue; readonly passing: boolean; readonly retryAt: number | null };

const FEEDS =
  "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
const PAGES = "text/html, application/xhtml+xml, */*;q=0.5";

/** Polls a feed, with what it said of itself last. */
export async function askSource(state: SourceState, asking: Asking, reader: FeedReader): Promise<PollAnswer> {
  const headers = {
    accept: FEEDS,
    ...(state.etag === null ? {} : { "if-none-match": state.etag }),
    ...(state.lastModified === null ? {} : { "if-modified-since": state.lastModified }),
  };
  const answer = await politely(state.source, headers, asking);
  if (answer.kind === "failure") return failedPoll(null, answer.issue, null);
  const { status, movedTo } = answer;
  if (status === 304) return { outcome: { kind: "unchanged", movedTo }, entries: [], retryAt: null };
  if (status !== 200)
    return failedPoll(status, statusIssue(answer), retryAfter(answer.headers["retry-after"], asking.now()));
  const feed = reader.read(answer.body, answer.headers["content-type"] ?? "", answer.url);
  if ("code" in feed) return failedPoll(status, feed, null);
  const { etag = null, "last-modified": lastModified = null } = answer.headers;
  const outcome = { kind: "read", status, title: feed.title, etag, lastModified, movedTo } as const;
  return { outcome, entries: feed.entries, retryAt: null };
}

/** Fetches an article's page. */
export async function askPage(link: string, asking: Asking, reader: PageReader): Promise<PageAnswer> {
  const answer = await politely(link, { accept: PAGES }, asking);
  if (answer.kind === "failure") return { page: null, issue: answer.issue, passing: answer.passing, retryAt: null };
  if (answer.status !== 200) {
    const passing = answer.status === 429 || answer.status === 408 || answer.status >= 500;
    const retryAt = retryAfter(answer.headers["retry-after"], asking.now());
    return { page: null, issue: statusIssue(answer), passing, retryAt };
  }
  const page = reader.read(answer.body, answer.headers["content-type"] ?? "", answer.url);
  return "code" in page ? { page: null, issue: page, passing: false, retryAt: null } : { page, retryAt: null };
}

/** Asks only what robots.txt allows, of every host on the way. */
async function politely(
  address: string,
  headers: Readonly<Record<string, string>>,
  { fetcher, hosts, signal }: Asking,
): Promise<FetchAnswer | FetchFailure> {
  const mayFollow = (url: URL): Promise<FetchFailure | null> => hosts.forbids(url);
  return (await hosts.forbids(new URL(address))) ?? (await fetcher.fetch({ url: address, headers, mayFollow, signal }));
}

function failedPoll(status: number | null, issue: Issue, retryAt: number | null): PollAnswer {
  const problem = messageOf(issue.code, issue.data);
  return { outcome: { kind: "failed", status, problem, retryAt }, entries: [], retryAt };
}

function statusIssue({ url, status }: FetchAnswer): Issue {
  return { code: "FETCH_STATUS", data: { url, status, remedy: remedyFor(status) } };
}

function remedyFor(status: number): string {
  if (status === 429) return "it wants fewer questions, and is asked again later";
  if (status === 401 || status === 403 || status === 451) return "it does not let us read this; ask the site";
  if (status === 404 || status === 410) return "look for the new address on the site";
  return status >= 500 ? "asked again later" : "check the address in a browser";
}
