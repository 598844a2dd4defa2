import { createReadStream } from "node:fs";
import { extname } from "node:path";

const NEWLINE = 0x0a;

/** How many records the files hold; null when that cannot be known without reading them whole. Files that are not there count nothing. */
export async function countRecords(paths: readonly string[]): Promise<number | null> {
  let sum = 0;
  for (const path of paths) {
    const ending = extname(path).toLowerCase();
    if (path === "-" || ending === ".json") return null;
    sum += ending === ".jsonl" || ending === ".ndjson" ? await countLines(path) : 1;
  }
  return sum;
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>)
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines++;
  } catch {
    // The reader of the reports says what is wrong with the file.
    return 0;
  }
  return lines;
}
