import type { ByteCursor } from "../byte-cursor.ts";
import { MAX_REPORT_BYTES } from "../limits.ts";
import { headersOf } from "./http-message.ts";

/** A record of a web archive: its header fields and its content, or why the content is not there. */
export interface ArchiveRecord {
  readonly type: string;
  readonly url: string;
  /** When it was fetched, YYYY-MM-DD, or "". */
  readonly fetched: string;
  readonly contentType: string;
  readonly content: Uint8Array | { readonly fault: string };
}

const MAX_LINE = 65_536;
const MAX_HEADER_LINES = 200;

/** Types whose content we want; of the others the bytes are passed over. */
const WANTED: ReadonlySet<string> = new Set(["response", "resource", "conversion"]);

/** The next record of a WARC file (ISO 28500); null at the end, a string where the file cannot be followed any further. */
export async function nextWarcRecord(cursor: ByteCursor): Promise<ArchiveRecord | string | null> {
  const first = await firstLine(cursor);
  if (first === null) return null;
  if (!/^WARC\/\d/.test(first)) return `no record begins here but “${first.slice(0, 40)}”`;
  const lines: string[] = [];
  for (;;) {
    const line = await textLine(cursor);
    if (line === null) return "its header is cut off";
    if (line === "") break;
    if (lines.push(line) > MAX_HEADER_LINES) return "its header does not end";
  }
  const headers = headersOf(lines.join("\n"));
  const length = lengthOf(headers.get("content-length"));
  if (length === null) return `its Content-Length is “${headers.get("content-length") ?? ""}”`;
  const type = headers.get("warc-type") ?? "";
  return {
    type,
    url: (headers.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1"),
    fetched: /^\d{4}-\d{2}-\d{2}/.exec(headers.get("warc-date") ?? "")?.[0] ?? "",
    contentType: headers.get("content-type") ?? "",
    content: await contentOf(cursor, length, WANTED.has(type)),
  };
}

/** The next record of an ARC file, the form before WARC: one line of URL, address, date, type and length, then the content. */
export async function nextArcRecord(cursor: ByteCursor): Promise<ArchiveRecord | string | null> {
  const line = await firstLine(cursor);
  if (line === null) return null;
  // Addresses may hold spaces; the four fields behind them do not.
  const m = /^(\S.*?) (\S+) (\d{8})\d* (\S+) (\S+)$/.exec(line);
  if (!m) return `no record begins here but “${line.slice(0, 40)}”`;
  const [, url = "", , date = "", contentType = "", written = ""] = m;
  const length = lengthOf(written);
  if (length === null) return `its length is “${written}”`;
  const isHead = url.startsWith("filedesc:");
  const fetched = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  return {
    type: isHead ? "warcinfo" : "response",
    url,
    fetched,
    contentType,
    content: await contentOf(cursor, length, !isHead),
  };
}

async function contentOf(cursor: ByteCursor, length: number, wanted: boolean): Promise<ArchiveRecord["content"]> {
  const cut = (there: number): { readonly fault: string } => ({
    fault: `it is cut off after ${there} of ${length} bytes`,
  });
  if (!wanted || length > MAX_REPORT_BYTES) {
    const there = await cursor.skip(length);
    if (there < length) return cut(there);
    return {
      fault: wanted
        ? `it has ${(length / 1_000_000).toFixed(0)} MB, more than the ${MAX_REPORT_BYTES / 1_000_000} MB allowed`
        : "",
    };
  }
  const content = await cursor.block(length);
  return content.length < length ? cut(content.length) : content;
}

/** The first line that is not empty: records are divided by empty lines. */
async function firstLine(cursor: ByteCursor): Promise<string | null> {
  for (;;) {
    const line = await textLine(cursor);
    if (line === null || line !== "") return line;
  }
}

async function textLine(cursor: ByteCursor): Promise<string | null> {
  const line = await cursor.line(MAX_LINE);
  return line === null ? null : new TextDecoder().decode(line).trimEnd();
}

function lengthOf(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,12}$/.test(written.trim()) ? Number(written) : null;
}
