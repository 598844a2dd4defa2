import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mersenneTwister } from "../src/scoring/mersenne-twister.ts";

export interface BenchReport {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
}

/** A set of reports to measure on. */
export interface BenchTexts {
  readonly name: string;
  readonly reports: readonly BenchReport[];
}

/** Times that our few own reports are repeated, each time with other names and numbers. */
const REPEATS = 20;

/** Our own reports, varied, and the Wikinews corpus where it is there. */
export function benchTexts(root: string, data: string): readonly BenchTexts[] {
  const own = [...folder(join(root, "eval/gold/reports")), ...folder(join(root, "examples"))];
  const sets: BenchTexts[] = [{ name: "own reports, varied", reports: varied(own) }];
  const corpus = join(data, "corpora/wikinews-2019-2020.jsonl");
  if (existsSync(corpus)) {
    const lines = readFileSync(corpus, "utf8").split("\n");
    const reports = lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as BenchReport);
    sets.push({ name: "Wikinews 2019-2020", reports });
  }
  return sets;
}

function folder(path: string): readonly BenchReport[] {
  const files = readdirSync(path).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => JSON.parse(readFileSync(join(path, name), "utf8")) as BenchReport);
}

/** Repeats with new numbers and some new names, so that caches of words are not all that is measured. */
function varied(reports: readonly BenchReport[]): readonly BenchReport[] {
  const random = mersenneTwister(7);
  const variant = (text: string): string =>
    text
      .replace(/\b\d{2,3}\b/g, (number) => String(random.below(10 ** number.length)))
      .replace(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu, (name) =>
        random.below(8) > 0 ? name : newName(name, random.below(10)),
      );
  return Array.from({ length: REPEATS }, (_, round) =>
    reports.map(({ id, date, text }) => ({ id: `${id}-${round}`, date, text: round === 0 ? text : variant(text) })),
  ).flat();
}

const ENDINGS = ["ova", "idze", "ström", "awi", "eira", "ski", "mba", "oto", "quist", "ay"];

function newName(name: string, ending: number): string {
  return name.slice(0, Math.min(4, name.length)) + (ENDINGS[ending] ?? "");
}
