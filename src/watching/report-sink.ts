import type { SourcedReport } from "../readers/settle-report.ts";

/**
 * Where reports go. They may come twice, with the same id and content, when the watch was killed between handing over and marking: the
 * second time must change nothing. Tells how many were new; only then may their entries count as seen.
 */
export interface ReportSink {
  store(reports: readonly SourcedReport[]): Promise<number>;
}
