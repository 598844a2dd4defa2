import { existsSync, readFileSync } from "node:fs";
import { AppError } from "../../core/errors.ts";
import type { Report } from "../../core/report.ts";
import { systemResolver } from "../../fetching/checked-addresses.ts";
import { FETCH_LIMITS } from "../../fetching/fetch-limits.ts";
import { HttpFetcher } from "../../fetching/http-fetcher.ts";
import { packageVersion } from "../../lexicon/package-files.ts";
import { systemClock } from "../../watching/clock.ts";
import { DuckDbLedger } from "../../watching/duckdb/duckdb-ledger.ts";
import { healthRow, healthTable } from "../../watching/health-table.ts";
import { FeedsmithFeedReader } from "../../watching/reading/feedsmith-feed-reader.ts";
import { ParagraphPageReader } from "../../watching/reading/paragraph-page-reader.ts";
import type { ReportSink } from "../../watching/report-sink.ts";
import { HOST_PAUSE } from "../../watching/schedule/host-pace.ts";
import { readSourceList, type SourceList } from "../../watching/source-list.ts";
import { type WatchCounts, watchSources } from "../../watching/watch.ts";
import { IssueLog } from "../issue-log.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface WatchCommandOptions {
  readonly db: string;
  readonly once?: boolean;
  readonly fetchPages?: boolean;
  readonly every: number;
  readonly allowPrivate?: boolean;
  readonly contact?: string;
  readonly health?: boolean;
  readonly format: "table" | "jsonl";
}

const MINUTE = 60_000;
const REQUESTS_AT_ONCE = 8;

/** `dragoman watch`: polls feeds, or tells how they do. */
export async function runWatch(path: string | undefined, options: WatchCommandOptions): Promise<void> {
  if (options.health) return printHealth(options);
  const log = new IssueLog();
  const list = sourcesIn(path);
  for (const issue of list.issues) log.refuse(issue);
  const stop = new AbortController();
  const stopOn = ["SIGINT", "SIGTERM"] as const;
  const onSignal = (): void => stop.abort();
  for (const signal of stopOn) process.once(signal, onSignal);
  try {
    const counts = await watch(list, options, stop.signal);
    log.finish(list.sources.length, list.sources.length === 1 ? "source watched" : "sources watched");
    say(summaryOf(counts));
    if (options.once && counts.failedPolls) process.exitCode = 1;
  } finally {
    for (const signal of stopOn) process.removeListener(signal, onSignal);
  }
}

function watch(list: SourceList, options: WatchCommandOptions, signal: AbortSignal): Promise<WatchCounts> {
  const fetcher = new HttpFetcher({
    limits: FETCH_LIMITS,
    policy: { resolve: systemResolver, allowPrivate: options.allowPrivate ?? false },
    userAgent: userAgent(options.contact),
  });
  return watchSources(
    list.sources,
    {
      interval: options.every * MINUTE,
      once: options.once ?? false,
      fetchPages: options.fetchPages ?? false,
      hostPause: HOST_PAUSE,
      requestsAtOnce: REQUESTS_AT_ONCE,
    },
    {
      clock: systemClock,
      fetcher,
      ledger: ledgerIn(options.db, signal),
      sink: PRINTING,
      feedReader: new FeedsmithFeedReader(),
      pageReader: new ParagraphPageReader(),
      log: (line) => say(`${new Date(systemClock.now()).toISOString().slice(0, 19)}Z ${line}`),
      signal,
    },
  );
}

/** Reports as JSON lines, as `dragoman code` reads them. */
const PRINTING: ReportSink = {
  store: (reports: readonly Report[]) => writeOut(reports.map((r) => `${JSON.stringify(r)}\n`).join("")),
};

async function printHealth({ db, format }: WatchCommandOptions): Promise<void> {
  const states = existsSync(db) ? await ledgerIn(db, new AbortController().signal).health() : [];
  if (!states.length) throw new AppError("WATCH_NOTHING", { path: db });
  await writeOut(
    format === "table" ? healthTable(states) : states.map((s) => `${JSON.stringify(healthRow(s))}\n`).join(""),
  );
}

function ledgerIn(path: string, signal: AbortSignal): DuckDbLedger {
  const onWait = (): void => say(`${path} is in use by another process; waiting for it`);
  return new DuckDbLedger(path, { clock: systemClock, signal, onWait });
}

function sourcesIn(path: string | undefined): SourceList {
  if (path === undefined)
    throw new AppError("OPTION_VALUE", {
      option: "[sources]",
      value: "empty",
      reason: "name an OPML file or a list of addresses, or ask for --health",
    });
  if (!existsSync(path)) throw new AppError("INPUT_NOT_FOUND", { path });
  return readSourceList(readFileSync(path, "utf8"), path);
}

/** A name of one line: what a contact holds must not become a header of its own. */
function userAgent(contact: string | undefined): string {
  const reach = contact === undefined ? "" : `; ${contact.replace(/[^\x20-\x7e]|[()]/g, "")}`;
  return `dragoman/${packageVersion()} (political event coder${reach})`;
}

function summaryOf({ polls, failedPolls, reports, dropped }: WatchCounts): string {
  const failed = failedPolls ? `, ${failedPolls} failed` : "";
  const left = dropped ? `; ${dropped} ${dropped === 1 ? "entry" : "entries"} without text or title left out` : "";
  return `${polls} ${polls === 1 ? "poll" : "polls"}${failed}; ${reports} new ${reports === 1 ? "report" : "reports"}${left}`;
}

function say(text: string): void {
  process.stderr.write(`dragoman: ${text}\n`);
}
