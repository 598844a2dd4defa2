import type { BenchReport } from "./texts.ts";

export interface Amount {
  readonly tokens: number;
  readonly sentences: number;
}

export interface Speed {
  readonly tokens: number;
  readonly sentences: number;
  readonly reports: number;
}

const STEADY_SECONDS = 3;

/** Per CPU second of this process, all its threads: first pass over the reports, then passes of at least three seconds. */
export function measure(
  reports: readonly BenchReport[],
  work: (report: BenchReport) => Amount,
): { readonly first: Speed; readonly steady: Speed } {
  const first = pass(reports, work, 0);
  return { first, steady: pass(reports, work, STEADY_SECONDS) };
}

function pass(reports: readonly BenchReport[], work: (report: BenchReport) => Amount, seconds: number): Speed {
  globalThis.gc?.();
  const from = process.cpuUsage();
  let tokens = 0;
  let sentences = 0;
  let count = 0;
  let used = 0;
  do {
    for (const report of reports) {
      const amount = work(report);
      tokens += amount.tokens;
      sentences += amount.sentences;
      count++;
    }
    const { user, system } = process.cpuUsage(from);
    used = (user + system) / 1e6;
  } while (used < seconds);
  return { tokens: tokens / used, sentences: sentences / used, reports: count / used };
}
