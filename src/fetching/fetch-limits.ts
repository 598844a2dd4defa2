/** What one request may cost. */
export interface FetchLimits {
  /** Finding the address, connecting, and the handshake of TLS. */
  readonly connectMs: number;
  /** From the connection to the headers of the answer. */
  readonly firstByteMs: number;
  /** Everything, redirects included. */
  readonly totalMs: number;
  readonly redirects: number;
  /** Of the body as sent, and again of the body unpacked. */
  readonly bytes: number;
  readonly headerBytes: number;
}

/** The longest feed of news with whole articles is below 5 MB; a page is below 3. */
export const FETCH_LIMITS: FetchLimits = {
  connectMs: 10_000,
  firstByteMs: 20_000,
  totalMs: 60_000,
  redirects: 5,
  bytes: 10_000_000,
  headerBytes: 32_768,
};
