import type { Issue } from "../core/errors.ts";

/** What is asked of a server. */
export interface FetchRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked before each hop of a redirect is taken; a failure ends the request with it. The first address is not asked about. */
  readonly mayFollow?: (url: URL) => Promise<FetchFailure | null>;
  readonly signal?: AbortSignal;
}

/** A whole answer, of whatever status, unpacked. */
export interface FetchAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Where the asked address has moved for good; null when it has not, or only on the way of a passing redirect. */
  readonly movedTo: string | null;
}

/** No answer that could be used. */
export interface FetchFailure {
  readonly kind: "failure";
  readonly issue: Issue;
  /** Asking again later may help. */
  readonly passing: boolean;
}

/** Asks the web. Never throws for what a server does. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchAnswer | FetchFailure>;
}
