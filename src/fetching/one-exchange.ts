import { type IncomingMessage, request as requestHttp, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { type AddressPolicy, checkedAddresses } from "./checked-addresses.ts";
import { forbiddenRange } from "./address-ranges.ts";
import { FetchError } from "./fetch-error.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { unpackBody } from "./unpack-body.ts";

export interface Exchange {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface ExchangeOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  readonly policy: AddressPolicy;
  /** Ends the exchange: the total time is over, or whoever asked has gone. */
  readonly signal: AbortSignal;
}

/** One request and its answer, redirects not followed. Throws a FetchError, or the signal's reason. */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { limits, signal } = options;
  const clock = new AbortController();
  const stop = AbortSignal.any([signal, clock.signal]);
  const allow = (what: string, ms: number): NodeJS.Timeout =>
    setTimeout(
      () => clock.abort(new FetchError("FETCH_TIME", { url: url.href, what, seconds: ms / 1000 }, "passing")),
      ms,
    );
  let timer = allow("connection", limits.connectMs);
  try {
    const addresses = await orStopped(checkedAddresses(url, options.policy), stop);
    const answer = await answerOf(url, addresses, options, stop, () => {
      clearTimeout(timer);
      timer = allow("first byte", limits.firstByteMs);
    });
    clearTimeout(timer);
    return await wholeAnswer(url, answer, limits, stop);
  } finally {
    clearTimeout(timer);
  }
}

/** A resolver cannot be stopped, but it need not be waited for. */
async function orStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  stop.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const stopped = (): void => reject(stop.reason as Error);
    stop.addEventListener("abort", stopped, { once: true });
    work.then(resolve, reject).finally(() => stop.removeEventListener("abort", stopped));
  });
}

function answerOf(
  url: URL,
  addresses: readonly string[],
  { headers, limits, policy }: ExchangeOptions,
  stop: AbortSignal,
  connected: () => void,
): Promise<IncomingMessage> {
  const options: RequestOptions = {
    agent: false,
    headers: { ...headers, connection: "close" },
    maxHeaderSize: limits.headerBytes,
    lookup: lookupAmong(addresses),
    signal: stop,
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options);
    // Stays for the life of the request: a broken answer may be reported twice.
    request.on("error", (error) => reject(stop.aborted ? (stop.reason as Error) : connectionError(url, error)));
    request.on("response", resolve);
    request.on("socket", (socket: Socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
        const address = socket.remoteAddress ?? "";
        const range = policy.allowPrivate ? null : forbiddenRange(address);
        if (range === null) connected();
        else request.destroy(new FetchError("FETCH_ADDRESS", { url: url.href, address, range }, "lasting"));
      });
    });
    request.end();
  });
}

/** Answers a connection's question for the address with those that were checked, whatever the resolver says by now. */
function lookupAmong(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = known;
    if (options.all) callback(null, known);
    else callback(null, first?.address ?? "", first?.family ?? 4);
  };
}

async function wholeAnswer(
  url: URL,
  answer: IncomingMessage,
  limits: FetchLimits,
  stop: AbortSignal,
): Promise<Exchange> {
  const headers = headersOf(answer);
  const body = await bodyOf(url, answer, limits.bytes, stop);
  const unpacked = await unpackBody(url.href, body, headers["content-encoding"] ?? "", limits.bytes);
  return { status: answer.statusCode ?? 0, headers, body: unpacked };
}

async function bodyOf(url: URL, answer: IncomingMessage, limit: number, stop: AbortSignal): Promise<Uint8Array> {
  const tooLarge = (): FetchError =>
    new FetchError("FETCH_TOO_LARGE", { url: url.href, limit: limit / 1e6, what: "sent" }, "lasting");
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (Number(answer.headers["content-length"]) > limit) throw tooLarge();
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    if (stop.aborted) throw stop.reason;
    throw cause instanceof FetchError ? cause : cutError(url, cause);
  } finally {
    answer.destroy();
  }
  return Buffer.concat(chunks);
}

function headersOf(answer: IncomingMessage): Readonly<Record<string, string>> {
  const pairs = Object.entries(answer.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : (value ?? ""),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function connectionError(url: URL, error: Error): FetchError {
  if (error instanceof FetchError) return error;
  return new FetchError("FETCH_CONNECTION", { url: url.href, reason: reasonOf(error) }, "passing");
}

function cutError(url: URL, cause: unknown): FetchError {
  return new FetchError("FETCH_CUT", { url: url.href, reason: reasonOf(cause) }, "passing");
}

/** Several addresses that all failed give an error without a message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}
