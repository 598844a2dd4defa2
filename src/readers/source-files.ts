import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { peek } from "./bytes.ts";
import type { Input } from "./reader.ts";

/** The files of a source in a fixed order: a file itself, or all files below a folder, hidden ones left out. */
export async function* filesOf(path: string): AsyncGenerator<string> {
  const info = await stat(path);
  if (!info.isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  // Byte order, the same on every machine; a link to a folder could lead round in circles and is not followed.
  const names = entries.filter((e) => !e.name.startsWith(".") && !e.isSymbolicLink()).map((e) => e.name);
  for (const name of names.sort((a, b) => (a < b ? -1 : 1))) yield* filesOf(join(path, name));
}

/** Opens a file. What is no plain file, a pipe or a device, is read like one: it may never end, but it is the user's. */
export async function openFile(path: string): Promise<Input> {
  const info = await stat(path);
  if (info.size === 0 && info.isFile()) throw new AppError("INPUT_EMPTY", { path });
  return peek(createReadStream(path, { highWaterMark: 262_144 }), { path, line: 1, depth: 0 });
}
