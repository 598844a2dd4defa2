import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchReport } from "./texts.ts";

const RUNS = 7;

export interface ColdStart {
  /** Wall seconds until the first event is written. */
  readonly wall: number;
  /** CPU seconds of the whole process; says more than `wall` on a busy machine. */
  readonly cpu: number;
}

/** Medians over several runs of `dragoman code`, each a new process. */
export async function coldStart(root: string): Promise<ColdStart> {
  const runs: ColdStart[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await firstEvent(root));
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { wall: median(runs.map((run) => run.wall)), cpu: median(runs.map((run) => run.cpu)) };
}

/** Runs before the command in its process and tells at its end how much CPU time it took, on a channel of its own. */
const TELL_CPU = `import { writeSync } from "node:fs";
process.on("exit", () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1e6)); });`;

function firstEvent(root: string): Promise<ColdStart> {
  const script = [
    join(root, "dist/src/cli/main.js"),
    "code",
    join(root, "examples/report-01.json"),
    "--format",
    "jsonl",
  ];
  const tell = `data:text/javascript,${encodeURIComponent(TELL_CPU)}`;
  return new Promise((resolve, reject) => {
    const from = performance.now();
    let wall: number | null = null;
    let cpu = "";
    const child = spawn(process.execPath, ["--import", tell, ...script], {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
    });
    child.stdout?.on("data", () => (wall ??= (performance.now() - from) / 1000));
    child.stdio[3]?.on("data", (chunk: Buffer) => (cpu += chunk.toString()));
    child.on("error", reject);
    child.on("close", () => {
      if (wall === null) reject(new Error("dragoman code gave no event for examples/report-01.json"));
      else resolve({ wall, cpu: Number(cpu) });
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
