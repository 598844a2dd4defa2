/**
 * Reads the files of `dragoman score`: hand-coded events, reports, coded events. A folder of .json files holds one object a
 * file, a .jsonl file one a line. Every value is checked; an error names the file, the line and what to do.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import type { GoldReport, Prediction, ScoredReport } from "./types.ts";

const party = z.looseObject({
  text: z.string().nullish(),
  country: z.string().nullish(),
  code: z.string().nullish(),
  sector: z.string().nullish(),
});
const span = z.looseObject({ start: z.int().min(0), end: z.int().min(0) });
const names = z.array(z.string());

const goldSchema = z.looseObject({
  report: z.string().min(1),
  events: z.array(
    z.looseObject({
      id: z.string().min(1),
      sentence: z.string().min(1),
      anchor: z.string().min(1),
      type: z.string().min(1),
      alt: names.nullish(),
      mode: names.nullish(),
      actor: z.array(party),
      recipient: z.array(party),
      status: z.string().nullish(),
      date: z.looseObject({ start: z.iso.date(), end: z.iso.date() }).nullish(),
      attribution: party.nullish(),
      core: z.boolean().nullish(),
      same_as: z.string().nullish(),
    }),
  ),
});

const reportSchema = z.looseObject({ id: z.string().min(1), date: z.string().nullish(), text: z.string() });

const predictionSchema = z.looseObject({
  report: z.string().min(1),
  id: z.union([z.string(), z.number()]).nullish(),
  event: z.union([z.string(), names]),
  mode: names.nullish(),
  actor: z.array(party).nullish(),
  recipient: z.array(party).nullish(),
  date: z.string().nullish(),
  enddate: z.string().nullish(),
  date_info: z.looseObject({ basis: z.string().nullish() }).nullish(),
  status: z.string().nullish(),
  attribution: party.extend({ entity_text: z.string().nullish() }).nullish(),
  trigger: z.array(span).nullish(),
  // An empty object stands for no sentence, as in the reference scorer.
  text_info: z.union([span, z.strictObject({}).transform(() => null)]).nullish(),
  same_as: z.union([z.string(), z.number()]).nullish(),
});

/** Hand-coded events by report. */
export function loadGold(path: string): ReadonlyMap<string, GoldReport> {
  return new Map([...records(path, goldSchema)].map((gold) => [gold.report, gold]));
}

/** Reports by id. With `gold`, a report that it codes must be there. */
export function loadReports(path: string, gold?: ReadonlyMap<string, GoldReport>): ReadonlyMap<string, ScoredReport> {
  const reports = new Map([...records(path, reportSchema)].map((report) => [report.id, report]));
  for (const id of gold?.keys() ?? []) {
    if (!reports.has(id)) throw new AppError("SCORE_REPORT_MISSING", { path, report: id });
  }
  return reports;
}

/** Coded events, one a line. */
export function loadPredictions(path: string): readonly Prediction[] {
  return [...linesOf(path, predictionSchema)];
}

function* records<T>(path: string, schema: z.ZodType<T>): Generator<T> {
  if (!isFolder(path)) {
    if (path.endsWith(".json")) yield wholeFile(path, schema);
    else yield* linesOf(path, schema);
    return;
  }
  const files = readdirSync(path).filter((name) => name.endsWith(".json") && !name.startsWith("."));
  if (files.length === 0) throw new AppError("SCORE_NO_FILES", { path });
  for (const name of files.sort()) yield wholeFile(join(path, name), schema);
}

function isFolder(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError("INPUT_NOT_FOUND", { path });
  return stats.isDirectory();
}

function read(path: string): string {
  if (isFolder(path)) throw new AppError("INPUT_UNREADABLE", { path, reason: "it is a folder; give a .jsonl file" });
  const text = readFileSync(path, "utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function* linesOf<T>(path: string, schema: z.ZodType<T>): Generator<T> {
  let line = 0;
  for (const text of read(path).split("\n")) {
    line++;
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new AppError("INPUT_JSON", { path, line, reason: reasonOf(error) }, { cause: error });
    }
    const at = line;
    yield checked(value, schema, path, () => at);
  }
}

function wholeFile<T>(path: string, schema: z.ZodType<T>): T {
  const text = read(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(reasonOf(error))?.[1] ?? text.length);
    const line = text.slice(0, position).split("\n").length;
    throw new AppError("INPUT_JSON_FILE", { path, line, reason: reasonOf(error) }, { cause: error });
  }
  return checked(value, schema, path, (field) => lineOf(text, field));
}

function checked<T>(value: unknown, schema: z.ZodType<T>, path: string, lineAt: (field: Field) => number): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path ?? [];
  const reason = `is missing or wrong: ${issue?.message ?? "invalid"}; see the format in the guide to scoring`;
  throw new AppError("INPUT_FIELD", { path, line: lineAt(field), field: field.join(".") || "the object", reason });
}

type Field = readonly PropertyKey[];

/** The line of a field in a pretty-printed file, or of the nearest object around it. JSON is YAML, whose parser keeps places. */
function lineOf(text: string, field: Field): number {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  for (let length = field.length; length > 0; length--) {
    const node: unknown = document.getIn(field.slice(0, length), true);
    if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) continue;
    return counter.linePos(Number(node.range[0])).line;
  }
  return 1;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
