import { contentHash } from "../core/content-hash.ts";

/** What a row needs to be dealt into a fold. */
export interface FoldRow {
  readonly text: string;
  readonly label: string;
}

/**
 * The fold of each row, from 0 to `folds` - 1: labels spread evenly, rows of one sentence together, order by the hash of the
 * text, so that the same rows fall into the same folds in whatever order they come and no random source is asked.
 */
export function assignFolds(rows: readonly FoldRow[], folds: number): readonly number[] {
  const groups = new Map<string, string>();
  for (const { text, label } of rows) {
    const known = groups.get(text);
    if (known === undefined || label < known) groups.set(text, label);
  }
  const byLabel = new Map<string, string[]>();
  for (const [text, label] of groups) byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  const foldOf = new Map<string, number>();
  let dealt = 0;
  for (const label of [...byLabel.keys()].sort()) {
    const hashed = (byLabel.get(label) ?? []).map((text) => [contentHash([text]), text] as const);
    hashed.sort((a, b) => (a[0] < b[0] ? -1 : 1));
    // One label begins where the last one ended, so that small labels do not all fill the first folds.
    for (const [, text] of hashed) foldOf.set(text, dealt++ % folds);
  }
  return rows.map((row) => foldOf.get(row.text) ?? 0);
}
