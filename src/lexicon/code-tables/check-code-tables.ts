import type { LexiconIssue } from "../issues.ts";
import { WORD_KINDS } from "../petrarch/code-tables.ts";
import { CodeTableFiles } from "./code-table-files.ts";
import { schemeTableIssues } from "./read-scheme-tables.ts";

/** Everything that is wrong in `data/codes`; a repeated row, a code that no table knows, a damaged file are faults alike. */
export function codeTableIssues(
  dataDir: string,
  modes: Readonly<Record<string, readonly string[]>>,
): readonly LexiconIssue[] {
  const words = new CodeTableFiles(dataDir);
  for (const { cell } of words.rows("codes/pattern-words.csv", ["word", "kind"], ["word"])) {
    cell.filled("word");
    cell.oneOf("kind", WORD_KINDS);
  }
  return [...schemeTableIssues(dataDir, modes), ...words.issues];
}
