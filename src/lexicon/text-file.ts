import { readFileSync } from "node:fs";
import type { LexiconIssue } from "./issues.ts";
import { firstBadByte } from "./spreadsheet-damage.ts";

/** Text of a lexicon file with what is wrong with its encoding; text that is no UTF-8 is read as Windows-1252. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly issues: readonly LexiconIssue[];
}

/** Reads a file that exists. */
export function readTextFile(path: string): TextFile {
  const bytes = readFileSync(path);
  const bad = firstBadByte(bytes);
  if (bad >= 0) {
    const text = new TextDecoder("windows-1252").decode(bytes);
    const before = text.slice(0, bad).split("\n");
    const value = text[bad] ?? "";
    const reason = "the file is Windows-1252, not UTF-8; save it as UTF-8";
    const column = (before.at(-1)?.length ?? 0) + 1;
    return {
      path,
      text,
      issues: [{ path, line: before.length, column, field: "the character", value, reason, weight: "fault" }],
    };
  }
  const text = bytes.toString("utf8");
  if (!text.startsWith("\uFEFF")) return { path, text, issues: [] };
  const reason = "the file starts with a byte order mark; save it as UTF-8 without BOM";
  return {
    path,
    text: text.slice(1),
    issues: [{ path, line: 1, column: 1, field: "", value: "", reason, weight: "doubt" }],
  };
}
