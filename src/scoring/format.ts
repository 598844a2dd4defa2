import { roundTenth } from "./score.ts";
import type { Score } from "./score.ts";

const COUNT_FIELDS: ReadonlySet<string> = new Set(["predicted", "refused", "core"]);

/** The score as lines of a name and a figure, one decimal; numbers of events as they are. */
export function formatScore(score: Score): string {
  const lines = Object.entries(score).map(
    ([name, value]: [string, unknown]) => `${name.padEnd(22)} ${shown(name, value)}`,
  );
  return lines.join("\n");
}

function shown(name: string, value: unknown): string {
  if (typeof value === "number") return COUNT_FIELDS.has(name) ? String(value) : roundTenth(value).toFixed(1);
  if (Array.isArray(value)) return `${value.map((bound) => Number(bound).toFixed(1)).join(" to ")}`;
  return Object.entries(value as Record<string, string>)
    .map(([category, found]) => `${category} ${found}`)
    .join(", ");
}
