import type { AnswerFormat } from "../answer-output.ts";
import { answerWith } from "../asked-base.ts";

/** The command's options as commander gives them. */
export interface RunsOptions {
  readonly db: string;
  readonly format?: AnswerFormat;
}

const RUNS = `
  SELECT run, kind, strftime(started, '%Y-%m-%d %H:%M:%S') AS started, strftime(finished, '%Y-%m-%d %H:%M:%S') AS finished,
    (SELECT count(*) FROM reports r WHERE r.run = runs.run) AS reports,
    (SELECT count(*) FROM events e WHERE e.from_run = runs.run) AS events_from,
    (SELECT count(*) FROM events e WHERE e.until_run = runs.run) AS events_until,
    (SELECT count(*) FROM refused f WHERE f.run = runs.run) AS refused, coder, note
  FROM runs ORDER BY run`;

/** `dragoman runs`: every ingest, recode and import of an event base. */
export async function runRuns(options: RunsOptions): Promise<void> {
  await answerWith(options, RUNS);
}
