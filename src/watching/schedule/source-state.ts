/** What is known of a watched feed. Times are milliseconds since 1970. */
export interface SourceState {
  readonly source: string;
  readonly title: string | null;
  readonly listed: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly polled: number | null;
  readonly succeeded: number | null;
  readonly nextPoll: number;
  readonly status: number | null;
  /** In a row. */
  readonly failures: number;
  readonly problem: string | null;
  readonly movedTo: string | null;
  /** Entries seen so far. */
  readonly items: number;
}

/** What is known of a host. */
export interface HostState {
  readonly host: string;
  /** No request before that. */
  readonly freeAt: number;
  /** Text of its robots.txt, empty when it has none; null when it is not known. */
  readonly robots: string | null;
  readonly robotsRead: number | null;
}

/** An entry whose page is still wanted. */
export interface WaitingPage {
  readonly source: string;
  readonly entry: string;
  readonly link: string;
  /** So many times it was tried in vain. */
  readonly tries: number;
  readonly nextTry: number;
}

/** A feed that was never polled. */
export function newSource(source: string, title: string | null, now: number): SourceState {
  return {
    source,
    title,
    listed: true,
    etag: null,
    lastModified: null,
    polled: null,
    succeeded: null,
    nextPoll: now,
    status: null,
    failures: 0,
    problem: null,
    movedTo: null,
    items: 0,
  };
}
