import { expect } from "vitest";
import type { Workplace } from "./workplace.ts";

/** The rows of a query, as JSON lines. */
export function ask(work: Workplace, db: string, query: string): string {
  const run = work.run(["sql", query, "--db", db, "--format", "jsonl"]);
  expect(run).toMatchObject({ status: 0, err: "" });
  return run.out;
}

/** What a base holds but for the numbers of its runs. */
const TABLES = [
  "SELECT * EXCLUDE (run, coded) FROM reports",
  "SELECT * FROM sentences",
  "SELECT * EXCLUDE (from_run, until_run) FROM events",
  "SELECT * EXCLUDE (from_run, until_run) FROM parties",
  "SELECT * EXCLUDE (run) FROM quotations",
  "SELECT * FROM happenings",
  "SELECT * FROM happening_events",
] as const;

/** Everything that a base holds, in one order that does not depend on when it was stored. */
export function dump(work: Workplace, db: string): string {
  const parts = TABLES.map((query, i) => `SELECT ${i} AS part, to_json(t)::VARCHAR AS content FROM (${query}) t`);
  return ask(work, db, `${parts.join(" UNION ALL ")} ORDER BY ALL`);
}
