import { loadLexicon } from "../../lexicon/load-lexicon.ts";
import { CoverageSurvey } from "../../lexicon/survey/coverage.ts";
import { writeOut } from "../sources.ts";
import type { AnswerFormat } from "../answer-output.ts";
import { surveyText } from "./lexicon-output.ts";
import { type SurveyOptions, surveyReports } from "./lexicon-survey.ts";

/** The command's options as commander gives them. */
export interface CoverageOptions extends SurveyOptions {
  readonly dead?: boolean;
  readonly format: AnswerFormat;
}

const COLUMNS = ["hits", "tried", "kind", "gives", "id"];

/** `dragoman lexicon coverage`: which frames, operators and rules a corpus uses. */
export async function runLexiconCoverage(files: readonly string[], options: CoverageOptions): Promise<void> {
  const survey = new CoverageSurvey((await loadLexicon(options.lexicon)).ontology);
  await surveyReports(files, options, (e) => survey.add(e.doc.acts, e.trials));
  const rows = survey.rows().filter((r) => !options.dead || r.hits === 0);
  await writeOut(surveyText(rows, COLUMNS, options.format, process.stdout.columns ?? 120));
}
