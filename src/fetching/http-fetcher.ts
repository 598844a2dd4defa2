import type { AddressPolicy } from "./checked-addresses.ts";
import type { Fetcher, FetchAnswer, FetchFailure, FetchRequest } from "./fetch-answer.ts";
import { FetchError } from "./fetch-error.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { exchange, type Exchange } from "./one-exchange.ts";
import { ACCEPTED_PACKINGS } from "./unpack-body.ts";

export interface FetcherOptions {
  readonly policy: AddressPolicy;
  readonly limits: FetchLimits;
  readonly userAgent: string;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD: ReadonlySet<number> = new Set([301, 308]);

/** GET over HTTP and HTTPS within limits of address, time, size and redirects. */
export class HttpFetcher implements Fetcher {
  private readonly options: FetcherOptions;

  constructor(options: FetcherOptions) {
    this.options = options;
  }

  async fetch(request: FetchRequest): Promise<FetchAnswer | FetchFailure> {
    const clock = new AbortController();
    const seconds = this.options.limits.totalMs / 1000;
    const late = new FetchError("FETCH_TIME", { url: request.url, what: "whole answer", seconds }, "passing");
    const timer = setTimeout(() => clock.abort(late), this.options.limits.totalMs);
    const signal = request.signal ? AbortSignal.any([request.signal, clock.signal]) : clock.signal;
    try {
      return await this.follow(request, signal);
    } catch (error) {
      if (error instanceof FetchError) return error.failure;
      if (request.signal?.aborted) return stoppedFailure(request.url);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async follow(request: FetchRequest, signal: AbortSignal): Promise<FetchAnswer | FetchFailure> {
    let url = webAddress(request.url);
    let movedTo: string | null = null;
    let forGood = true;
    for (let hop = 0; ; hop++) {
      const answer = await this.ask(url, request, signal);
      const next = REDIRECTS.has(answer.status) ? nextAddress(url, answer) : null;
      if (next === null) return { kind: "answer", ...answer, url: url.href, movedTo };
      if (hop === this.options.limits.redirects)
        throw new FetchError("FETCH_REDIRECTS", { url: request.url, limit: hop }, "lasting");
      const forbidden = (await request.mayFollow?.(next)) ?? null;
      if (forbidden) return forbidden;
      forGood &&= FOR_GOOD.has(answer.status);
      url = next;
      if (forGood) movedTo = url.href;
    }
  }

  private ask(url: URL, request: FetchRequest, signal: AbortSignal): Promise<Exchange> {
    const { limits, policy, userAgent } = this.options;
    const headers = {
      accept: "*/*",
      ...request.headers,
      "user-agent": userAgent,
      "accept-encoding": ACCEPTED_PACKINGS,
    };
    return exchange(url, { headers, limits, policy, signal });
  }
}

/** An address that may be asked, without its fragment. */
function webAddress(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new FetchError("FETCH_SCHEME", { url: text, reason: "not an address of http or https" }, "lasting");
  if (url.username || url.password)
    throw new FetchError("FETCH_SCHEME", { url: url.host, reason: "it holds a name or a password" }, "lasting");
  url.hash = "";
  return url;
}

function nextAddress(from: URL, answer: Exchange): URL {
  const location = answer.headers["location"] ?? "";
  if (!location)
    throw new FetchError("FETCH_SCHEME", { url: from.href, reason: "it redirects without saying where" }, "lasting");
  return webAddress(location, from);
}

function stoppedFailure(url: string): FetchFailure {
  return { kind: "failure", issue: { code: "FETCH_STOPPED", data: { url } }, passing: true };
}
