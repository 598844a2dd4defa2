import type { Issue } from "../core/errors.ts";
import { pointSlice } from "./code-points.ts";
import type { GoldReport, ScoredReport } from "./types.ts";

/** Sentences and anchors of hand-coded events that are not in their report's text; the scorer would misplace such events. */
export function checkGold(
  gold: ReadonlyMap<string, GoldReport>,
  reports: ReadonlyMap<string, ScoredReport>,
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { report, events } of gold.values()) {
    const text = reports.get(report)?.text ?? "";
    for (const { id, sentence, anchor } of events) {
      const missing = (field: string, value: string): number =>
        issues.push({ code: "SCORE_ANCHOR_MISSING", data: { report, event: id, field, value } });
      const start = text.indexOf(pointSlice(sentence, 0, 60));
      if (start < 0) missing("sentence", sentence);
      else if (text.indexOf(anchor, start) < 0) missing("anchor", anchor);
    }
  }
  return issues;
}
