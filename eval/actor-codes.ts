/** Actor phrases out of context: country and sector that the actors stage gives them. */
import type { Entity, Mention } from "../src/core/actor-layers.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { ErrorCounter } from "./error-counter.ts";
import type { Figure, SetReport } from "./set-report.ts";

/** The layers of a one-phrase document. */
export interface AnalysedPhrase {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** Runs the pipeline up to the actors stage over a phrase; `title` is its context, if it has one. */
export type AnalysePhrase = (text: string, date: string | null, title: string | null) => AnalysedPhrase;

export interface ActorCase {
  readonly line: number;
  readonly text: string;
  readonly field: "country" | "sector" | "sector_2" | "actor_wiki_job";
  readonly expected: string;
  readonly op: "==" | "!=";
  readonly date: string | null;
  readonly context: string | null;
  /** What a coder needs beside its tables: nothing, a gazetteer, an encyclopedia. */
  readonly needs: "no" | "place" | "wikipedia";
}

/** A case left out, by its line in the file, with the reason. */
export interface SkippedCase {
  readonly line: number;
  readonly reason: string;
}

interface RawCase {
  readonly text: string;
  readonly field: ActorCase["field"];
  readonly expected: string;
  readonly op: ActorCase["op"];
  readonly date?: string;
  readonly context?: string;
  readonly needs: ActorCase["needs"];
}

/** Reads the cases of a JSON-lines file; repeated ones count once. */
export function readActorCases(jsonl: string): readonly ActorCase[] {
  const seen = new Set<string>();
  const out: ActorCase[] = [];
  jsonl.split("\n").forEach((row, i) => {
    if (row.trim() === "" || seen.has(row)) return;
    seen.add(row);
    const raw = JSON.parse(row) as RawCase;
    out.push({ ...raw, line: i + 1, date: dayOf(raw.date ?? ""), context: raw.context ?? null });
  });
  return out;
}

/** The cases were written in 2022: "today", or no date, is a day of that summer. */
const TODAY = "2022-07-01";

/** "12 April 2022" and "October 1, 2021" as days. */
function dayOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const parsed = /\d{4}/.test(text) ? new Date(`${text} UTC`) : null;
  return parsed && !Number.isNaN(parsed.getTime()) ? parsed.toISOString().slice(0, 10) : TODAY;
}

/** Accuracy by field and by what a case needs; `skip` names the cases at odds with the project's rules. */
export function scoreActorCodes(
  cases: readonly ActorCase[],
  skip: readonly SkippedCase[],
  analyse: AnalysePhrase,
): SetReport {
  const skipped = new Set(skip.map((s) => s.line));
  const errors = new ErrorCounter();
  const results: { readonly group: string; readonly right: boolean }[] = [];
  for (const c of cases) {
    if (skipped.has(c.line) || c.field === "actor_wiki_job") continue;
    const got = answer(analyse(c.text, c.date, c.context), c);
    const right = c.op === "!=" ? got !== c.expected : same(got, c.expected);
    results.push({ group: `${c.field === "country" ? "country" : "sector"}, needs ${c.needs}`, right });
    if (!right)
      errors.add(
        `${c.field}, needs ${c.needs}`,
        `“${c.text}”: ${got || "nothing"} instead of ${c.expected || "nothing"}`,
      );
  }
  return {
    set: "actor-codes",
    title: "Actor phrases out of context: country and sector",
    figures: figuresOf(results),
    tables: [],
    errors: errors.list(),
    failures: [],
    notes: [
      `${String(skipped.size)} cases are at odds with the project's rules and left out (eval/gold/actor-codes-skip.json)`,
    ],
  };
}

function figuresOf(results: readonly { readonly group: string; readonly right: boolean }[]): readonly Figure[] {
  const share = (rows: readonly { readonly right: boolean }[]): number =>
    rows.length === 0 ? 0 : (100 * rows.filter((r) => r.right).length) / rows.length;
  return [...new Set(results.map((r) => r.group))].sort().map((name): Figure => {
    const rows = results.filter((r) => r.group === name);
    return { name, value: share(rows), unit: "%", interval: bootstrapInterval(rows, share), of: rows.length };
  });
}

const ALIKE: Readonly<Record<string, string>> = { XKX: "KOS" };

function same(got: string, expected: string): boolean {
  return got === (ALIKE[expected] ?? expected);
}

/** The field of the mention that spans most of the phrase. */
function answer(phrase: AnalysedPhrase, c: ActorCase): string {
  let widest: Mention | null = null;
  for (const m of phrase.mentions) if (!widest || m.end - m.start > widest.end - widest.start) widest = m;
  const entity = widest ? phrase.entities[widest.entity] : undefined;
  if (!entity) return "";
  if (c.field === "country") return entity.code;
  // The set gives a bare country no sector; the project gives it GOV.
  const bare = entity.kind === "country" && entity.sectors[0] === "GOV" && c.expected !== "GOV";
  const sectors = bare ? entity.sectors.slice(1) : entity.sectors;
  return sectors[c.field === "sector" ? 0 : 1] ?? "";
}
