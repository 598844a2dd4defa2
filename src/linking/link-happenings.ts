import type { LinkableReport, LinkStore } from "../store/event-links.ts";
import { growingHappenings } from "./growing-happenings.ts";
import { linksOf, summaryOf } from "./happening-links.ts";
import { LinkingMemory, tracedReport } from "./linking-memory.ts";

/** How far linking is. */
export interface LinkProgress {
  readonly reports: number;
  /** Reports that are still to be linked. */
  readonly left: number;
  readonly events: number;
  /** Reports whose text is that of an earlier one. */
  readonly copies: number;
  readonly opened: number;
}

/** How much is done at a time, and remembered. The answers do not depend on either. */
export interface LinkingLimits {
  /** Reports that are written together. */
  readonly chunk: number;
  /** Days that one chunk may load: reports that lie far apart are linked in smaller chunks. */
  readonly days: number;
  /** Reports in memory from which on it is emptied. */
  readonly kept: number;
}

const LIMITS: LinkingLimits = { chunk: 256, days: 90, kept: 4_000 };

/** Finds stories and happenings for all reports of a base that are not linked yet, chunk by chunk; each is written before the next is read. */
export async function* linkHappenings(store: LinkStore, limits: LinkingLimits = LIMITS): AsyncGenerator<LinkProgress> {
  const { unlinked, edits, nextPosition } = await store.linkState();
  if (unlinked === 0) return writeStale(store);
  let memory = await LinkingMemory.begin(store, edits, nextPosition);
  await writeStale(store);
  let progress: LinkProgress = { reports: 0, left: unlinked, events: 0, copies: 0, opened: 0 };
  let mostKept = limits.kept;
  for (;;) {
    const waiting = await store.unlinked(limits.chunk);
    if (waiting.length === 0) return;
    if (memory.size > mostKept) {
      memory = await memory.renewed();
      mostKept = 0;
    }
    const chunk = withinDays(waiting, memory, limits.days);
    const done = await linkChunk(store, memory, chunk);
    // Where the days around one chunk hold more than the limit, emptying the memory after each would only fill it again.
    if (mostKept === 0) mostKept = Math.max(limits.kept, 2 * memory.size);
    progress = {
      reports: progress.reports + chunk.length,
      left: Math.max(0, progress.left - chunk.length),
      events: progress.events + done.events,
      copies: progress.copies + done.copies,
      opened: progress.opened + done.opened,
    };
    yield progress;
  }
}

/** The first reports, as many as do not ask for more days than the limit; one at least. */
function withinDays(
  waiting: readonly LinkableReport[],
  memory: LinkingMemory,
  most: number,
): readonly LinkableReport[] {
  let count = waiting.length;
  const days = (): number => memory.missingStoryDays([...new Set(waiting.slice(0, count).map(({ date }) => date))]);
  while (count > 1 && days() > most) count = Math.floor(count / 2);
  return waiting.slice(0, count);
}

async function linkChunk(
  store: LinkStore,
  memory: LinkingMemory,
  chunk: readonly LinkableReport[],
): Promise<Pick<LinkProgress, "events" | "copies" | "opened">> {
  const fresh = chunk.filter(({ story }) => story === null);
  await memory.prepareStories([...new Set(fresh.map(({ date }) => date))]);
  const stories = fresh.map((report) => ({ report: report.id, ...memory.stories.add(report) }));
  const storyOf = new Map(stories.map(({ report, story }) => [report, story]));
  const reports = chunk.map((report) =>
    tracedReport({ ...report, story: report.story ?? storyOf.get(report.id) ?? report.id }),
  );
  const again = reports.filter(({ report }) => !storyOf.has(report.id));
  await memory.prepareHappenings(reports, again);
  for (const report of reports) memory.happenings.add(report);
  const changes = memory.happenings.takeChanges();
  const events = changes.flatMap(({ happening, known }) => linksOf(happening, known));
  await store.writeLinks({
    stories,
    linked: again.map(({ report }) => report.id),
    happenings: changes.map(({ happening }) => summaryOf(happening)),
    rewritten: [],
    events,
    edit: null,
  });
  return {
    events: events.length,
    copies: stories.filter(({ report, story }) => report !== story).length,
    opened: changes.filter(({ known }) => known === 0).length,
  };
}

const STALE_TOGETHER = 256;

/** Writes the rows of happenings that events have left. */
async function writeStale(store: LinkStore): Promise<void> {
  for (;;) {
    const stale = await store.staleHappenings(STALE_TOGETHER);
    if (stale.length === 0) return;
    const happenings = await growingHappenings(store, stale);
    await store.writeLinks({
      stories: [],
      linked: [],
      happenings: happenings.map(summaryOf),
      rewritten: [],
      events: [],
      edit: null,
    });
  }
}
