import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable, type Transform } from "node:stream";
import { createGunzip, createInflateRaw } from "node:zlib";
import { AppError } from "../core/errors.ts";

/** One line of a file of somebody else's, without its end. */
export interface ImportLine {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line was no UTF-8 and was read as Windows-1252. */
  readonly otherEncoding: boolean;
}

/** No row of an event table is longer; what is longer is no such table. */
const MOST_LINE_BYTES = 5_000_000;
const NEWLINE = 0x0a;

/** The lines of a file, plain, gzip or the first file of a zip archive, in constant memory; `-` is standard input. Empty lines are passed over. */
export async function* importLines(path: string): AsyncGenerator<ImportLine> {
  const name = path === "-" ? "standard input" : path;
  const chunks: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
  try {
    yield* linesOf(await unpacked(chunks), name);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("INPUT_UNREADABLE", { path: name, reason }, { cause });
  }
}

/** SHA-256 of a file as it lies there. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<ImportLine> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  for await (const chunk of chunks) {
    const bytes: Buffer = rest.length ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      line++;
      yield* lineOf(bytes.subarray(from, at), line);
      from = at + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > MOST_LINE_BYTES)
      throw new AppError("INPUT_UNREADABLE", { path, reason: `line ${line + 1} has no end; is it a table of events?` });
  }
  yield* lineOf(rest, line + 1);
}

function* lineOf(bytes: Buffer, line: number): Generator<ImportLine> {
  if (!bytes.length) return;
  let text = bytes.toString("utf8");
  // A replacement character is there for bytes that are no UTF-8, or because the file itself has one.
  const otherEncoding = text.includes("\uFFFD") && !isUtf8(bytes);
  if (otherEncoding) text = new TextDecoder("windows-1252").decode(bytes);
  if (line === 1) text = text.replace(/^\uFEFF/, "");
  if (text.endsWith("\r")) text = text.slice(0, -1);
  if (text.trim()) yield { text, line, otherEncoding };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Takes off the packing that the first bytes tell of. */
async function unpacked(chunks: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  const more = async (size: number): Promise<boolean> => {
    while (head.length < size) {
      const next = await iterator.next();
      if (next.done) return false;
      head = Buffer.concat([head, next.value]);
    }
    return true;
  };
  await more(4);
  if (head[0] === 0x1f && head[1] === 0x8b) return throughZlib(createGunzip(), rejoined(head, iterator));
  if (head.length < 4 || head.readUInt32LE(0) !== ZIP_ENTRY) return rejoined(head, iterator);
  if (!(await more(30)) || !(await more(zipDataAt(head)))) throw new Error("the zip archive is cut off");
  const method = head.readUInt16LE(8);
  if (method !== DEFLATED) throw new Error(`the zip archive is packed by method ${method}; unpack it first`);
  return throughZlib(createInflateRaw(), rejoined(head.subarray(zipDataAt(head)), iterator));
}

const ZIP_ENTRY = 0x04034b50;
const DEFLATED = 8;

/** Where the first file of a zip archive begins: behind its header, name and extra field. */
function zipDataAt(head: Buffer): number {
  return 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}

async function* rejoined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function throughZlib(zlib: Transform, packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  source.on("error", (error) => zlib.destroy(error));
  return source.pipe(zlib);
}
