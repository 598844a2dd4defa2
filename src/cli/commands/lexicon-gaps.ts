import { loadLexicon } from "../../lexicon/load-lexicon.ts";
import { LexiconSource } from "../../lexicon/lexicon-source.ts";
import { dataDir } from "../../lexicon/package-files.ts";
import { GapSurvey } from "../../lexicon/survey/gaps.ts";
import { readSurveyWords } from "../../lexicon/survey/survey-words.ts";
import { writeOut } from "../sources.ts";
import type { AnswerFormat } from "../answer-output.ts";
import { surveyText } from "./lexicon-output.ts";
import { type SurveyOptions, surveyReports } from "./lexicon-survey.ts";

/** The command's options as commander gives them. */
export interface GapsOptions extends SurveyOptions {
  readonly limit: number;
  readonly all?: boolean;
  readonly format: AnswerFormat;
}

const COLUMNS = ["count", "parties", "kind", "lemma", "example"];
const ALL_COLUMNS = ["count", "parties", "kind", "lemma", "objects", "tried", "example"];

/** `dragoman lexicon gaps`: predicates of a corpus that no frame or operator took. */
export async function runLexiconGaps(files: readonly string[], options: GapsOptions): Promise<void> {
  const source = new LexiconSource([dataDir, ...options.lexicon]);
  const words = readSurveyWords(source);
  source.refuse();
  const { ontology, reportingCues } = await loadLexicon(options.lexicon);
  const survey = new GapSurvey({
    endings: words.endings,
    plain: options.all ? new Set() : words.plain,
    cues: options.all
      ? new Set()
      : new Set(
          reportingCues
            .filter((c) => c.kind === "verb" && c.sort !== "wills" && c.sort !== "judges")
            .map((c) => c.lemma),
        ),
    lightVerbs: new Set(ontology.lightVerbs.filter((v) => v.slot === "patient").map((v) => v.verb)),
  });
  await surveyReports(files, options, (e) => survey.add(e));
  const rows = survey.ranked().slice(0, options.limit);
  const columns = options.format === "csv" ? ALL_COLUMNS : COLUMNS;
  await writeOut(surveyText(rows, columns, options.format, process.stdout.columns ?? 160));
}
