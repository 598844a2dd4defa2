import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchReport } from "./texts.ts";

const RUNS = 7;

/** Median wall seconds from the start of `dragoman code` to its first event, each time in a new process. */
export async function coldStart(root: string): Promise<number> {
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run++) seconds.push(await firstEvent(root));
  return seconds.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

function firstEvent(root: string): Promise<number> {
  const command = [
    join(root, "dist/src/cli/main.js"),
    "code",
    join(root, "examples/report-01.json"),
    "--format",
    "jsonl",
  ];
  return new Promise((resolve, reject) => {
    const from = performance.now();
    let at: number | null = null;
    const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", () => (at ??= (performance.now() - from) / 1000));
    child.on("error", reject);
    child.on("close", () => {
      if (at === null) reject(new Error("dragoman code gave no event for examples/report-01.json"));
      else resolve(at);
    });
  });
}

/** What a process of its own says that codes all reports: seconds to load and peak resident memory in MB. */
export function memoryRun(script: string, reports: readonly BenchReport[]): { load: number; peak: number } {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-bench-"));
  try {
    const file = join(folder, "reports.json");
    writeFileSync(file, JSON.stringify(reports));
    const out = execFileSync(process.execPath, [script, "--memory", file], { encoding: "utf8" });
    return JSON.parse(out) as { load: number; peak: number };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
