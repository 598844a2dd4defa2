import { workerData } from "node:worker_threads";
import { type Coder, createCoder } from "../coder/create-coder.ts";
import { AppError } from "../core/errors.ts";
import type { Fingerprint } from "../core/fingerprint.ts";
import type { Report } from "../core/report.ts";
import type { CoderChoice, CodingResult, CodingTask, DescriptionResult, EventsResult } from "./coding-task.ts";
import { codedReport } from "./coded-report.ts";

/** Runs in a thread of its own: loads the coder once, and codes the reports that it is sent. */
let loaded: Promise<Coder> | null = null;

function coder(): Promise<Coder> {
  return (loaded ??= createCoder(workerData as CoderChoice));
}

/** A fault of ours on one text must not lose the others. */
export async function code({ report, content }: CodingTask): Promise<CodingResult> {
  const ready = await coder();
  try {
    return { coded: codedReport(ready.read(report), content) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Events alone, for whoever keeps no base. */
export async function codeEvents(report: Report): Promise<EventsResult> {
  const ready = await coder();
  try {
    return { events: ready.code(report) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

export async function describeCoder(): Promise<DescriptionResult> {
  try {
    const { version, fingerprintId } = await coder();
    return { version, fingerprintId };
  } catch (error) {
    if (error instanceof AppError) return { broken: { code: error.code, data: error.data } };
    throw error;
  }
}

export async function fingerprint(): Promise<Fingerprint> {
  return (await coder()).fingerprint();
}
