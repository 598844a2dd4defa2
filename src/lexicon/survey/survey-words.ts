import { withSource, type DataFolder } from "../lexicon-source.ts";

/** Word lists of the corpus survey; of the plain predicates the verbs also bar proposals. */
export interface SurveyWords {
  /** `kind lemma` of predicates judged not political. */
  readonly plain: ReadonlySet<string>;
  /** Endings of nouns that name events. */
  readonly endings: readonly string[];
}

const PLAIN = {
  file: "cues/plain-predicates.csv",
  columns: ["lemma", "kind", "reason"],
  key: ["lemma", "kind"],
} as const;
const ENDINGS = { file: "cues/event-noun-endings.csv", columns: ["ending", "note"], key: ["ending"] } as const;
const KINDS = ["verb", "noun", "adjective"] as const;
const REASONS = [
  "function", "mind", "speech", "motion", "life", "nature", "work", "culture", "election", "office", "law", "crime", "state",
  "modifier",
] as const; // prettier-ignore

/** Reads `cues/plain-predicates.csv` and `cues/event-noun-endings.csv`. */
export function readSurveyWords(data: DataFolder): SurveyWords {
  return withSource(data, (source) => ({
    plain: new Set(
      source.rows(PLAIN, (c) => {
        c.oneOf("reason", REASONS);
        return `${c.oneOf("kind", KINDS)} ${c.filled("lemma")}`;
      }),
    ),
    endings: source.rows(ENDINGS, (c) => c.filled("ending")),
  }));
}
