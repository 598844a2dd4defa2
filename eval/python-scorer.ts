import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventRecord } from "../src/index.ts";
import type { Score } from "../src/scoring/score.ts";

export interface PythonComparison {
  readonly differences: readonly string[];
  /** One line that says whether both scorers ran. */
  readonly note: string;
}

/** Runs the reference scorer on the same predictions and names every figure on which the port differs. */
export function pythonDifferences(
  data: string,
  paths: { readonly gold: string; readonly reports: string },
  predictions: readonly EventRecord[],
  score: Score,
): PythonComparison {
  const script = join(data, "gold/score_events.py");
  if (!existsSync(script)) return { differences: [], note: "reference scorer not compared: it is not there" };
  const folder = mkdtempSync(join(tmpdir(), "dragoman-eval-"));
  try {
    const file = join(folder, "predictions.jsonl");
    writeFileSync(file, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(""));
    const reference = runPython([script, paths.gold, paths.reports, file, "--json"]);
    if (reference === null) return { differences: [], note: "reference scorer not compared: python3 is not there" };
    const differences = differingFields(JSON.parse(reference) as Record<string, unknown>, { ...score });
    const note = differences.length === 0 ? "reference scorer in Python: same figures" : "reference scorer DIFFERS";
    return { differences, note };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runPython(args: readonly string[]): string | null {
  try {
    return execFileSync("python3", args, { encoding: "utf8", env: { ...process.env, PYTHONUTF8: "1" } });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function differingFields(
  reference: Readonly<Record<string, unknown>>,
  score: Readonly<Record<string, unknown>>,
): readonly string[] {
  const fields = [...new Set([...Object.keys(reference), ...Object.keys(score)])];
  return fields
    .filter((field) => JSON.stringify(reference[field]) !== JSON.stringify(score[field]))
    .map((field) => `${field}: Python ${JSON.stringify(reference[field])}, port ${JSON.stringify(score[field])}`);
}
