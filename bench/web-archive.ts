/**
 * `node dist/bench/web-archive.js [MB] [--jobs N]`: makes a WARC file of so many megabytes (1,000) out of the reports of the corpora,
 * each in a page with the furniture of a newspaper, and sends it through `dragoman read` and `dragoman ingest`: rate, and memory as it
 * goes, to show whether it grows. The file lies in a temporary folder and is removed.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataFolder, projectRoot } from "../eval/paths.ts";
import { type ArticleText, writeWebArchive } from "./synthetic-web-archive.ts";

const MAIN = join(projectRoot(), "dist/src/cli/main.js");
const SAMPLES = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { jobs: { type: "string", default: "2" } },
});
const megabytes = Number(positionals[0] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), "dragoman-warc-"));
try {
  const path = join(folder, "news.warc.gz");
  const pages = await writeWebArchive(path, corpora(), megabytes * 1_000_000);
  console.log(`${pages} pages, ${megabytes} MB, ${(statSync(path).size / 1e6).toFixed(0)} MB packed`);
  await watched("read", ["read", path], pages);
  await watched("ingest", ["ingest", path, "--db", join(folder, "news.duckdb"), "--jobs", values.jobs], pages);
  console.log(`the base has ${(statSync(join(folder, "news.duckdb")).size / 1e6).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true });
}

function corpora(): readonly ArticleText[] {
  const from = join(dataFolder(), "corpora");
  if (!existsSync(from))
    throw new Error(`${from}: the corpora are not there; set DRAGOMAN_DATA to the folder that has them`);
  const files = readdirSync(from).filter((name) => name.endsWith(".jsonl"));
  const lines = files.sort().flatMap((name) => readFileSync(join(from, name), "utf8").split("\n"));
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as ArticleText);
}

/** Runs the command and looks at its resident memory every second. */
async function watched(name: string, args: readonly string[], pages: number): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told = `${told}${chunk.toString()}`.slice(-2000)));
  const memory: number[] = [];
  const timer = setInterval(() => memory.push(residentMegabytes(child.pid ?? 0)), 1000);
  await new Promise<void>((resolve, reject) => child.on("close", () => resolve()).on("error", reject));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${name}: ${seconds.toFixed(0)} s, ${(pages / seconds).toFixed(0)} pages and ${(megabytes / seconds).toFixed(1)} MB a second, peak ${Math.max(0, ...memory)} MB`,
  );
  const at = (i: number): number => memory[Math.min(memory.length - 1, Math.round((i * memory.length) / SAMPLES))] ?? 0;
  console.log(`  memory by tenths of the time: ${Array.from({ length: SAMPLES }, (_, i) => at(i + 1)).join(" ")} MB`);
  process.stderr.write(told);
}

/** As Linux tells it; 0 where the process has gone, or on other systems. */
function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] ?? 0) / 1000);
}
