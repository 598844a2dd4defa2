import type { EventRecord } from "../core/record.ts";
import { type EventTrace, type HappeningReport, tracesOf } from "./event-trace.ts";
import type { Happening, StoredHappening } from "./happening.ts";

/** A report with the records of all its events, in their order. */
export interface TracedReport {
  readonly report: HappeningReport;
  readonly records: readonly EventRecord[];
}

/** Traces by report; each report is read once. What a record leaves out comes from the others of its report, so all are needed. */
export class ReportTraces {
  private readonly byReport = new Map<string, readonly EventTrace[]>();
  private readonly byEvent = new Map<string, EventTrace>();

  /** How many reports are kept. */
  get size(): number {
    return this.byReport.size;
  }

  has(report: string): boolean {
    return this.byReport.has(report);
  }

  of({ report, records }: TracedReport): readonly EventTrace[] {
    const known = this.byReport.get(report.id);
    if (known) return known;
    const traces = tracesOf(records, report);
    this.byReport.set(report.id, traces);
    for (const trace of traces) this.byEvent.set(trace.record.id, trace);
    return traces;
  }

  /** A stored happening as one that can grow; its reports must be known. */
  happening({ position, events }: StoredHappening): Happening {
    const members = events.map((event) => {
      const trace = this.byEvent.get(event.event);
      if (!trace)
        throw new Error(`event ${event.event} of happening ${events[0]?.event ?? ""} is not among its report's`);
      return { ...event, trace };
    });
    return { position, members };
  }
}
