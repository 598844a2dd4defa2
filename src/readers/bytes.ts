import { AppError } from "../core/errors.ts";
import { charsetOf, decodeBytes } from "./characters/charset.ts";
import { HEAD_BYTES, MAX_DEPTH } from "./limits.ts";
import type { Input, Told } from "./reader.ts";

/** Where an input stands and what is told of it. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly told?: Told;
  readonly depth: number;
}

/** Reads the beginning of a stream and gives it back with a stream that starts at the beginning again. */
export async function peek(chunks: AsyncIterable<Uint8Array>, place: Place): Promise<Input> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < HEAD_BYTES && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      parts.push(next.value);
      size += next.value.length;
    }
  }
  const start = Buffer.concat(parts);
  return { ...place, told: place.told ?? {}, head: start.subarray(0, HEAD_BYTES), chunks: rejoin(start, iterator) };
}

/** An input of bytes that are there already: a member of an archive, a letter of a mailbox. */
export function inputOf(bytes: Uint8Array, place: Place): Input {
  return { ...place, told: place.told ?? {}, head: bytes.subarray(0, HEAD_BYTES), chunks: once(bytes) };
}

/** A stream of bytes inside another input: `inner` names the member. */
export function memberPlace(outer: Input, inner: string, line: number, told: Told = {}): Place {
  const path = inner === "" ? outer.path : `${outer.path} > ${inner}`;
  if (outer.depth + 1 > MAX_DEPTH) throw new AppError("INPUT_NESTED", { path, limit: MAX_DEPTH });
  return { path, line, told, depth: outer.depth + 1 };
}

/** All bytes of an input; more than the limit is refused before it is held. */
export async function readWhole(input: Input, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input.chunks) {
    size += chunk.length;
    if (size > limit) throw tooLong(input, limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The whole text of an input in the character set that its bytes and its container show. */
export async function readText(input: Input, limit: number): Promise<string> {
  const bytes = await readWhole(input, limit);
  const text = decodeBytes(bytes, charsetOf(bytes, input.told.contentType).name);
  if (!text.trim()) throw new AppError("INPUT_EMPTY", { path: input.path });
  return text;
}

function tooLong(input: Input, limit: number): AppError {
  const mb = (limit / 1_000_000).toFixed(0);
  return new AppError("INPUT_LINE_TOO_LONG", { path: input.path, line: input.line, size: `over ${mb}`, limit: mb });
}

async function* rejoin(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (start.length) yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- one kind of stream for all inputs
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
