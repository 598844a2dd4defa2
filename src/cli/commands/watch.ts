import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { AppError } from "../../core/errors.ts";
import { systemResolver } from "../../fetching/checked-addresses.ts";
import { FETCH_LIMITS } from "../../fetching/fetch-limits.ts";
import { HttpFetcher } from "../../fetching/http-fetcher.ts";
import { packageVersion } from "../../lexicon/package-files.ts";
import { systemClock } from "../../watching/clock.ts";
import { DuckDbLedger } from "../../watching/duckdb/duckdb-ledger.ts";
import { healthRow, healthTable } from "../../watching/health-table.ts";
import type { Patience } from "../../watching/patience.ts";
import { answeredFeeds } from "../../watching/reading/answered-feeds.ts";
import { answeredPages } from "../../watching/reading/answered-pages.ts";
import { HOST_PAUSE } from "../../watching/schedule/host-pace.ts";
import { readSourceList, type SourceList } from "../../watching/source-list.ts";
import { type WatchCounts, type WatchOptions, watchSources } from "../../watching/watch.ts";
import { BaseSink } from "../base-sink.ts";
import { IssueLog } from "../issue-log.ts";
import { CodingPool } from "../../workers/coding-pool.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface WatchCommandOptions {
  readonly db: string;
  readonly jobs?: number;
  readonly ids?: boolean;
  readonly happenings: boolean;
  readonly anyLanguage?: boolean;
  readonly lexicon: readonly string[];
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

/** `dragoman watch`: polls feeds into an event base, or tells how they do. */
export async function runWatch(path: string | undefined, options: WatchCommandOptions): Promise<void> {
  if (options.health) return printHealth(options);
  const issues = new IssueLog();
  const list = sourcesIn(path);
  for (const issue of list.issues) issues.refuse(issue);
  const stop = new AbortController();
  const stopOn = ["SIGINT", "SIGTERM"] as const;
  const onSignal = (): void => stop.abort();
  for (const signal of stopOn) process.once(signal, onSignal);
  try {
    const { counts, events } = await watch(list, options, issues, stop.signal);
    issues.finish(list.sources.length, list.sources.length === 1 ? "source watched" : "sources watched");
    say(summaryOf(counts, events, options.db));
    if (options.once && counts.failedPolls) process.exitCode = 1;
  } finally {
    for (const signal of stopOn) process.removeListener(signal, onSignal);
  }
}

interface Watched {
  readonly counts: WatchCounts;
  readonly events: number;
}

async function watch(
  { sources }: SourceList,
  options: WatchCommandOptions,
  issues: IssueLog,
  signal: AbortSignal,
): Promise<Watched> {
  const pool = new CodingPool(options.jobs ?? availableParallelism(), { lexicon: options.lexicon });
  const patience = patienceWith(options.db, signal);
  let events = 0;
  const sink = new BaseSink({
    path: options.db,
    pool,
    patience,
    log,
    links: options.happenings,
    onStored: async (report, count) => {
      events += count;
      if (options.ids) await writeOut(`${report.id}\n`);
    },
  });
  try {
    // A lexicon that cannot be loaded is told before anything is asked of the web.
    await pool.describe();
    const counts = await watchSources(sources, watchOptions(options), {
      clock: systemClock,
      fetcher: new HttpFetcher({
        limits: FETCH_LIMITS,
        policy: { resolve: systemResolver, allowPrivate: options.allowPrivate ?? false },
        userAgent: userAgent(options.contact),
      }),
      ledger: new DuckDbLedger(options.db, patience),
      sink,
      feedReader: answeredFeeds,
      pageReader: answeredPages,
      log,
      setAside: (language) => issues.setAside(language),
      signal,
    });
    await sink.finish();
    return { counts, events };
  } finally {
    await pool.close();
  }
}

function watchOptions(options: WatchCommandOptions): WatchOptions {
  return {
    interval: options.every * MINUTE,
    once: options.once ?? false,
    fetchPages: options.fetchPages ?? false,
    anyLanguage: options.anyLanguage ?? false,
    hostPause: HOST_PAUSE,
    requestsAtOnce: REQUESTS_AT_ONCE,
  };
}

async function printHealth({ db, format }: WatchCommandOptions): Promise<void> {
  const states = existsSync(db)
    ? await new DuckDbLedger(db, patienceWith(db, new AbortController().signal)).health()
    : [];
  if (!states.length) throw new AppError("WATCH_NOTHING", { path: db });
  await writeOut(
    format === "table" ? healthTable(states) : states.map((s) => `${JSON.stringify(healthRow(s))}\n`).join(""),
  );
}

function patienceWith(path: string, signal: AbortSignal): Patience {
  const onWait = (): void => say(`${path} is in use by another process; waiting for it`);
  return { clock: systemClock, signal, onWait };
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

function summaryOf({ polls, failedPolls, reports, dropped }: WatchCounts, events: number, db: string): string {
  const failed = failedPolls ? `, ${failedPolls} failed` : "";
  const left = dropped ? `; ${dropped} ${dropped === 1 ? "entry" : "entries"} without text or title left out` : "";
  return `${polls} ${polls === 1 ? "poll" : "polls"}${failed}; ${reports} new ${reports === 1 ? "report" : "reports"} with ${events} events in ${db}${left}`;
}

/** A watch runs for months: what it tells has its hour. */
function log(line: string): void {
  say(`${new Date(systemClock.now()).toISOString().slice(0, 19)}Z ${line}`);
}

function say(text: string): void {
  process.stderr.write(`dragoman: ${text}\n`);
}
