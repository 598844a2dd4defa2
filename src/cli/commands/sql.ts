import { BaseReader } from "../../store/duckdb/base-reader.ts";
import { type AnswerFormat, writeAnswer } from "../answer-output.ts";

/** The command's options as commander gives them. */
export interface SqlOptions {
  readonly db: string;
  readonly format?: AnswerFormat;
}

/** `dragoman sql`: asks an event base and changes nothing in it. */
export async function runSql(query: string, options: SqlOptions): Promise<void> {
  const base = await BaseReader.open(options.db);
  try {
    const { columns, rows } = await base.ask(query);
    await writeAnswer(columns, rows, options.format ?? (process.stdout.isTTY ? "table" : "jsonl"));
  } finally {
    base.close();
  }
}
