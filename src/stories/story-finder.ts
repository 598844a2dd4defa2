import { dateOfDay, dayNumber, daysBetween } from "./days.ts";
import { bandKeys } from "./min-hash.ts";
import { overlapOf, shinglesOf } from "./shingles.ts";

/** A report as far as stories go. */
export interface StoryReport {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
  /** Its place in the order in which reports came. */
  readonly position: number;
}

/** Which story a report belongs to. */
export interface StoryMatch {
  /** Id of the first report of the story; the report's own id when its text is new. */
  readonly story: string;
  /** Share of its text that it has in common with that first report; 1 for the first itself. */
  readonly share: number;
}

interface KnownReport {
  readonly id: string;
  readonly date: string | null;
  readonly story: string;
  readonly shingles: Uint32Array;
  readonly position: number;
}

/** Half of the shorter text must be common: a tenth of the words replaced leaves 0.73, a cut end 1. */
const LEAST_SHARE = 0.5;
/** A copy of a copy must still have this much of the first text. */
const LEAST_SHARE_OF_FIRST = 0.3;
/** Texts shorter than ten words are too easily alike. */
const LEAST_SHINGLES = 8;
/** Agency texts are reprinted within days; a text that comes back after a month is another story ("on this day"). */
const WINDOW_DAYS = 14;

/**
 * Finds reports that are copies of one text, one report after the other. What it answers depends on the reports of the two weeks around a
 * report's date alone: a store that gives those back with `remember` gets the answers of one long run. A report without a date is
 * compared with none.
 *
 * @example
 * const stories = new StoryFinder();
 * stories.add({ id: "a", date: "2024-05-10", text, position: 1 }); // { story: "a", share: 1 }
 * stories.add({ id: "b", date: "2024-05-11", text: `LIMA (Reuters) - ${text}`, position: 2 }); // { story: "a", share: 0.97 }
 */
export class StoryFinder {
  private readonly known = new Map<string, KnownReport>();
  private readonly bands = new Map<string, string[]>();

  /** How many reports it keeps. */
  get size(): number {
    return this.known.size;
  }

  /** The days whose reports must be known before one of `date` is added. */
  static neededDays(date: string): readonly string[] {
    const day = dayNumber(date);
    return Array.from({ length: 2 * WINDOW_DAYS + 1 }, (_, i) => dateOfDay(day - WINDOW_DAYS + i));
  }

  /** Finds the story of a new report and keeps the report for those to come. */
  add(report: StoryReport): StoryMatch {
    const shingles = shinglesOf(report.text);
    const keys = bandKeys(shingles);
    const match = this.match(report, shingles, keys);
    this.keep(report, match.story, shingles, keys);
    return match;
  }

  /** Keeps a report whose story is known from an earlier run. Give back the first report of its story too. */
  remember(report: StoryReport, story: string): void {
    if (this.known.has(report.id)) return;
    const shingles = shinglesOf(report.text);
    this.keep(report, story, shingles, bandKeys(shingles));
  }

  private match(report: StoryReport, shingles: Uint32Array, keys: readonly string[]): StoryMatch {
    let best: StoryMatch = { story: report.id, share: 1 };
    let bestShare = 0;
    if (report.date === null || shingles.length < LEAST_SHINGLES) return best;
    for (const candidate of this.candidates(report, keys)) {
      const { ofShorter } = overlapOf(candidate.shingles, shingles);
      if (candidate.shingles.length < LEAST_SHINGLES || ofShorter < LEAST_SHARE || ofShorter <= bestShare) continue;
      const first = this.known.get(candidate.story) ?? candidate;
      const withFirst = overlapOf(first.shingles, shingles);
      if (withFirst.ofShorter < LEAST_SHARE_OF_FIRST) continue;
      best = { story: candidate.story, share: withFirst.ofSecond };
      bestShare = ofShorter;
    }
    return best;
  }

  /** Reports that share a band, in the order in which they came. */
  private candidates(report: StoryReport, keys: readonly string[]): readonly KnownReport[] {
    const met = new Set<string>();
    for (const key of keys) for (const id of this.bands.get(key) ?? []) met.add(id);
    if (met.size === 0) return [];
    const found = [...met].flatMap((id) => this.known.get(id) ?? []);
    const near = found.filter((r) => r.id !== report.id && isNear(r.date, report.date));
    return near.sort((a, b) => a.position - b.position);
  }

  private keep(
    { id, date, position }: StoryReport,
    story: string,
    shingles: Uint32Array,
    keys: readonly string[],
  ): void {
    this.known.set(id, { id, date, story, shingles, position });
    for (const key of keys) {
      const ids = this.bands.get(key);
      if (ids) ids.push(id);
      else this.bands.set(key, [id]);
    }
  }
}

function isNear(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Math.abs(daysBetween(a, b)) <= WINDOW_DAYS;
}
