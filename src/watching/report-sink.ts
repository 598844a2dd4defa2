import type { Report } from "../core/report.ts";

/**
 * Where reports go. They may come twice, with the same id and content, when the watch was killed between handing over and marking: the
 * second time must change nothing.
 */
export interface ReportSink {
  store(reports: readonly Report[]): Promise<void>;
}
