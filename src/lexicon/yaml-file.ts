import { existsSync } from "node:fs";
import { isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { ZodType } from "zod";
import { AppError } from "../core/errors.ts";
import { refuseFaults, type LexiconIssue } from "./issues.ts";
import { damageOf } from "./spreadsheet-damage.ts";
import { readTextFile } from "./text-file.ts";
import { faultsOf, type SchemaFault } from "./zod-faults.ts";

export type YamlPath = readonly (string | number)[];
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML file that passed its schema, and the line of any path in it for later messages. */
export interface YamlFile<T> {
  readonly path: string;
  readonly value: T;
  lineOf(at: YamlPath): number;
  /** Where the value at the path stands, or its nearest parent. */
  positionOf(at: YamlPath): Position;
}

/** A YAML file, null where it does not pass its schema, and all that is wrong with it. */
export interface YamlReading<T> {
  readonly file: YamlFile<T> | null;
  readonly issues: readonly LexiconIssue[];
}

/** Reads and checks a YAML file; faults name file, line, the offending value and the reason. */
export function readYamlFile<T>(path: string, schema: ZodType<T>): YamlFile<T> {
  if (!existsSync(path)) throw new AppError("LEXICON_FILE_MISSING", { path });
  const { file, issues } = readYaml(path, schema);
  refuseFaults(issues);
  if (!file) throw new AppError("LEXICON_YAML", { path, line: 1, reason: "the file cannot be read" });
  return file;
}

/** A file whose value is known already; it is parsed only when a position is asked for. */
export function knownYaml<T>(path: string, text: string, value: T): YamlFile<T> {
  let parsed: { readonly doc: Document; readonly counter: LineCounter } | undefined;
  const positionOf = (at: YamlPath): Position => {
    if (!parsed) {
      const counter = new LineCounter();
      parsed = { doc: parseDocument(text, { lineCounter: counter }), counter };
    }
    return positionIn(parsed.doc, parsed.counter, at);
  };
  return { path, value, positionOf, lineOf: (at) => positionOf(at).line };
}

/** Reads a YAML file that exists and collects what is wrong with it: encoding, syntax, fields, values. */
export function readYaml<T>(path: string, schema: ZodType<T>): YamlReading<T> {
  const { text, issues } = readTextFile(path);
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  const syntax = [...doc.errors, ...doc.warnings].map((e): LexiconIssue => {
    const at = e.linePos?.[0];
    const reason = (e.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:$/, "");
    return { path, line: at?.line ?? 1, column: at?.col ?? 1, field: "", value: "", reason, weight: "fault" };
  });
  if (doc.errors.length) return { file: null, issues: [...issues, ...syntax] };
  const positionOf = (at: YamlPath): Position => positionIn(doc, counter, at);
  const found = [...issues, ...syntax, ...damages(path, doc, counter)];
  const fileOf = (value: T): YamlFile<T> => ({ path, value, positionOf, lineOf: (at) => positionOf(at).line });
  const checked = schema.safeParse(doc.toJS());
  if (checked.success) return { file: fileOf(checked.data), issues: found };
  for (const { at, key, reason } of faultsOf(checked.error, doc.toJS())) {
    const position = key === null ? positionOf(at) : keyPosition(doc, counter, at, key);
    const value = key ?? tellValue(doc.getIn(at));
    found.push({ path, ...position, field: at.length ? at.join(".") : "the file", value, reason, weight: "fault" });
  }
  // What is left without the faulty fields can be checked further.
  const rest = schema.safeParse(withoutFaults(doc.toJS(), faultsOf(checked.error, doc.toJS())));
  return { file: rest.success ? fileOf(rest.data) : null, issues: found };
}

/** The value without unknown keys and without the fields that hold a wrong value; list items keep their places. */
function withoutFaults(value: unknown, faults: readonly SchemaFault[]): unknown {
  for (const { at, key } of faults) {
    const path = key === null ? [...at] : [...at, key];
    while (typeof path.at(-1) === "number") path.pop();
    const last = path.pop();
    let parent: unknown = value;
    for (const step of path) parent = (parent as Record<string | number, unknown> | undefined)?.[step];
    if (last !== undefined && typeof parent === "object" && parent !== null) Reflect.deleteProperty(parent, last);
  }
  return value;
}

function tellValue(value: unknown): string {
  if (value === undefined) return "missing";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function positionIn(doc: Document, counter: LineCounter, at: YamlPath): Position {
  for (let depth = at.length; depth >= 0; depth--) {
    const node = doc.getIn(at.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return place(counter, node.range[0]);
  }
  return { line: 1, column: 1 };
}

function keyPosition(doc: Document, counter: LineCounter, at: YamlPath, key: string): Position {
  const map = at.length ? doc.getIn(at, true) : doc.contents;
  if (isMap(map))
    for (const { key: k } of map.items)
      if (isScalar(k) && k.value === key && k.range) return place(counter, k.range[0]);
  return positionIn(doc, counter, at);
}

function place(counter: LineCounter, offset: number): Position {
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
}

/** Keys under which stands prose or whole sentences, in which curly quotes may stand. */
const PROSE = /^(?:description|note|examples|not|text)$/;

function damages(path: string, doc: Document, counter: LineCounter): readonly LexiconIssue[] {
  const out: LexiconIssue[] = [];
  const visit = (node: unknown, at: readonly string[]): void => {
    if (isScalar(node)) {
      const reason = typeof node.value === "string" ? damageOf(node.value) : null;
      if (reason !== null && node.range)
        out.push({
          path,
          ...place(counter, node.range[0]),
          field: at.join("."),
          value: String(node.value),
          reason,
          weight: "fault",
        });
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : "";
        if (!PROSE.test(name)) visit(value, [...at, name]);
      }
    } else if (typeof node === "object" && node !== null && "items" in node)
      (node.items as readonly unknown[]).forEach((item, i) => visit(item, [...at, String(i)]));
  };
  visit(doc.contents, []);
  return out;
}
