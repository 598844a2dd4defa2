import { AppError } from "../../core/errors.ts";
import { ByteCursor } from "../byte-cursor.ts";
import { inputOf, memberPlace } from "../bytes.ts";
import type { Found, Input, Reader } from "../reader.ts";
import { type ArchiveRecord, nextArcRecord, nextWarcRecord } from "./archive-record.ts";
import { httpMessage } from "./http-message.ts";

type NextRecord = typeof nextWarcRecord;

/** Web archives: every page, feed or text that was fetched is an input of its own. */
export const warcReader: Reader = {
  format: "WARC",
  recognises: ({ text }) => /^\s*WARC\/\d/.test(text),
  read: (input) => readArchive(input, nextWarcRecord),
};

export const arcReader: Reader = {
  format: "ARC",
  recognises: ({ text }) => text.startsWith("filedesc://"),
  read: (input) => readArchive(input, nextArcRecord),
};

/** Kinds of content that may hold reports; pictures, styles and scripts are passed over. */
const TEXTUAL =
  /^(?:$|text\/(?:html|plain|xml|markdown)|application\/(?:xhtml|xml|rss|atom|rdf)\b|application\/feed\+json|application\/[\w.]+\+xml|application\/pdf)/i;

/** Goes through the records; where the file cannot be followed further, what was read stays and the place is told. */
async function* readArchive(input: Input, nextRecord: NextRecord): AsyncGenerator<Found> {
  const cursor = new ByteCursor(input.chunks);
  const { path } = input;
  let line = 1;
  let members = 0;
  try {
    for (; ; line++) {
      const record = await nextRecord(cursor);
      if (record === null) {
        if (members === 0) yield nothing(path, line - 1);
        return;
      }
      if (typeof record === "string") {
        yield broken(path, line, "the rest of the archive from this record on", record);
        return;
      }
      const found = memberOf(record, input, line);
      if (found) {
        members++;
        yield found;
      }
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield broken(path, line, "the rest of the archive from this record on", error.message);
  } finally {
    await cursor.close();
  }
}

function memberOf(record: ArchiveRecord, input: Input, line: number): Found | null {
  const { content, url, type } = record;
  const what = `record ${line} (${[type, url].filter(Boolean).join(" ")})`;
  if ("fault" in content) return content.fault === "" ? null : broken(input.path, line, what, content.fault);
  const fetched = record.fetched === "" ? undefined : record.fetched;
  const enter = (bytes: Uint8Array, contentType: string): Found | null => {
    if (!TEXTUAL.test(contentType) || bytes.length === 0) return null;
    return { kind: "input", input: inputOf(bytes, memberPlace(input, url, line, { contentType, url, fetched })) };
  };
  if (type !== "response" || !/^(?:https?:|$)/i.test(url)) return enter(content, record.contentType);
  const message = httpMessage(content);
  if (typeof message === "string") return broken(input.path, line, what, message);
  // What was moved, forbidden or not there has a page that is no report.
  return message.status === 200 || message.status === 203 ? enter(message.body, message.contentType) : null;
}

/** An archive of pictures or of repeats must not look like one that was read. */
function nothing(path: string, count: number): Found {
  const what = `none of its ${count} records is a page, a feed or a text`;
  return { kind: "issue", issue: { code: "INPUT_NO_TEXT", data: { path, line: 1, what } } };
}

function broken(path: string, line: number, what: string, reason: string): Found {
  return { kind: "issue", issue: { code: "INPUT_RECORD", data: { path, line, what, reason } } };
}
