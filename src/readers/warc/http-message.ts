import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { MAX_REPORT_BYTES } from "../limits.ts";

/** The answer of a web server as an archive keeps it. */
export interface HttpMessage {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Reads status, headers and body; a string says what is wrong. What was sent in pieces or packed is put together and unpacked. */
export function httpMessage(bytes: Uint8Array): HttpMessage | string {
  const end = endOfHeaders(bytes);
  const head = latin1(bytes.subarray(0, end.headers));
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(head);
  if (!status) return "it does not begin with an HTTP status line";
  const headers = headersOf(head);
  const sent = bytes.subarray(end.body);
  // Archives that keep the header but not the pieces are common: then the body stands as it is.
  const whole = /chunked/i.test(headers.get("transfer-encoding") ?? "") ? (dechunked(sent) ?? sent) : sent;
  const body = unpacked(whole, headers.get("content-encoding") ?? "");
  if (typeof body === "string") return body;
  return { status: Number(status[1]), contentType: headers.get("content-type") ?? "", body };
}

/** Header lines by lower-case name; a line that begins with a space goes on with the one before. */
export function headersOf(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const at = line.indexOf(":");
    const name = line.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (name !== "" && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return headers;
}

function endOfHeaders(bytes: Uint8Array): { readonly headers: number; readonly body: number } {
  const text = latin1(bytes.subarray(0, 65_536));
  const m = /\r?\n\r?\n/.exec(text);
  return m ? { headers: m.index, body: m.index + m[0].length } : { headers: bytes.length, body: bytes.length };
}

/** Puts a body of pieces together (RFC 9112, section 7.1); null when it is not in pieces. A last piece that is cut off is kept. */
function dechunked(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const line = /^([0-9a-f]{1,8})[^\r\n]*\r?\n/i.exec(latin1(bytes.subarray(at, at + 1024)));
    if (!line?.[1]) return parts.length === 0 ? null : Buffer.concat([...parts, bytes.subarray(at)]);
    const size = parseInt(line[1], 16);
    at += line[0].length;
    if (size === 0) break;
    parts.push(bytes.subarray(at, at + size));
    at += size;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
  }
  return Buffer.concat(parts);
}

function unpacked(bytes: Uint8Array, encoding: string): Uint8Array | string {
  const name = encoding.toLowerCase().trim();
  const limit = { maxOutputLength: MAX_REPORT_BYTES };
  try {
    if (name === "gzip" || name === "x-gzip")
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { ...limit }) : bytes;
    if (name === "deflate")
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
    if (name === "br") return brotliDecompressSync(bytes, limit);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === "ERR_BUFFER_TOO_LARGE"
      ? `it unpacks to over ${MAX_REPORT_BYTES / 1_000_000} MB`
      : `its ${name} body is damaged: ${message}`;
  }
  return bytes;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
