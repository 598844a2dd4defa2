/**
 * `node dist/bench/varied-reports.js CORPUS.jsonl COUNT > REPORTS.jsonl`: so many reports in the order of their dates, made of a year of short
 * reports (id, date, text). Every fifteen days the year begins again with other numbers in it, so that some three hundred and fifty reports
 * come a day, no two of them copies of each other within the two weeks in which copies are looked for.
 */
import { readFileSync } from "node:fs";

interface Told {
  readonly id: string;
  readonly date: string;
  readonly text: string;
}

const DAY = 86_400_000;
/** Copies are looked for within fourteen days. */
const SHIFT = 15;

const [path, size] = process.argv.slice(2);
if (path === undefined || size === undefined) {
  console.error("usage: node dist/bench/varied-reports.js CORPUS.jsonl COUNT");
  process.exit(2);
}
await write(byDay(path), Number(size));

function byDay(file: string): readonly (readonly Told[])[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const told = lines.map((line) => JSON.parse(line) as Told).sort((a, b) => (a.date < b.date ? -1 : 1));
  const first = Date.parse(told[0]?.date ?? "");
  const days: Told[][] = [];
  for (const report of told) (days[(Date.parse(report.date) - first) / DAY] ??= []).push(report);
  return Array.from(days, (reports) => reports ?? []);
}

async function write(year: readonly (readonly Told[])[], count: number): Promise<void> {
  const start = Date.parse("1990-01-01");
  for (let day = 0, written = 0; written < count; day++) {
    const date = new Date(start + day * DAY).toISOString().slice(0, 10);
    for (let turn = 0; turn * SHIFT <= day; turn++)
      for (const { id, text } of year[day - turn * SHIFT] ?? []) {
        if (written++ >= count) return;
        const line = `${JSON.stringify({ id: `${id}-${turn}`, date, text: varied(text, turn) })}\n`;
        if (!process.stdout.write(line)) await new Promise((drained) => process.stdout.once("drain", drained));
      }
  }
}

/** Numbers of two digits and more, years aside, are others in each turn. */
function varied(text: string, turn: number): string {
  return text.replace(/\b(?!19|20)\d{2,}\b/g, (number) => String(Number(number) + turn));
}
