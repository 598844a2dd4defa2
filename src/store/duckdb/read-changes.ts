import type { DuckDBConnection } from "@duckdb/node-api";
import type { EventRecord } from "../../core/record.ts";
import { pairEvents } from "../event-differences.ts";
import type { EventChange } from "../event-store.ts";
import { textOf } from "./text-values.ts";

/** Events that hold at one of the two runs and not at the other, report by report, in the order of the text. */
const CHANGED = `
  SELECT e.report, e.from_run <= $1 AS old, e.record, coalesce(r.run, e.from_run) > $1 AS new_report
  FROM events e LEFT JOIN reports r ON r.report = e.report
  WHERE (e.from_run <= $1 AND e.until_run > $1 AND e.until_run <= $2)
     OR (e.from_run > $1 AND e.from_run <= $2 AND (e.until_run IS NULL OR e.until_run > $2))
  ORDER BY e.report, e.sequence, e.event`;

interface Sides {
  readonly report: string;
  readonly newReport: boolean;
  readonly before: EventRecord[];
  readonly after: EventRecord[];
}

/** What held at the run `from` and what holds at `to`, where they differ; `from` is the earlier one. */
export async function* readChanges(
  connection: DuckDBConnection,
  from: number,
  to: number,
): AsyncGenerator<EventChange> {
  let sides = emptySides("", false);
  const result = await connection.stream(CHANGED, [from, to]);
  for await (const rows of result.yieldRowsJson())
    for (const [id, old, text, isNew] of rows) {
      const report = textOf(id);
      if (sides.report !== report) {
        yield* changesOf(sides);
        sides = emptySides(report, isNew === true);
      }
      const record = JSON.parse(textOf(text)) as EventRecord;
      (old === true ? sides.before : sides.after).push(record);
    }
  yield* changesOf(sides);
}

function emptySides(report: string, newReport: boolean): Sides {
  return { report, newReport, before: [], after: [] };
}

function changesOf({ report, newReport, before, after }: Sides): readonly EventChange[] {
  return pairEvents(before, after).map((pair) => ({ report, newReport, ...pair }));
}
