import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { AppError, type ErrorCode, type Issue } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import { readLines } from "./read-lines.ts";
import { makeReport, reportFromJson } from "./report-fields.ts";

/** Longest line or file of one report, in bytes. A novel has one or two megabytes; more is a mistake of the sender. */
export const MAX_REPORT_BYTES = 10_000_000;

export type ReadItem<T> =
  { readonly value: T; readonly path: string; readonly line: number } | { readonly issue: Issue };

/** How the records of a source are turned into values: reports, or rows of relation coding. */
export interface RecordReader<T> {
  fromJson(
    value: unknown,
    at: { readonly path: string; readonly line: number },
  ): { readonly value: T } | { readonly issue: Issue };
  /** Null when the source's values cannot be plain text. */
  fromText: ((text: string) => T) | null;
}

export function reportReader(givenDate: string | null): RecordReader<Report> {
  return {
    fromJson: (value, at) => reportFromJson(value, at, givenDate),
    fromText: (text) =>
      makeReport({ id: null, date: givenDate, title: null, source: null, url: null, language: null, text }),
  };
}

/** Reads every source in turn; whatever is wrong with one is an issue, and the rest goes on. `-` is standard input. */
export async function* readSources<T>(
  paths: readonly string[],
  reader: RecordReader<T>,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadItem<T>> {
  for (const path of paths) {
    try {
      yield* path === "-" ? readStandardInput(stdin, reader) : readFile(path, reader);
    } catch (error) {
      const issue = asIssue(path, error);
      if (!issue) throw error;
      yield { issue };
    }
  }
}

async function* readFile<T>(path: string, reader: RecordReader<T>): AsyncGenerator<ReadItem<T>> {
  const info = await stat(path);
  if (info.isDirectory())
    throw new AppError("INPUT_UNREADABLE", { path, reason: "it is a folder; name the files in it" });
  if (info.size === 0) throw new AppError("INPUT_EMPTY", { path });
  const ending = extname(path).toLowerCase();
  if (
    ![".txt", ".text", "", ".json", ".jsonl", ".ndjson"].includes(ending) ||
    (!reader.fromText && [".txt", ".text"].includes(ending))
  )
    throw new AppError("INPUT_FORMAT", { path, ending });
  const chunks = refuseBinary(createReadStream(path), path);
  if (ending === ".jsonl" || ending === ".ndjson") yield* readJsonLines(chunks, path, reader);
  else if (ending === ".json") yield* readJsonFile(await readAll(chunks, path), path, reader);
  else if (reader.fromText) yield { value: reader.fromText(await readAll(chunks, path)), path, line: 1 };
}

/** JSON when the first character says so, else one plain report. */
async function* readStandardInput<T>(
  stdin: AsyncIterable<Uint8Array>,
  reader: RecordReader<T>,
): AsyncGenerator<ReadItem<T>> {
  const path = "standard input";
  const iterator = refuseBinary(stdin, path)[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let first = "";
  while (!first) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    first = Buffer.from(next.value)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trimStart()
      .slice(0, 1);
  }
  if (!first) throw new AppError("INPUT_EMPTY", { path });
  const all = rejoin(head, iterator);
  if (first === "{" || !reader.fromText) yield* readJsonLines(all, path, reader);
  else if (first === "[") yield* readJsonFile(await readAll(all, path), path, reader);
  else yield { value: reader.fromText(await readAll(all, path)), path, line: 1 };
}

async function* rejoin(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* readJsonLines<T>(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  reader: RecordReader<T>,
): AsyncGenerator<ReadItem<T>> {
  for await (const item of readLines(chunks, path, MAX_REPORT_BYTES)) {
    if ("issue" in item) yield item;
    else yield parseRecord(item.text, { path, line: item.line }, reader);
  }
}

/** One object, an array of objects, or (as many tools write under this name) JSON lines. */
function* readJsonFile<T>(text: string, path: string, reader: RecordReader<T>): Generator<ReadItem<T>> {
  const lines = text.split("\n").filter((l) => l.trim());
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (lines.length > 1 && lines.every((l) => l.trimStart().startsWith("{"))) {
      let line = 0;
      for (const l of text.split("\n")) {
        line++;
        if (l.trim()) yield parseRecord(l, { path, line }, reader);
      }
      return;
    }
    yield { issue: { code: "INPUT_JSON", data: { path, line: 1, reason: error.message } } };
    return;
  }
  const records: readonly unknown[] = Array.isArray(whole) ? whole : [whole];
  for (const [i, record] of records.entries()) {
    const at = { path, line: Array.isArray(whole) ? i + 1 : 1 };
    const made = reader.fromJson(record, at);
    yield "issue" in made ? made : { value: made.value, ...at };
  }
}

function parseRecord<T>(
  text: string,
  at: { readonly path: string; readonly line: number },
  reader: RecordReader<T>,
): ReadItem<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { issue: { code: "INPUT_JSON", data: { ...at, reason: error.message } } };
  }
  const made = reader.fromJson(value, at);
  return "issue" in made ? made : { value: made.value, ...at };
}

/** Passes the bytes on unless the beginning holds a NUL byte, which no text does. */
async function* refuseBinary(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of chunks) {
    if (seen < 8192 && chunk.subarray(0, 8192 - seen).includes(0)) throw new AppError("INPUT_BINARY", { path });
    seen += chunk.length;
    yield chunk;
  }
}

async function readAll(chunks: AsyncIterable<Uint8Array>, path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_REPORT_BYTES) {
      const limit = (MAX_REPORT_BYTES / 1_000_000).toFixed(0);
      throw new AppError("INPUT_LINE_TOO_LONG", { path, line: 1, size: `over ${limit}`, limit });
    }
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.trim()) throw new AppError("INPUT_EMPTY", { path });
    return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new AppError("INPUT_ENCODING", { path, byte: firstInvalidByte(bytes) }, { cause: error });
  }
}

/** Binary search for the longest valid prefix; a cut inside a character is allowed for. */
function firstInvalidByte(bytes: Uint8Array): number {
  const decodes = (end: number, stream = true): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (decodes(mid)) low = mid;
    else high = mid;
  }
  // The prefix may end inside a character: its first byte is the one that is wrong.
  while (low > 0 && !decodes(low, false)) low--;
  return low;
}

function asIssue(path: string, error: unknown): Issue | null {
  if (error instanceof AppError) return { code: error.code, data: error.data };
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return null;
  const known: ErrorCode = code === "ENOENT" ? "INPUT_NOT_FOUND" : "INPUT_UNREADABLE";
  return { code: known, data: { path, reason: code } };
}
