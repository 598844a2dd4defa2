import { join } from "node:path";
import { STATUSES, type Status } from "../core/codes.ts";
import { AppError } from "../core/errors.ts";
import type { ReportingCue } from "../claims/index.ts";
import type { StatusWord } from "../events/index.ts";
import { readCsvTable } from "./csv-table.ts";

/** Reads data/cues/status-words.csv. */
export function readStatusWords(dataDir: string): readonly StatusWord[] {
  const path = join(dataDir, "cues", "status-words.csv");
  return readCsvTable(path, ["word", "kind", "status", "note"]).map(({ line, value }) => {
    if (!STATUSES.includes(value.status as Status))
      throw new AppError("LEXICON_VALUE", {
        path,
        line,
        column: "status",
        value: value.status,
        reason: `one of ${STATUSES.join(", ")}`,
      });
    if (!["modal", "modifier", "adverb", "condition"].includes(value.kind))
      throw new AppError("LEXICON_VALUE", {
        path,
        line,
        column: "kind",
        value: value.kind,
        reason: "modal, modifier, adverb or condition",
      });
    return { word: value.word, kind: value.kind as StatusWord["kind"], status: value.status as Status };
  });
}

/** Reads data/cues/reporting.csv. */
export function readReportingCues(dataDir: string): readonly ReportingCue[] {
  const path = join(dataDir, "cues", "reporting.csv");
  return readCsvTable(path, ["lemma", "kind", "stance", "note"]).map(({ line, value }) => {
    if (!["verb", "adverb", "preposition"].includes(value.kind))
      throw new AppError("LEXICON_VALUE", {
        path,
        line,
        column: "kind",
        value: value.kind,
        reason: "verb, adverb or preposition",
      });
    if (!["asserts", "denies", "doubts", "believes"].includes(value.stance))
      throw new AppError("LEXICON_VALUE", {
        path,
        line,
        column: "stance",
        value: value.stance,
        reason: "asserts, denies, doubts or believes",
      });
    return {
      lemma: value.lemma,
      kind: value.kind as ReportingCue["kind"],
      stance: value.stance as ReportingCue["stance"],
    };
  });
}
