import { createGunzip, type Gunzip } from "node:zlib";
import { AppError } from "../../core/errors.ts";
import type { Input } from "../reader.ts";
import { ExpansionGuard } from "./expansion-guard.ts";

/** So much is unpacked ahead of whoever takes it. */
const QUEUE_BYTES = 4_000_000;

/**
 * The unpacked bytes of one or many gzip members. What came whole before a damage is given out; then the damage is an error that
 * says where it is. The stream's own iterator would throw the last bytes away, hence the queue.
 */
export async function* gunzip(input: Input): AsyncGenerator<Uint8Array> {
  const guard = new ExpansionGuard(input.path);
  const unpacker = createGunzip();
  const queue = new ByteQueue(unpacker);
  const feeding = feed(input, unpacker, guard);
  let size = 0;
  try {
    for (let chunk = await queue.next(); chunk !== null; chunk = await queue.next()) {
      size += chunk.length;
      guard.giveOut(chunk.length);
      yield chunk;
    }
    if (queue.error === null) return;
    if (queue.error instanceof AppError) throw queue.error;
    const data = { path: input.path, place: `the gzip data after ${size} unpacked bytes`, reason: queue.error.message };
    throw new AppError("INPUT_DAMAGED", data, { cause: queue.error });
  } finally {
    unpacker.destroy();
    await feeding;
  }
}

/** What the unpacker gives, kept until it is taken. */
class ByteQueue {
  error: Error | null = null;
  private readonly chunks: Uint8Array[] = [];
  private size = 0;
  private ended = false;
  private wake: (() => void) | null = null;
  private readonly unpacker: Gunzip;

  constructor(unpacker: Gunzip) {
    this.unpacker = unpacker;
    unpacker.on("data", (chunk: Uint8Array) => {
      this.chunks.push(chunk);
      this.size += chunk.length;
      if (this.size > QUEUE_BYTES) unpacker.pause();
      this.wake?.();
    });
    unpacker.on("error", (error: Error) => {
      this.error = error;
      this.end();
    });
    unpacker.on("end", () => this.end());
    unpacker.on("close", () => this.end());
  }

  async next(): Promise<Uint8Array | null> {
    while (this.chunks.length === 0 && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
    const chunk = this.chunks.shift() ?? null;
    this.size -= chunk?.length ?? 0;
    if (this.size <= QUEUE_BYTES && this.unpacker.isPaused() && !this.ended) this.unpacker.resume();
    return chunk;
  }

  private end(): void {
    this.ended = true;
    this.wake?.();
  }
}

/** Hands the packed bytes over, no faster than they are taken. */
async function feed(input: Input, unpacker: Gunzip, guard: ExpansionGuard): Promise<void> {
  try {
    for await (const chunk of input.chunks) {
      guard.takeIn(chunk.length);
      if (unpacker.destroyed) return;
      if (!unpacker.write(chunk)) await drained(unpacker);
    }
    unpacker.end();
  } catch (error) {
    unpacker.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function drained(unpacker: Gunzip): Promise<void> {
  await new Promise<void>((resolve) => {
    if (unpacker.destroyed) {
      resolve();
      return;
    }
    const done = (): void => {
      for (const event of ["drain", "close", "error"]) unpacker.off(event, done);
      resolve();
    };
    for (const event of ["drain", "close", "error"]) unpacker.on(event, done);
  });
}
