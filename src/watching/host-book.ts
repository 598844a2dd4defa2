import { type Issue, messageOf } from "../core/errors.ts";
import type { Fetcher, FetchFailure } from "../fetching/fetch-answer.ts";
import { retryAfter } from "../fetching/retry-after.ts";
import { isAllowed, readRobots, type RobotsRules } from "../fetching/robots-rules.ts";
import type { Clock } from "./clock.ts";
import { afterRequest } from "./schedule/host-pace.ts";
import type { HostState } from "./schedule/source-state.ts";

/** The name that sites write into robots.txt. */
const CRAWLER = "dragoman";
const ROBOTS_HOLD = 86_400_000;
/** A robots.txt that could not be had is not asked for again so soon. */
const FAILURE_HOLD = 600_000;

interface KnownRobots {
  readonly until: number;
  /** Or why there are none. */
  readonly rules: RobotsRules | Issue;
}

export interface HostBookOptions {
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds between two requests to a host. */
  readonly pause: number;
}

/** What is known of the hosts: their robots.txt, and when they may be asked again. */
export class HostBook {
  private readonly options: HostBookOptions;
  private readonly hosts: Map<string, HostState>;
  private readonly robots = new Map<string, KnownRobots>();
  private readonly changed = new Set<string>();

  constructor(hosts: readonly HostState[], options: HostBookOptions) {
    this.options = options;
    this.hosts = new Map(hosts.map((h) => [h.host, h]));
  }

  freeAt(): ReadonlyMap<string, number> {
    return new Map([...this.hosts].map(([host, state]) => [host, state.freeAt]));
  }

  /** The states that changed since the last call. */
  takeChanged(): readonly HostState[] {
    const taken = [...this.changed].sort().map((host) => this.stateOf(host));
    this.changed.clear();
    return taken;
  }

  /** After a request to the host ended, with the `Retry-After` of its answer, if it had one. */
  noteRequest(host: string, retryAt: number | null): void {
    const rules = this.robots.get(host)?.rules;
    const delay = rules && "delay" in rules ? rules.delay : null;
    this.keep(
      afterRequest(this.stateOf(host), this.options.clock.now(), { pause: this.options.pause, delay, retryAt }),
    );
  }

  /** Null when the site's robots.txt allows the address, else why not. */
  async forbids(url: URL): Promise<FetchFailure | null> {
    const { rules } = await this.robotsOf(url);
    if ("code" in rules) return { kind: "failure", issue: rules, passing: rules.code !== "FETCH_ADDRESS" };
    if (isAllowed(rules, url)) return null;
    const issue = { code: "ROBOTS_FORBIDS", data: { url: url.href, host: url.host } } as const;
    return { kind: "failure", issue, passing: false };
  }

  private async robotsOf(url: URL): Promise<KnownRobots> {
    const now = this.options.clock.now();
    const known = this.robots.get(url.host) ?? rememberedRobots(this.stateOf(url.host));
    if (known && known.until > now) {
      this.robots.set(url.host, known);
      return known;
    }
    const read = await this.readRobots(url);
    this.robots.set(url.host, read);
    return read;
  }

  private async readRobots(url: URL): Promise<KnownRobots> {
    const { fetcher, clock, signal } = this.options;
    const answer = await fetcher.fetch({ url: `${url.origin}/robots.txt`, signal });
    const now = clock.now();
    const unknown = (rules: Issue): KnownRobots => ({ until: now + FAILURE_HOLD, rules });
    if (answer.kind === "failure") return unknown(robotsIssue(url, answer.issue));
    const { status, headers } = answer;
    if (status === 429 || status >= 500) {
      this.noteRequest(url.host, retryAfter(headers["retry-after"], now));
      const data = { url: url.href, host: url.host, reason: `the server answers ${status}` };
      return unknown({ code: "ROBOTS_UNKNOWN", data });
    }
    // Redirects that lead nowhere count as "no robots.txt", as every other answer below 500 that is not the file.
    // RFC 9309 wants UTF-8; what is none becomes signs that match nothing.
    const text = status === 200 ? new TextDecoder().decode(answer.body) : "";
    this.keep({ ...this.stateOf(url.host), robots: text, robotsRead: now });
    return { until: now + ROBOTS_HOLD, rules: readRobots(text, CRAWLER) };
  }

  private stateOf(host: string): HostState {
    return this.hosts.get(host) ?? { host, freeAt: 0, robots: null, robotsRead: null };
  }

  private keep(state: HostState): void {
    this.hosts.set(state.host, state);
    this.changed.add(state.host);
  }
}

function rememberedRobots({ robots, robotsRead }: HostState): KnownRobots | null {
  if (robots === null || robotsRead === null) return null;
  return { until: robotsRead + ROBOTS_HOLD, rules: readRobots(robots, CRAWLER) };
}

/** What keeps the robots.txt from being read may be true of the whole host; then that is said. */
function robotsIssue(url: URL, issue: Issue): Issue {
  if (issue.code === "FETCH_ADDRESS" || issue.code === "FETCH_NAME" || issue.code === "FETCH_SCHEME") return issue;
  const reason = messageOf(issue.code, issue.data);
  return { code: "ROBOTS_UNKNOWN", data: { url: url.href, host: url.host, reason } };
}
