import { createReadStream } from "node:fs";
import { extname } from "node:path";

const NEWLINE = 0x0a;

/** Files of one report each, and files of one report a line. */
const SINGLE = [".txt", ".md", ".eml", ".pdf"];
const LINES = [".jsonl", ".ndjson"];

/** How many records the files hold; null when that cannot be known without reading them whole. Files that are not there count nothing. */
export async function countRecords(paths: readonly string[]): Promise<number | null> {
  let sum = 0;
  for (const path of paths) {
    const ending = extname(path).toLowerCase();
    if (LINES.includes(ending)) sum += await countLines(path);
    else if (SINGLE.includes(ending)) sum++;
    else return null;
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
