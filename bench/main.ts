/** `npm run bench`: how fast and how large the language layer and the whole coder are, beside wink-nlp on the same texts. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCoder } from "../src/index.ts";
import { dataFolder, projectRoot } from "../eval/paths.ts";
import { measure } from "./measure.ts";
import type { Amount, Speed } from "./measure.ts";
import { coldStart, memoryRun } from "./processes.ts";
import { benchTexts } from "./texts.ts";
import type { BenchReport, BenchTexts } from "./texts.ts";
import { winkTagger } from "./wink.ts";

const NO_SIMD = "no SIMD";
/** Reports that the plain kernel is measured on; it is some ten times slower. */
const FEW = 25;

const [mode, file] = process.argv.slice(2);
if (mode === "--memory" && file !== undefined) await reportMemory(file);
else await bench();

async function bench(): Promise<void> {
  const root = projectRoot();
  const sets = benchTexts(root, dataFolder());
  if (sets.length === 1) console.log("the Wikinews corpus is not there: measured on our own reports only");
  const { wall, cpu } = await coldStart(root);
  console.log(`cold start to first event   ${wall.toFixed(2)} s wall, ${cpu.toFixed(2)} s CPU, medians of 7 processes`);
  for (const set of sets) {
    const { load, peak } = memoryRun(fileURLToPath(import.meta.url), set.reports);
    console.log(`load of lexicon and models  ${load.toFixed(2)} s wall`);
    console.log(
      `peak memory                 ${peak.toFixed(0)} MB resident, coding ${set.reports.length} reports (${set.name})`,
    );
  }
  for (const set of sets) await speeds(set);
}

async function speeds(set: BenchTexts): Promise<void> {
  const coder = await createCoder();
  const plain = await createCoder({ simd: "off" });
  const sizes = new Map(set.reports.map((report) => [report.text, sizeOf(coder.parse(report.text))]));
  const tokens = [...sizes.values()].reduce((sum, size) => sum + size.tokens, 0);
  const amount = (report: BenchReport): Amount => sizes.get(report.text) ?? { tokens: 0, sentences: 0 };
  const fresh = await createCoder();
  const few = set.reports.slice(0, FEW);
  const wink = winkTagger();
  const work: readonly (readonly [string, (report: BenchReport) => Amount])[] = [
    ["language layer", (report) => sizeOf(fresh.parse(report.text))],
    ["whole coder", (report) => (coder.code(report), amount(report))],
    [`language layer, ${NO_SIMD}`, (report) => sizeOf(plain.parse(report.text))],
    [`whole coder, ${NO_SIMD}`, (report) => (plain.code(report), amount(report))],
    ["wink-nlp, tokens and tags only", (report) => wink(report.text)],
  ];
  console.log(
    `\n${set.name}: ${set.reports.length} reports, ${tokens} tokens in the distinct ones; per CPU second of one process`,
  );
  console.log(row(["", "tokens/s", "sentences/s", "reports/s", "first pass tokens/s"]));
  for (const [name, run] of work) {
    const { first, steady } = measure(name.endsWith(NO_SIMD) ? few : set.reports, run);
    console.log(row([name, ...cells(steady), first.tokens.toFixed(0)]));
  }
}

function sizeOf(sentences: readonly { readonly tokens: { readonly length: number } }[]): Amount {
  return { tokens: sentences.reduce((sum, { tokens }) => sum + tokens.length, 0), sentences: sentences.length };
}

function cells(speed: Speed): readonly string[] {
  return [speed.tokens.toFixed(0), speed.sentences.toFixed(0), speed.reports.toFixed(1)];
}

function row(columns: readonly string[]): string {
  return columns.map((cell, i) => (i === 0 ? cell.padEnd(32) : cell.padStart(i === 4 ? 21 : 13))).join("");
}

/** Codes all reports of a file in this process and prints how long loading took and the peak memory. */
async function reportMemory(path: string): Promise<void> {
  const reports = JSON.parse(readFileSync(path, "utf8")) as readonly BenchReport[];
  const from = performance.now();
  const coder = await createCoder();
  const load = (performance.now() - from) / 1000;
  for (const report of reports) coder.code(report);
  console.log(JSON.stringify({ load, peak: process.resourceUsage().maxRSS / 1024 }));
}
