import { extname } from "node:path";
import type { Issue } from "../core/errors.ts";
import { gzipReader } from "./archive/gzip-reader.ts";
import { zipReader } from "./archive/zip-reader.ts";
import { charsetOf, decodeBytes } from "./characters/charset.ts";
import { feedReader, jsonFeedReader } from "./feed/feed-reader.ts";
import { htmlReader } from "./html/html-reader.ts";
import { jsonLinesReader } from "./json/json-lines-reader.ts";
import { jsonReader } from "./json/json-reader.ts";
import { letterReader, mboxReader } from "./mail/mail-reader.ts";
import { pdfReader } from "./pdf/pdf-reader.ts";
import type { Beginning, FieldMap, Input, Reader } from "./reader.ts";
import { tableReader } from "./table/table-reader.ts";
import { markdownReader } from "./text/markdown-reader.ts";
import { textReader } from "./text/text-reader.ts";
import { arcReader, warcReader } from "./warc/warc-reader.ts";

/** Known by their first bytes. */
const PACKED: readonly Reader[] = [gzipReader, zipReader, pdfReader];

/** Known by their text: the first that recognises the beginning reads it, so the narrower ones stand first. */
const TEXTUAL: readonly Reader[] = [
  warcReader,
  arcReader,
  feedReader,
  jsonFeedReader,
  jsonLinesReader,
  jsonReader,
  htmlReader,
  mboxReader,
  letterReader,
  tableReader,
  markdownReader,
  textReader,
];

/** Kinds of file that people hand over and that hold no text for us, by their first bytes. */
const STRANGERS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["a picture (PNG)", [0x89, 0x50, 0x4e, 0x47]],
  ["a picture (JPEG)", [0xff, 0xd8, 0xff]],
  ["a picture (GIF)", [0x47, 0x49, 0x46, 0x38]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a rich text document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["a bzip2 archive", [0x42, 0x5a, 0x68]],
  ["an xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["a zstd archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a Parquet table", [0x50, 0x41, 0x52, 0x31]],
];

/** Finds the reader of an input, or the reason why there is none. */
export function readerOf(input: Input, map: FieldMap): Reader | { readonly issue: Issue } {
  const { head, told, path } = input;
  if (head.length === 0) return { issue: { code: "INPUT_EMPTY", data: { path } } };
  const ending = extname(path).toLowerCase();
  const packed = PACKED.find((reader) => reader.recognises({ bytes: head, text: "", ending, told, map }));
  if (packed) return packed;
  const [stranger] = STRANGERS.find(([, bytes]) => bytes.every((b, i) => head[i] === b)) ?? [];
  const tar = Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar" ? "a tar archive" : undefined;
  const kind = stranger ?? tar;
  if (kind !== undefined) {
    const remedy = kind.endsWith("archive")
      ? "unpack it, or pack the files as .zip or .gz"
      : "save it as plain text, HTML or PDF";
    return { issue: { code: "INPUT_KIND", data: { path, kind, remedy } } };
  }
  const beginning = textualBeginning(input, ending, map);
  if (typeof beginning === "string") return { issue: { code: beginning, data: { path } } };
  const unread = foreignXml(beginning.text);
  if (unread !== null)
    return {
      issue: {
        code: "INPUT_KIND",
        data: { path, kind: `XML of the kind <${unread}>`, remedy: "give HTML, RSS, Atom, JSON or plain text" },
      },
    };
  return TEXTUAL.find((reader) => reader.recognises(beginning)) ?? { issue: { code: "INPUT_BINARY", data: { path } } };
}

function textualBeginning(
  { head, told }: Input,
  ending: string,
  map: FieldMap,
): Beginning | "INPUT_BINARY" | "INPUT_EMPTY" {
  const charset = charsetOf(head, told.contentType).name;
  // Text in one-byte characters holds no zero byte.
  if (
    !/^utf-(?:16|32)/.test(charset) &&
    head.subarray(0, 8192).includes(0) &&
    !/^\s*(?:WARC\/|filedesc:)/.test(Buffer.from(head.subarray(0, 64)).toString("latin1"))
  )
    return "INPUT_BINARY";
  const text = decodeBytes(head, charset).replace(/^\uFEFF/, "");
  return { bytes: head, text, ending, told, map };
}

/** The root of an XML document that is neither page nor feed; null for anything else. */
function foreignXml(text: string): string | null {
  if (!/^\s*<\?xml\b/.test(text)) return null;
  const root =
    /<(?![!?])([\w.:-]+)/.exec(
      text.replace(/<!--[^]*?(?:-->|$)/g, "").replace(/<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/i, ""),
    )?.[1] ?? null;
  return root === null || /^(?:rss|(?:\w+:)?feed|(?:\w+:)?RDF|channel|html|xhtml:html)$/i.test(root) ? null : root;
}
