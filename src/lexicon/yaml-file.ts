import { existsSync, readFileSync } from "node:fs";
import { LineCounter, parseDocument, type Document } from "yaml";
import type { ZodType } from "zod";
import { AppError } from "../core/errors.ts";

/** A YAML file that passed its schema, and the line of any path in it for later messages. */
export interface YamlFile<T> {
  readonly path: string;
  readonly value: T;
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads and checks a YAML file; every fault names file, line, the offending value and the reason. */
export function readYamlFile<T>(path: string, schema: ZodType<T>): YamlFile<T> {
  if (!existsSync(path)) throw new AppError("LEXICON_FILE_MISSING", { path });
  const counter = new LineCounter();
  const doc = parseDocument(readFileSync(path, "utf8"), { lineCounter: counter });
  const fault = doc.errors[0];
  if (fault)
    throw new AppError("LEXICON_YAML", {
      path,
      line: fault.linePos?.[0].line ?? 0,
      reason: fault.message.split("\n")[0] ?? "",
    });
  const lineOf = (at: readonly (string | number)[]): number => lineOfPath(doc, counter, at);
  const checked = schema.safeParse(doc.toJS());
  if (checked.success) return { path, value: checked.data, lineOf };
  const issue = checked.error.issues[0];
  const at = (issue?.path ?? []) as (string | number)[];
  const value = JSON.stringify(doc.getIn(at)) ?? "missing";
  throw new AppError("LEXICON_VALUE", {
    path,
    line: lineOf(at),
    column: at.join("."),
    value,
    reason: issue?.message ?? "",
  });
}

function lineOfPath(doc: Document, counter: LineCounter, at: readonly (string | number)[]): number {
  for (let depth = at.length; depth >= 0; depth--) {
    const node = doc.getIn(at.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
