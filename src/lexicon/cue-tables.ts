import { STATUSES } from "../core/codes.ts";
import { CUE_KINDS, HELPER_ROLES, type AttributionWord, type ReportingCue } from "../claims/index.ts";
import { CUE_SORTS, STANCES } from "../core/claim-layers.ts";
import type { StatusWord } from "../events/index.ts";
import { withSource, type DataFolder } from "./lexicon-source.ts";

const STATUS_WORDS = {
  file: "cues/status-words.csv",
  columns: ["word", "kind", "status", "note"],
  key: ["word", "kind"],
} as const;
const STATUS_KINDS = ["modal", "modifier", "adverb", "condition"] as const;
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

/** Reads data/cues/status-words.csv. */
export function readStatusWords(data: DataFolder): readonly StatusWord[] {
  return withSource(data, (source) =>
    source.rows(STATUS_WORDS, (c) => ({
      word: c.filled("word"),
      kind: c.oneOf("kind", STATUS_KINDS),
      status: c.oneOf("status", STATUSES),
    })),
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
