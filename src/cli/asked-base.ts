import type { NamedRow } from "../store/queries/event-account.ts";
import type { LeavingOut } from "../store/queries/event-filter.ts";
import type { Query } from "../store/queries/query-parameters.ts";
import { BaseReader } from "../store/duckdb/base-reader.ts";
import { type AnswerFormat, defaultFormat, writeAnswer } from "./answer-output.ts";

/** Opens a base for reading; it is closed when `work` is done or fails. */
export async function withAskedBase<T>(path: string, work: (base: BaseReader) => Promise<T>): Promise<T> {
  const base = await BaseReader.open(path);
  try {
    return await work(base);
  } finally {
    base.close();
  }
}

/** Writes what one query answers. */
export async function answerWith(
  { db, format = defaultFormat() }: { readonly db: string; readonly format?: AnswerFormat },
  query: string,
): Promise<void> {
  await withAskedBase(db, async (base) => {
    const { columns, rows } = await base.ask(query);
    await writeAnswer(columns, rows, format);
  });
}

/** All rows of a short answer. */
export async function valuesOf(base: BaseReader, { sql, parameters }: Query): Promise<readonly (readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = [];
  for await (const row of (await base.ask(sql, parameters)).rows) rows.push(row);
  return rows;
}

/** All rows of a short answer by the names of their columns. */
export async function namedRowsOf(base: BaseReader, { sql, parameters }: Query): Promise<readonly NamedRow[]> {
  const { columns, rows } = await base.ask(sql, parameters);
  const named: NamedRow[] = [];
  for await (const row of rows) named.push(Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  return named;
}

/** `left out: 190, of which 120 not actual (--all-statuses), 90 historical (--historical)`; nothing where nothing is. */
export function leftOutText(all: number, counts: readonly number[], reasons: readonly LeavingOut[]): string {
  if (all === 0) return "";
  const parts = reasons.flatMap(({ told, option }, i) => {
    const count = counts[i] ?? 0;
    return count === 0 ? [] : [`${count} ${told}${option === null ? "" : ` (${option})`}`];
  });
  const [only] = parts;
  return parts.length === 1 ? `; left out: ${only ?? ""}` : `; left out: ${all}, of which ${parts.join(", ")}`;
}
