import type { LinkableReport, LinkedHappening, LinkStore, StoredEdit } from "../store/event-links.ts";
import { HappeningFinder } from "../stories/happening-finder.ts";
import type { TracedReport } from "../stories/report-traces.ts";
import { StoryFinder } from "../stories/story-finder.ts";

/**
 * What linking remembers of the base: the finders, and which days they have wholly in memory. A day that was loaded stays whole, because
 * whatever is linked later passes through the same finders.
 */
export class LinkingMemory {
  readonly stories: StoryFinder = new StoryFinder();
  readonly happenings: HappeningFinder;
  private readonly store: LinkStore;
  private readonly edits: readonly StoredEdit[];
  private readonly storyDays = new Set<string>();
  private readonly happeningDays = new Set<string>();

  private constructor(store: LinkStore, edits: readonly StoredEdit[], nextPosition: number) {
    this.store = store;
    this.edits = edits;
    this.happenings = new HappeningFinder({ edits, nextPosition });
  }

  static async begin(store: LinkStore, edits: readonly StoredEdit[], nextPosition: number): Promise<LinkingMemory> {
    const memory = new LinkingMemory(store, edits, nextPosition);
    await memory.takeUp(await store.happeningsWith(edits.flatMap(({ happening, events }) => [happening, ...events])));
    return memory;
  }

  /** An empty memory that goes on where this one ends. */
  renewed(): Promise<LinkingMemory> {
    return LinkingMemory.begin(this.store, this.edits, this.happenings.nextPosition);
  }

  /** How many reports are kept. */
  get size(): number {
    return Math.max(this.stories.size, this.happenings.size);
  }

  /** How many of the days of whose stories a report of `date` can be are not in memory. */
  missingStoryDays(dates: readonly (string | null)[]): number {
    return missing(dates.flatMap(daysOfStories), this.storyDays).length;
  }

  /** Loads what is needed to find the stories of reports of these days. */
  async prepareStories(dates: readonly (string | null)[]): Promise<void> {
    const days = missing(dates.flatMap(daysOfStories), this.storyDays);
    for (const { story, ...report } of await this.store.storyTexts(days)) this.stories.remember(report, story);
    for (const day of days) this.storyDays.add(day);
  }

  /** Loads what is needed to place the events of these reports. */
  async prepareHappenings(reports: readonly TracedReport[], again: readonly TracedReport[]): Promise<void> {
    const days = missing(
      reports.flatMap((report) => this.happenings.neededDays(report)),
      this.happeningDays,
    );
    const events = again.flatMap(({ records }) => records.map(({ id }) => id));
    await this.takeUp([...(await this.store.happeningsOn(days)), ...(await this.store.happeningsWith(events))]);
    for (const day of days) this.happeningDays.add(day);
  }

  /** Takes up happenings, and their reports where they are not known. */
  async takeUp(stored: readonly LinkedHappening[]): Promise<void> {
    const unknown = stored.filter(({ position }) => !this.happenings.knows(position));
    if (unknown.length === 0) return;
    const reports = new Set(unknown.flatMap(({ events }) => events.map(({ report }) => report)));
    const ids = [...reports].filter((id) => !this.happenings.knowsReport(id));
    this.happenings.resume(unknown, (await this.store.linkedReports(ids)).map(tracedReport));
  }
}

/** A stored report as the finders take it. */
export function tracedReport({ events, ...report }: LinkableReport & { readonly story: string }): TracedReport {
  return { report, records: events };
}

function daysOfStories(date: string | null): readonly string[] {
  return date === null ? [] : StoryFinder.neededDays(date);
}

function missing(days: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return [...new Set(days)].filter((day) => !known.has(day)).sort();
}
