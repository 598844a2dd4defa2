import { expect } from "vitest";
import type { Workplace } from "./workplace.ts";

/** The rows of a query, as JSON lines. */
export function ask(work: Workplace, db: string, query: string): string {
  const run = work.run(["sql", query, "--db", db, "--format", "jsonl"]);
  expect(run).toMatchObject({ status: 0, err: "" });
  return run.out;
}

/** Everything that a base holds but the numbers of the runs, in one order. */
export function dump(work: Workplace, db: string): string {
  const tables = [
    "SELECT * EXCLUDE (run, coded) FROM reports ORDER BY report",
    "SELECT * FROM sentences ORDER BY report, sequence",
    "SELECT * EXCLUDE (from_run, until_run) FROM events ORDER BY report, event",
    "SELECT * EXCLUDE (from_run, until_run) FROM parties ORDER BY event, position",
    "SELECT * EXCLUDE (run) FROM quotations ORDER BY report, position",
  ];
  return tables.map((query) => ask(work, db, query)).join("\n");
}
