import { UnknownActors } from "../../actors/claims/unknown-actors.ts";
import { writeOut } from "../sources.ts";
import type { AnswerFormat } from "../answer-output.ts";
import { surveyText } from "./lexicon-output.ts";
import { type SurveyOptions, surveyReports } from "./lexicon-survey.ts";

/** The command's options as commander gives them. */
export interface UnknownOptions extends SurveyOptions {
  readonly limit: number;
  readonly format: AnswerFormat;
}

const COLUMNS = ["parties", "mentions", "reports", "kind", "actor", "code", "sectors", "example"];

/** `dragoman actors unknown`: names and party nouns of a corpus that no table knows. */
export async function runActorsUnknown(files: readonly string[], options: UnknownOptions): Promise<void> {
  const unknown = new UnknownActors();
  await surveyReports(files, options, (e) => {
    unknown.add(e.doc);
  });
  const rows = unknown.ranked().slice(0, options.limit);
  await writeOut(surveyText(rows, COLUMNS, options.format, process.stdout.columns ?? 160));
}
