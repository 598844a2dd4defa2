import { messageOf } from "../core/errors.ts";
import type { Fetcher } from "../fetching/fetch-answer.ts";
import { type Asking, askPage, askSource } from "./ask-source.ts";
import type { Clock } from "./clock.ts";
import { HostBook } from "./host-book.ts";
import type { SourcedReport } from "../readers/settle-report.ts";
import type { FeedReader } from "./reading/feed-reader.ts";
import type { PageReader } from "./reading/page-reader.ts";
import { reportOfEntry } from "./report-of-entry.ts";
import type { ReportSink } from "./report-sink.ts";
import { afterPageFailure } from "./schedule/after-page.ts";
import { afterPoll } from "./schedule/after-poll.ts";
import { chooseTasks, type Task } from "./schedule/choose-tasks.ts";
import type { SourceState, WaitingPage } from "./schedule/source-state.ts";
import type { ListedSource } from "./source-list.ts";
import type { EndedPage, EndedPoll, ReadyEntry, WatchLedger } from "./watch-ledger.ts";

export interface WatchOptions {
  /** Milliseconds between two polls of a source that is in order. */
  readonly interval: number;
  readonly once: boolean;
  readonly fetchPages: boolean;
  /** Takes entries of every language for English ones. */
  readonly anyLanguage: boolean;
  /** Milliseconds between two requests to a host. */
  readonly hostPause: number;
  readonly requestsAtOnce: number;
}

/** What the watch works with; the clock, the network and the base are told from outside. */
export interface WatchTools {
  readonly clock: Clock;
  readonly fetcher: Fetcher;
  readonly ledger: WatchLedger;
  readonly sink: ReportSink;
  readonly feedReader: FeedReader;
  readonly pageReader: PageReader;
  readonly log: (line: string) => void;
  /** An entry in another language, which is passed over. */
  readonly setAside: (language: string) => void;
  readonly signal: AbortSignal;
}

export interface WatchCounts {
  readonly polls: number;
  readonly failedPolls: number;
  /** Stored, and new to the base. */
  readonly reports: number;
  /** Entries without a word. */
  readonly dropped: number;
}

type WatchTask = Task & ({ readonly state: SourceState } | { readonly page: WaitingPage });
type Ended = { readonly poll: EndedPoll } | { readonly page: EndedPage };

/** A round of `--once` does not wait for hosts that ask for a longer pause. */
const ROUND_PATIENCE = 60_000;
/** Reports handed over together: what one transaction holds, so that nobody waits long for the base. */
const HANDOVER = 64;

/** Polls the sources until it is stopped or, with `once`, until each was asked; then tells what was done. */
export async function watchSources(
  list: readonly ListedSource[],
  options: WatchOptions,
  tools: WatchTools,
): Promise<WatchCounts> {
  const watch = await Watch.begin(list, options, tools);
  return watch.work();
}

class Watch {
  private readonly options: WatchOptions;
  private readonly tools: WatchTools;
  private readonly asking: Asking;
  private readonly sources: Map<string, SourceState>;
  private readonly pages: Map<string, WaitingPage>;
  private readonly running = new Map<string, Promise<void>>();
  private readonly polledInRound = new Set<string>();
  private readonly busy = new Set<string>();
  private ended: Ended[] = [];
  private counts = { polls: 0, failedPolls: 0, reports: 0, dropped: 0 };
  /** A bug in a task; it ends the watch. */
  private broken: Error | null = null;

  static async begin(list: readonly ListedSource[], options: WatchOptions, tools: WatchTools): Promise<Watch> {
    const { clock, fetcher, ledger, signal } = tools;
    const { sources, pages, hosts } = await ledger.begin(list, options.fetchPages, clock.now());
    const book = new HostBook(hosts, { fetcher, clock, signal, pause: options.hostPause });
    const asking = { fetcher, hosts: book, now: () => clock.now(), signal };
    return new Watch(
      options,
      tools,
      asking,
      sources.filter((s) => s.listed),
      options.fetchPages ? pages : [],
    );
  }

  private constructor(
    options: WatchOptions,
    tools: WatchTools,
    asking: Asking,
    sources: readonly SourceState[],
    pages: readonly WaitingPage[],
  ) {
    this.options = options;
    this.tools = tools;
    this.asking = asking;
    this.sources = new Map(sources.map((s) => [s.source, s]));
    this.pages = new Map(pages.map((p) => [pageKey(p), p]));
  }

  async work(): Promise<WatchCounts> {
    // What a killed watch had ready goes first.
    await this.handOver();
    while (!this.tools.signal.aborted) {
      const { start, wakeAt } = this.choose();
      for (const task of start) this.run(task);
      if (!this.running.size && wakeAt === null) break;
      await this.nextThing(wakeAt);
      await this.keep();
    }
    await Promise.all(this.running.values());
    await this.keep();
    return this.counts;
  }

  private choose(): { readonly start: readonly WatchTask[]; readonly wakeAt: number | null } {
    const { once, requestsAtOnce } = this.options;
    return chooseTasks(this.tasks(), {
      now: this.tools.clock.now(),
      freeAt: this.asking.hosts.freeAt(),
      busy: this.busy,
      most: requestsAtOnce,
      patience: once ? ROUND_PATIENCE : Number.POSITIVE_INFINITY,
    });
  }

  private tasks(): readonly WatchTask[] {
    const tasks: WatchTask[] = [];
    for (const state of this.sources.values()) {
      const key = state.source;
      if (this.running.has(key) || this.polledInRound.has(key)) continue;
      // Whoever asks for a round means now; only a source that failed keeps its pause.
      const due = this.options.once && state.failures === 0 ? 0 : state.nextPoll;
      tasks.push({ key, host: new URL(key).host, due, state });
    }
    for (const [key, page] of this.pages)
      if (!this.running.has(key)) tasks.push({ key, host: new URL(page.link).host, due: page.nextTry, page });
    return tasks;
  }

  private run(task: WatchTask): void {
    this.busy.add(task.host);
    if (this.options.once && "state" in task) this.polledInRound.add(task.key);
    const work = "state" in task ? this.poll(task.state) : this.readPage(task.page);
    const done = work
      .then(({ ended, retryAt }) => {
        // Who was stopped learnt nothing: it is as if it had not been asked.
        if (!this.tools.signal.aborted) this.ended.push(ended);
        this.asking.hosts.noteRequest(task.host, retryAt);
      })
      .catch((error: unknown) => {
        this.broken ??= error instanceof Error ? error : new Error(String(error));
      })
      .finally(() => {
        this.busy.delete(task.host);
        this.running.delete(task.key);
      });
    this.running.set(task.key, done);
  }

  private async poll(state: SourceState): Promise<{ readonly ended: Ended; readonly retryAt: number | null }> {
    const { outcome, entries, retryAt } = await askSource(state, this.asking, this.tools.feedReader);
    const after = afterPoll(state, outcome, this.tools.clock.now(), this.options.interval);
    return { ended: { poll: { state: after, entries, wantsPages: this.options.fetchPages } }, retryAt };
  }

  private async readPage(page: WaitingPage): Promise<{ readonly ended: Ended; readonly retryAt: number | null }> {
    const answer = await askPage(page.link, this.asking, this.tools.pageReader);
    if (answer.page)
      return { ended: { page: { page, found: answer.page, retry: null, problem: null } }, retryAt: null };
    const { issue, passing, retryAt } = answer;
    const retry = afterPageFailure(page, passing, this.tools.clock.now());
    return { ended: { page: { page, found: null, retry, problem: messageOf(issue.code, issue.data) } }, retryAt };
  }

  /** Waits until a task ends, the next can begin, or the watch is stopped. */
  private async nextThing(wakeAt: number | null): Promise<void> {
    const { clock, signal } = this.tools;
    const woken = new AbortController();
    const either = AbortSignal.any([signal, woken.signal]);
    const stopped = new Promise<void>((resolve) => either.addEventListener("abort", () => resolve(), { once: true }));
    const sleep = wakeAt === null ? [] : [clock.sleep(Math.max(0, wakeAt - clock.now()), either)];
    await Promise.race([...this.running.values(), ...sleep, stopped]);
    woken.abort();
  }

  /** Writes down what ended, and hands over what became ready by it. */
  private async keep(): Promise<void> {
    if (this.broken !== null) throw this.broken;
    const ended = this.ended;
    if (!ended.length) return;
    const hosts = this.asking.hosts.takeChanged();
    this.ended = [];
    const polls = ended.flatMap((e) => ("poll" in e ? [e.poll] : []));
    const pages = ended.flatMap((e) => ("page" in e ? [e.page] : []));
    const { fresh, waiting, ready, dropped } = await this.tools.ledger.record({
      at: this.tools.clock.now(),
      polls,
      pages,
      hosts,
    });
    this.counts.dropped += dropped;
    for (const poll of polls) this.notePoll(poll, fresh.get(poll.state.source) ?? 0);
    for (const page of pages) this.notePage(page);
    for (const page of waiting) this.pages.set(pageKey(page), page);
    if (ready) await this.handOver();
  }

  private notePoll({ state }: EndedPoll, fresh: number): void {
    const before = this.sources.get(state.source);
    this.sources.set(state.source, { ...state, items: state.items + fresh });
    this.counts.polls++;
    if (state.problem !== null) {
      this.counts.failedPolls++;
      const times = state.failures > 1 ? ` (${state.failures} times in a row)` : "";
      this.tools.log(`${state.problem}${times}`);
    } else if (before?.failures) this.tools.log(`${state.source}: in order again, ${fresh} new`);
    else if (fresh) this.tools.log(`${state.source}: ${fresh} new`);
    if (state.movedTo !== null && before?.movedTo !== state.movedTo)
      this.tools.log(`${state.source}: has moved to ${state.movedTo}; mend the list of sources`);
  }

  private notePage({ page, retry, problem }: EndedPage): void {
    if (retry) this.pages.set(pageKey(page), retry);
    else this.pages.delete(pageKey(page));
    if (problem !== null && !retry) this.tools.log(problem);
  }

  private async handOver(): Promise<void> {
    const { ledger, sink } = this.tools;
    let last = HANDOVER;
    // Each question costs an opening of the base, so that a short answer is taken for the last.
    while (last === HANDOVER) {
      const ready = await ledger.ready(HANDOVER);
      last = ready.length;
      if (!last) return;
      this.counts.reports += await sink.store(this.reportsOf(ready));
      // Killed here, the same reports come again, and the base knows them.
      await ledger.markStored(ready);
    }
  }

  private reportsOf(entries: readonly ReadyEntry[]): readonly SourcedReport[] {
    return entries.flatMap((entry) => {
      const made = reportOfEntry(entry, this.options.anyLanguage);
      if ("value" in made) return [made.value];
      if ("language" in made) this.tools.setAside(made.language);
      else this.tools.log(messageOf(made.issue.code, made.issue.data));
      return [];
    });
  }
}

/** A character that no address holds keeps source and entry apart. */
function pageKey({ source, entry }: WaitingPage): string {
  return `${source} ${entry}`;
}
