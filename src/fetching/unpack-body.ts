import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { FetchError } from "./fetch-error.ts";

type Unpack = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gunzipBody: Unpack = promisify(gunzip);
const inflateBody: Unpack = promisify(inflate);
const inflateRawBody: Unpack = promisify(inflateRaw);
const brotliBody: Unpack = promisify(brotliDecompress);

/** What is announced to servers. */
export const ACCEPTED_PACKINGS = "gzip, deflate, br";

const UNPACKERS: Readonly<Record<string, Unpack>> = {
  gzip: gunzipBody,
  "x-gzip": gunzipBody,
  br: brotliBody,
  // Some servers send the bare stream under this name, others the one with a header as the standard says.
  deflate: (body, options) => ((body[0] ?? 0) % 16 === 8 ? inflateBody : inflateRawBody)(body, options),
};

/** A server that packs twice is odd, one that packs more often is an attack. */
const MOST_PACKINGS = 2;

/** Undoes `Content-Encoding`, and stops as soon as the body grows over `limit` bytes. */
export async function unpackBody(
  url: string,
  body: Uint8Array,
  contentEncoding: string,
  limit: number,
): Promise<Uint8Array> {
  const packings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((p) => p.trim())
    .filter((p) => p !== "" && p !== "identity");
  if (!packings.length || !body.length) return body;
  const unpackers = packings.map((p) => UNPACKERS[p]);
  if (packings.length > MOST_PACKINGS || unpackers.includes(undefined))
    throw new FetchError("FETCH_PACKING", { url, packing: contentEncoding }, "lasting");
  let unpacked = body;
  // The header names them in the order in which they were put on.
  for (const unpack of unpackers.reverse())
    if (unpack) unpacked = await unpackOnce(url, () => unpack(unpacked, { maxOutputLength: limit }), limit);
  return unpacked;
}

async function unpackOnce(url: string, unpack: () => Promise<Uint8Array>, limit: number): Promise<Uint8Array> {
  try {
    return await unpack();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE")
      throw new FetchError("FETCH_TOO_LARGE", { url, limit: limit / 1e6, what: "unpacked" }, "lasting");
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FetchError("FETCH_CUT", { url, reason }, "passing");
  }
}
