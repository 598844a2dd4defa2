import type { SourceState } from "./schedule/source-state.ts";

const COLUMNS = ["source", "last success", "status", "failures", "next poll", "items", "problem"] as const;

/** One source as programs read it; times as ISO 8601. */
export function healthRow(state: SourceState): object {
  return {
    source: state.source,
    title: state.title,
    listed: state.listed,
    polled: isoOrNull(state.polled),
    succeeded: isoOrNull(state.succeeded),
    status: state.status,
    failures: state.failures,
    next_poll: state.listed ? isoOrNull(state.nextPoll) : null,
    items: state.items,
    problem: state.problem,
    moved_to: state.movedTo,
  };
}

/** The sources as a table for people, a line each. */
export function healthTable(states: readonly SourceState[]): string {
  const rows = [COLUMNS, ...states.map(cellsOf)];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((r) => r[i]?.length ?? 0)));
  return rows
    .map(
      (r) =>
        `${r
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function cellsOf(state: SourceState): readonly string[] {
  const moved = state.movedTo === null ? "" : `has moved to ${state.movedTo}`;
  return [
    state.source,
    minuteOf(state.succeeded) ?? "never",
    state.status === null ? "–" : String(state.status),
    String(state.failures),
    state.listed ? (minuteOf(state.nextPoll) ?? "–") : "not listed",
    String(state.items),
    [state.problem ?? "", moved].filter(Boolean).join("; "),
  ];
}

function isoOrNull(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function minuteOf(time: number | null): string | null {
  return isoOrNull(time)?.slice(0, 16).replace("T", " ") ?? null;
}
