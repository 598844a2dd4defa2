import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../src/core/report.ts";
import type { Span } from "../src/core/span.ts";

/**
 * Scores time expressions on WikiWars (extents relaxed and values as TempEval-3 scores them) and the start date of ISAF press
 * releases (exact match, releases without a year in the text apart).
 */

/** A time expression as a system gives it: span over the text and TIMEX3 value. */
export interface TimexAnswer extends Span {
  readonly value: string | null;
}

export interface TimexScore {
  readonly gold: number;
  readonly found: number;
  readonly extent: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly value: { readonly gold: number; readonly precision: number; readonly recall: number; readonly f1: number };
}

export interface TimexDocument {
  readonly id: string;
  readonly report: Report;
  readonly gold: readonly TimexAnswer[];
}

/** Reads the documents of a WikiWars folder; null when the folder is not there. */
export function readWikiWars(folder: string): readonly TimexDocument[] | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((f) => f.endsWith(".tml"));
  return files.sort().map((file) => readTimeMl(file.replace(".tml", ""), readFileSync(join(folder, file), "utf8")));
}

function readTimeMl(id: string, xml: string): TimexDocument {
  const date = /<DCT>.*?value="(\d{4}-\d{2}-\d{2})/s.exec(xml)?.[1] ?? null;
  const body = /<TEXT>\s*([\s\S]*?)\s*<\/TEXT>/.exec(xml)?.[1] ?? "";
  const gold: TimexAnswer[] = [];
  const open: { start: number; value: string }[] = [];
  let text = "";
  for (const part of body.split(/(<[^>]*>)/)) {
    if (part.startsWith("<TIMEX3")) open.push({ start: text.length, value: /value="([^"]*)"/.exec(part)?.[1] ?? "" });
    else if (part === "</TIMEX3>") {
      const timex = open.pop();
      if (timex !== undefined) gold.push({ start: timex.start, end: text.length, value: timex.value });
    } else if (!part.startsWith("<")) text += unescapeXml(part);
  }
  const report = { id, date, title: null, source: null, url: null, language: "en", text };
  return { id, report, gold };
}

function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** Values that do not count: absent ones and vague references to past, present or future. */
function isScored(value: string | null): value is string {
  return value !== null && value !== "" && value !== "null" && !value.endsWith("_REF");
}

/** Relaxed extents (any overlap, one to one) and values over all documents. */
export function scoreTimex(
  documents: readonly TimexDocument[],
  analyse: (report: Report) => readonly TimexAnswer[],
): TimexScore {
  const n = { gold: 0, found: 0, hit: 0, goldValues: 0, foundValues: 0, right: 0 };
  for (const { report, gold } of documents) {
    const answers = analyse(report);
    n.gold += gold.length;
    n.found += answers.length;
    n.goldValues += gold.filter((g) => isScored(g.value)).length;
    n.foundValues += answers.filter((a) => isScored(a.value)).length;
    for (const [g, a] of pairTimex(gold, answers)) {
      n.hit++;
      if (isScored(g.value) && g.value === a.value) n.right++;
    }
  }
  return {
    gold: n.gold,
    found: n.found,
    extent: prf(n.hit, n.found, n.gold),
    value: { gold: n.goldValues, ...prf(n.right, n.foundValues, n.goldValues) },
  };
}

/** Pairs overlapping spans one to one, in text order. */
export function pairTimex(
  gold: readonly TimexAnswer[],
  answers: readonly TimexAnswer[],
): readonly (readonly [TimexAnswer, TimexAnswer])[] {
  const pairs: [TimexAnswer, TimexAnswer][] = [];
  const used = new Set<TimexAnswer>();
  for (const g of gold) {
    const a = answers.find((answer) => !used.has(answer) && answer.start < g.end && g.start < answer.end);
    if (a === undefined) continue;
    used.add(a);
    pairs.push([g, a]);
  }
  return pairs;
}

function prf(right: number, found: number, gold: number): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export interface ReleaseScore {
  readonly withYear: { readonly n: number; readonly right: number };
  readonly withoutYear: { readonly n: number; readonly right: number };
}

interface ReleaseRow {
  readonly id: string;
  readonly text: string;
  readonly gold: { readonly start_date: string };
}

/**
 * Start dates of ISAF press releases. The header is the dateline: its date is the report's date where it names a full one.
 * `startDate` gives the first day of the release's main event.
 */
export function scoreReleases(path: string, startDate: (report: Report) => string | null): ReleaseScore | null {
  if (!existsSync(path)) return null;
  const score = { withYear: { n: 0, right: 0 }, withoutYear: { n: 0, right: 0 } };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line) as ReleaseRow;
    const date = headerDate(row.text);
    const report = { id: row.id, date, title: null, source: null, url: null, language: "en", text: row.text };
    const part = /\b20\d\d\b/.test(row.text) ? score.withYear : score.withoutYear;
    part.n++;
    if (startDate(report) === row.gold.start_date) part.right++;
  }
  return score;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The date of a release's header: "Mar. 13:" or "April 14, 2011", with the year of its number ("2010-03-CA-058"). */
export function headerDate(text: string): string | null {
  const head = text.slice(0, 400);
  const dateline = /\(\s*([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2})(?:,\s*(20\d\d))?\s*\)/.exec(head);
  const match = dateline ?? /\b([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2})\b(?:,\s*(20\d\d))?/.exec(head);
  const year = match?.[3] ?? /\b(20\d\d)[-–]\d\d-/.exec(head)?.[1] ?? /\b(20\d\d)\b/.exec(head)?.[1];
  const month = MONTHS.indexOf((match?.[1] ?? "").toLowerCase()) + 1;
  if (match === null || year === undefined || month === 0) return null;
  return `${year}-${String(month).padStart(2, "0")}-${(match[2] ?? "").padStart(2, "0")}`;
}
