import type { Issue } from "../core/errors.ts";

/** A line of a stream with its number from 1, or the reason why it was left out. */
export type Line = { readonly line: number; readonly text: string } | { readonly line: number; readonly issue: Issue };

const NEWLINE = 0x0a;

/**
 * Lines of a byte stream, in constant memory: a line longer than `limit` bytes is refused and passed over, and a line that
 * is not UTF-8 is refused; both leave the lines after it untouched.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, path: string, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  const finish = (): Line | null => {
    const made = size > limit ? tooLong(path, line, size, limit) : decode(parts, path, line);
    parts = [];
    size = 0;
    return made;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE, from); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      size += at - from;
      if (size <= limit) parts.push(chunk.subarray(from, at));
      const made = finish();
      if (made) yield made;
      line++;
      from = at + 1;
    }
    size += chunk.length - from;
    if (size <= limit) parts.push(chunk.slice(from));
    else parts = [];
  }
  const last = finish();
  if (last) yield last;
}

function tooLong(path: string, line: number, size: number, limit: number): Line {
  const mb = (n: number): string => (n / 1_000_000).toFixed(0);
  return { line, issue: { code: "INPUT_LINE_TOO_LONG", data: { path, line, size: mb(size), limit: mb(limit) } } };
}

function decode(parts: readonly Uint8Array[], path: string, line: number): Line | null {
  const bytes = Buffer.concat(parts);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() ? { line, text } : null;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { line, issue: { code: "INPUT_JSON", data: { path, line, reason: "the line is not valid UTF-8" } } };
  }
}
