import type { ImportResult } from "./import-petrarch.ts";
import { KINDS, REASONS, type Reason } from "./tally.ts";

const COLUMNS = ["taken", "known", "partly", "not taken"] as const;

/** The counts of an import as a table, and the reasons for what was not taken, most frequent first. */
export function importSummary(result: Pick<ImportResult, "counts" | "losses">): string {
  const kinds = KINDS.filter((k) => result.counts.has(k));
  const rows = kinds.map((k) => {
    const c = result.counts.get(k);
    return [k, c?.taken ?? 0, c?.known ?? 0, c?.partly ?? 0, c?.lost ?? 0] as const;
  });
  const lines = [line("", COLUMNS), ...rows.map(([kind, ...numbers]) => line(kind, numbers.map(String)))];
  const reasons = countReasons(result.losses.map((l) => l.reason));
  if (reasons.length) lines.push("", "not taken, or taken in part, because (each line is in not-taken.csv):");
  for (const [reason, n] of reasons) lines.push(`${String(n).padStart(7)}  ${REASONS[reason]}`);
  return `${lines.join("\n")}\n`;
}

function line(head: string, cells: readonly string[]): string {
  return `${head.padEnd(16)}${cells.map((c) => c.padStart(11)).join("")}`;
}

function countReasons(reasons: readonly Reason[]): readonly (readonly [Reason, number])[] {
  const counts = new Map<Reason, number>();
  for (const r of reasons) counts.set(r, (counts.get(r) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
