import type { AnswerFormat } from "../answer-output.ts";
import { answerWith } from "../asked-base.ts";

/** The command's options as commander gives them. */
export interface SqlOptions {
  readonly db: string;
  readonly format?: AnswerFormat;
}

/** `dragoman sql`: asks an event base and changes nothing in it. */
export async function runSql(query: string, options: SqlOptions): Promise<void> {
  await answerWith(options, query);
}
