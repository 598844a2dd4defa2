import type { LinkedHappening, LinkStore } from "../store/event-links.ts";
import type { Happening } from "../stories/happening.ts";
import { ReportTraces } from "../stories/report-traces.ts";
import { tracedReport } from "./linking-memory.ts";

/** Stored happenings with all that their rows are made from. */
export async function growingHappenings(
  store: LinkStore,
  stored: readonly LinkedHappening[],
): Promise<readonly Happening[]> {
  const ids = new Set(stored.flatMap(({ events }) => events.map(({ report }) => report)));
  const traces = new ReportTraces();
  for (const report of await store.linkedReports([...ids])) traces.of(tracedReport(report));
  return stored.map((happening) => traces.happening(happening));
}
