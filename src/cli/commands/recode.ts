import { messageOf } from "../../core/errors.ts";
import type { Report } from "../../core/report.ts";
import type { EventStore, Recodable, RecodeCounts } from "../../store/event-store.ts";
import { type BaseCodingOptions, type BaseSession, withBaseSession } from "../base-session.ts";
import { batchesOf } from "../batches.ts";
import { linkBase } from "../link-base.ts";
import { ProgressLine } from "../progress-line.ts";
import { recodeChoices } from "../recode-choices.ts";

/** The command's options as commander gives them. */
export interface RecodeOptions extends BaseCodingOptions {
  readonly all?: boolean;
  readonly happenings: boolean;
}

const NOTHING: RecodeCounts = { reports: 0, kept: 0, gained: 0, lost: 0, changed: 0 };
const PAGE = 64;

/** `dragoman recode`: codes again what is stored, as far as the present lexicon and models can change it. */
export async function runRecode(options: RecodeOptions): Promise<void> {
  await withBaseSession(options, "write", async (session) => {
    await recode(session, options);
    if (options.happenings) await linkBase(session.store);
  });
}

async function recode(session: BaseSession, options: RecodeOptions): Promise<void> {
  const { store } = session;
  const coding = await store.codedBy();
  const all = [...coding.values()].reduce((sum, n) => sum + n, 0);
  const choices: readonly Recodable[] = options.all
    ? [{ runs: [...coding.keys()], words: null }]
    : await recodeChoices(session);
  const count = await store.selectForRecoding(choices);
  if (count === 0) {
    process.stderr.write(`dragoman: nothing to code again: ${all} stored reports read as before\n`);
    return;
  }
  const run = await session.startRun("recode", options.all ? "all" : null);
  const counts = await recodeSelected(session, run, count);
  await session.finishRun(run);
  tell(options.db, run, all, counts);
}

async function recodeSelected({ store, pool }: BaseSession, run: number, count: number): Promise<RecodeCounts> {
  const progress = new ProgressLine();
  let sum = NOTHING;
  const coded = pool.code(selectedReports(store, count));
  for await (const batch of batchesOf(coded, ({ task }) => task.report.text.length)) {
    for (const c of batch) {
      if (!("failed" in c)) continue;
      progress.clear();
      const data = { report: c.task.report.id, reason: c.failed };
      process.stderr.write(`dragoman: ${messageOf("CODING_FAILED", data)}\n`);
      process.exitCode = 1;
    }
    sum = added(sum, await store.recode(run, batch.flatMap((c) => ("coded" in c ? [c.coded] : [])))); // prettier-ignore
    progress.step(sum.reports, "reports coded again", count - sum.reports);
  }
  progress.clear();
  return sum;
}

async function* selectedReports(
  store: EventStore,
  count: number,
): AsyncGenerator<{ readonly report: Report; readonly content: string }> {
  for (let offset = 0; offset < count; offset += PAGE)
    for (const { content, ...report } of await store.selected(offset, PAGE)) yield { report, content };
}

function added(a: RecodeCounts, b: RecodeCounts): RecodeCounts {
  return {
    reports: a.reports + b.reports,
    kept: a.kept + b.kept,
    gained: a.gained + b.gained,
    lost: a.lost + b.lost,
    changed: a.changed + b.changed,
  };
}

function tell(db: string, run: number, all: number, c: RecodeCounts): void {
  process.stderr.write(
    `dragoman: run ${run} coded ${c.reports} of ${all} reports again: ${c.gained} events gained, ${c.lost} lost, ${c.changed} changed, ${c.kept} as before; see “dragoman diff ${run - 1} ${run} --db ${db}”\n`,
  );
}
