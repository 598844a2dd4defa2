import { existsSync } from "node:fs";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";

/** A set whose gold lies at one path: read and scored where that is there. */
export function goldSet<T>(
  name: string,
  title: string,
  source: (tools: EvalTools) => { readonly path: string; readonly read: () => T },
  score: (name: string, title: string, gold: T, tools: EvalTools) => SetReport,
): EvalSet {
  return {
    name,
    title,
    run(tools) {
      const { path, read } = source(tools);
      return existsSync(path) ? score(name, title, read(), tools) : { absent: path };
    },
  };
}
