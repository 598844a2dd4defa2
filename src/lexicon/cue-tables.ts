import { STATUSES } from "../core/codes.ts";
import { CUE_KINDS, HELPER_ROLES, type AttributionWord, type ReportingCue } from "../claims/index.ts";
import { CUE_SORTS, STANCES } from "../core/claim-layers.ts";
import { ERA_KINDS, type EraWord } from "../records/era-vocabulary.ts";
import { EFFECTS, GOVERNOR_KINDS, NEGATED_EFFECTS, STATUS_WORD_KINDS, type StatusTables } from "../events/index.ts";
import { withSource, type DataFolder } from "./lexicon-source.ts";

const STATUS_WORDS = {
  file: "cues/status-words.csv",
  columns: ["word", "kind", "status", "note"],
  key: ["word", "kind"],
} as const;
const STATUS_GOVERNORS = {
  file: "cues/status-governors.csv",
  columns: ["lemma", "kind", "slots", "effect", "negated", "note"],
  key: ["lemma", "kind", "slots"],
} as const;
const ERAS = { file: "cues/era-words.csv", columns: ["phrase", "kind", "note"], key: ["phrase", "kind"] } as const;
const REPORTING = {
  file: "cues/reporting.csv",
  columns: ["lemma", "kind", "sort", "stance", "content", "note"],
  key: ["lemma", "kind"],
} as const;
const WORDS = {
  file: "cues/attribution-words.csv",
  columns: ["word", "role", "note"],
  key: ["word", "role"],
} as const;

/** Reads data/cues/status-words.csv and status-governors.csv. */
export function readStatusTables(data: DataFolder): StatusTables {
  return withSource(data, (source) => ({
    words: source.rows(STATUS_WORDS, (c) => ({
      word: c.filled("word"),
      kind: c.oneOf("kind", STATUS_WORD_KINDS),
      status: c.oneOf("status", STATUSES),
    })),
    governors: source.rows(STATUS_GOVERNORS, (c) => ({
      lemma: c.filled("lemma"),
      kind: c.oneOf("kind", GOVERNOR_KINDS),
      slots: c.list("slots"),
      effect: c.oneOf("effect", EFFECTS),
      negated: c.oneOf("negated", NEGATED_EFFECTS),
    })),
  }));
}

/** Reads data/cues/era-words.csv. */
export function readEraWords(data: DataFolder): readonly EraWord[] {
  return withSource(data, (source) =>
    source.rows(ERAS, (c) => ({ phrase: c.filled("phrase"), kind: c.oneOf("kind", ERA_KINDS) })),
  );
}

/** Reads data/cues/reporting.csv. */
export function readReportingCues(data: DataFolder): readonly ReportingCue[] {
  return withSource(data, (source) =>
    source.rows(REPORTING, (c) => ({
      lemma: c.filled("lemma"),
      kind: c.oneOf("kind", CUE_KINDS),
      sort: c.oneOf("sort", CUE_SORTS),
      stance: c.oneOf("stance", STANCES),
      content: c.list("content"),
    })),
  );
}

/** Reads data/cues/attribution-words.csv. */
export function readAttributionWords(data: DataFolder): readonly AttributionWord[] {
  return withSource(data, (source) =>
    source.rows(WORDS, (c) => ({ word: c.filled("word"), role: c.oneOf("role", HELPER_ROLES) })),
  );
}
