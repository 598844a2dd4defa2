import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { contentHash } from "../core/content-hash.ts";
import type { Issue } from "../core/errors.ts";
import type { Span } from "../core/span.ts";
import { relationReader, type RelationRow, unmark } from "./relation-fields.ts";

/** A row of relation coding with the category that a person gave it. */
export interface LabelRow extends RelationRow {
  readonly label: string;
}

export type LabelItem = { readonly row: LabelRow } | { readonly issue: Issue };

interface Place {
  readonly path: string;
  readonly line: number;
}

const LABEL_NAMES = ["category", "label"] as const;
const MARK = /<\/?[st]>/;

/**
 * Reads hand labels: a table divided by tabs with a header line, or JSON lines. A table names its columns: `category`, and
 * either a sentence with <s>…</s> and <t>…</t> (`marked` or `sentence`) or `sentence`, `source` and `target`; `id` and any
 * other column may be there too. Whatever is wrong with a row is an issue with its file and line.
 */
export function readLabels(path: string): readonly LabelItem[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unreadable";
    const missing = reason === "ENOENT";
    return [{ issue: { code: missing ? "INPUT_NOT_FOUND" : "INPUT_UNREADABLE", data: { path, reason } } }];
  }
  if (!text.trim()) return [{ issue: { code: "INPUT_EMPTY", data: { path } } }];
  const json = [".jsonl", ".ndjson"].includes(extname(path).toLowerCase()) || text.trimStart().startsWith("{");
  const lines = text.split(/\r?\n/).map((content, i) => ({ content, line: i + 1 }));
  const full = lines.filter((l) => l.content.trim() && (json || !l.content.startsWith("#")));
  return json ? full.map((l) => fromJsonLine(l.content, { path, line: l.line })) : fromTable(full, path);
}

function fromJsonLine(content: string, at: Place): LabelItem {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { issue: { code: "INPUT_JSON", data: { ...at, reason: error.message } } };
  }
  const made = relationReader.fromJson(value, at);
  if ("issue" in made) return made;
  const record = value as Record<string, unknown>;
  const label = LABEL_NAMES.map((name) => record[name]).find((v) => typeof v === "string" && v.trim() !== "");
  if (typeof label !== "string") return fault(at, "category", "is missing; give the category as a string");
  return { row: { ...made.value, label: label.trim() } };
}

function fromTable(
  lines: readonly { readonly content: string; readonly line: number }[],
  path: string,
): readonly LabelItem[] {
  const [head, ...rest] = lines;
  if (!head) return [{ issue: { code: "INPUT_EMPTY", data: { path } } }];
  const columns = fieldsOf(head.content).map((name) => name.trim().toLowerCase());
  const wrong = headerFault(columns);
  if (wrong !== null) return [fault({ path, line: head.line }, "the header", wrong)];
  return rest.map(({ content, line }) => fromFields(columns, fieldsOf(content), { path, line }));
}

function headerFault(columns: readonly string[]): string | null {
  if (!LABEL_NAMES.some((name) => columns.includes(name)))
    return `names no column “category”; it names ${columns.join(", ")} (columns are divided by tabs)`;
  if (!columns.includes("marked") && !columns.includes("sentence"))
    return `names no column “sentence” or “marked”; it names ${columns.join(", ")}`;
  return null;
}

function fromFields(columns: readonly string[], fields: readonly string[], at: Place): LabelItem {
  if (fields.length !== columns.length)
    return fault(at, "the row", `has ${fields.length} fields where the header has ${columns.length}`);
  const record = new Map(columns.map((name, i) => [name, (fields[i] ?? "").trim()]));
  const label = LABEL_NAMES.map((name) => record.get(name) ?? "").find((v) => v !== "");
  if (label === undefined) return fault(at, "category", "is empty");
  const sentence = record.get("marked") ?? record.get("sentence") ?? "";
  if (sentence === "") return fault(at, "sentence", "is empty");
  const roles = MARK.test(sentence) ? unmark(sentence) : locate(sentence, record, at);
  if ("issue" in roles) return roles;
  return { row: { id: record.get("id") || contentHash([sentence], 12), ...roles, label } };
}

/** Finds the words of source and target in the sentence; several parties of one role are divided by "|". */
function locate(
  text: string,
  record: ReadonlyMap<string, string>,
  at: Place,
): Omit<RelationRow, "id"> | { readonly issue: Issue } {
  const taken: Span[] = [];
  const found: Record<"source" | "target", Span[]> = { source: [], target: [] };
  for (const role of ["source", "target"] as const) {
    for (const part of (record.get(role) ?? "").split("|")) {
      const phrase = part.trim();
      if (phrase === "") continue;
      const span = spanOf(text, phrase, taken);
      if (!span) return fault(at, role, `“${phrase}” is not in the sentence; copy it from there`);
      taken.push(span);
      found[role].push(span);
    }
    found[role].sort((a, b) => a.start - b.start);
  }
  return { text, ...found };
}

/** The first place of a phrase that begins and ends with a word and is not taken yet. */
function spanOf(text: string, phrase: string, taken: readonly Span[]): Span | null {
  const letter = /[\p{L}\p{N}]/u;
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
    const end = start + phrase.length;
    const inWord =
      letter.test(text[start - 1] ?? "") || (letter.test(text[end] ?? "") && letter.test(text[end - 1] ?? ""));
    if (!inWord && !taken.some((s) => s.start < end && start < s.end)) return { start, end };
  }
  return null;
}

/** Fields of a line; spreadsheets put quotation marks around a field that holds some and double those inside. */
function fieldsOf(line: string): readonly string[] {
  return line.split("\t").map((field) => {
    const inner = /^"([^]*)"$/.exec(field.trim())?.[1];
    return inner !== undefined && /^(?:[^"]|"")*$/.test(inner) && inner.includes('""')
      ? inner.replaceAll('""', '"')
      : field;
  });
}

function fault(at: Place, field: string, reason: string): { readonly issue: Issue } {
  return { issue: { code: "INPUT_FIELD", data: { ...at, field, reason } } };
}
