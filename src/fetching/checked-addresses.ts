import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { forbiddenRange } from "./address-ranges.ts";
import { FetchError } from "./fetch-error.ts";

/** The addresses of a host name, at least one. */
export type Resolver = (host: string) => Promise<readonly string[]>;

export async function systemResolver(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map((a) => a.address);
}

export interface AddressPolicy {
  readonly resolve: Resolver;
  readonly allowPrivate: boolean;
}

/** The addresses of the URL's host that may be connected to. The connection must go to one of them, without asking the resolver again. */
export async function checkedAddresses(url: URL, policy: AddressPolicy): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [host] : await addressesOf(url, host, policy.resolve);
  if (policy.allowPrivate) return found;
  const allowed = found.filter((a) => forbiddenRange(a) === null);
  const [first] = found;
  if (!allowed.length && first !== undefined)
    throw new FetchError(
      "FETCH_ADDRESS",
      { url: url.href, address: first, range: forbiddenRange(first) ?? "" },
      "lasting",
    );
  return allowed;
}

async function addressesOf(url: URL, host: string, resolve: Resolver): Promise<readonly string[]> {
  try {
    const found = await resolve(host);
    if (found.length) return found;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FetchError("FETCH_NAME", { url: url.href, host, reason }, "passing");
  }
  throw new FetchError("FETCH_NAME", { url: url.href, host, reason: "no addresses" }, "passing");
}
