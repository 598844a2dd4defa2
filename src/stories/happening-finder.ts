import { searchedDays, filingKeys, searchKeys } from "./block-keys.ts";
import { dateOfDay } from "./days.ts";
import type { EventTrace } from "./event-trace.ts";
import { EditRules, type HappeningEdit } from "./happening-edits.ts";
import { type Happening, happeningId, type HappeningMember, type StoredHappening } from "./happening.ts";
import { likenessOf, type Likeness } from "./likeness.ts";
import { ReportTraces, type TracedReport } from "./report-traces.ts";
import { tellingsOf } from "./tellings.ts";

interface FinderOptions {
  readonly edits?: readonly HappeningEdit[];
  /** Position of the first happening that will be opened. */
  readonly nextPosition?: number;
}

/** A happening that was opened or grew, and from which member on it is new. */
export interface ChangedHappening {
  readonly happening: Happening;
  readonly known: number;
}

/** From this score on two events tell the same happening; found on two thirds of eval/gold/happenings. */
const LEAST_SCORE = 5;
/** A comparison below this is a contradiction. */
const CONTRADICTION = -4;
/** A happening told hundreds of times is known by its first tellings. */
const MOST_COMPARED = 12;
const OWN: Likeness = { score: 1, reasons: [] };
const BY_HAND: Likeness = { score: 1, reasons: [{ what: "joined by hand", points: 1 }] };

/** Where a telling goes, and why. */
interface Placement {
  readonly happening: Happening;
  readonly likeness: Likeness;
}

/**
 * Merges events of different reports that tell the same happening, one report after the other. Adding reports to a base gives what one run
 * over all of them gives, provided that the happenings that can be found on `neededDays` are given back with `resume`.
 *
 * @example
 * const finder = new HappeningFinder();
 * for (const { report, records } of coded) finder.add({ report, records });
 * const happenings = finder.takeChanges().map(({ happening }) => happeningRow(happening));
 */
export class HappeningFinder {
  private readonly rules: EditRules;
  private readonly traces = new ReportTraces();
  private readonly happeningOf = new Map<string, Happening>();
  private readonly blocks = new Map<string, Set<Happening>>();
  private readonly positions = new Set<number>();
  private readonly changed = new Map<Happening, number>();
  private next: number;

  constructor({ edits = [], nextPosition = 0 }: FinderOptions = {}) {
    this.rules = new EditRules(edits);
    this.next = nextPosition;
  }

  /** How many reports it keeps. */
  get size(): number {
    return this.traces.size;
  }

  /** The position of the next happening. */
  get nextPosition(): number {
    return this.next;
  }

  /** Whether it has the happening in memory. */
  knows(position: number): boolean {
    return this.positions.has(position);
  }

  /** Whether it has the report in memory. */
  knowsReport(report: string): boolean {
    return this.traces.has(report);
  }

  /** Takes up happenings of earlier runs, with their reports where those are not known yet. */
  resume(stored: readonly StoredHappening[], reports: readonly TracedReport[]): void {
    for (const report of reports) this.traces.of(report);
    for (const one of stored) {
      if (this.knows(one.position)) continue;
      const { members } = this.traces.happening(one);
      const happening: Happening = { position: one.position, members: [] };
      this.positions.add(one.position);
      this.enlarge(happening, members);
    }
  }

  /** The days whose happenings must be in memory before the report is added. */
  neededDays(report: TracedReport): readonly string[] {
    const days = new Set<number>();
    for (const trace of this.traces.of(report)) {
      const span = searchedDays(trace);
      if (span) for (let day = span.from; day <= span.to; day++) days.add(day);
    }
    return [...days].map(dateOfDay);
  }

  /** Adds the records of one report; those that are in a happening already stay there. Returns the ids of their happenings. */
  add(report: TracedReport): readonly string[] {
    const tellings = tellingsOf(this.traces.of(report)).flatMap((telling) => this.separated(telling));
    const placed = new Map<number, Placement>();
    tellings.forEach((telling, i) => {
      const placement = this.stayingIn(telling) ?? this.demanded(telling);
      if (placement) placed.set(i, placement);
    });
    const used = new Set([...placed.values()].map(({ happening }) => happening));
    for (const { index, happening, likeness } of this.offers(tellings, report.report.id)) {
      if (placed.has(index) || used.has(happening)) continue;
      placed.set(index, { happening, likeness });
      used.add(happening);
    }
    return tellings.map((telling, i) => {
      const { happening, likeness } = placed.get(i) ?? { happening: this.open(), likeness: OWN };
      const fresh = telling.filter(({ record }) => !this.happeningOf.has(record.id));
      if (fresh.length > 0 && !this.changed.has(happening)) this.changed.set(happening, happening.members.length);
      this.enlarge(
        happening,
        fresh.map((trace): HappeningMember => ({
          event: trace.record.id,
          report: report.report.id,
          trace,
          ...likeness,
        })),
      );
      return happeningId(happening);
    });
  }

  /** What was opened or grew since it was asked last, in the order of positions. */
  takeChanges(): readonly ChangedHappening[] {
    const changes = [...this.changed].map(([happening, known]) => ({ happening, known }));
    this.changed.clear();
    return changes.sort((a, b) => a.happening.position - b.happening.position);
  }

  /** All matches that are good enough, the best first. */
  private offers(
    tellings: readonly (readonly EventTrace[])[],
    report: string,
  ): readonly (Placement & { readonly index: number })[] {
    const offers = tellings.flatMap((telling, index) =>
      this.candidates(telling).flatMap((happening) => {
        if (happening.members.some(({ trace }) => trace.report.id === report)) return [];
        if (telling.some(({ record }) => this.rules.keepsApart(record.id, eventsOf(happening)))) return [];
        const likeness = likenessToHappening(telling, happening);
        return likeness && likeness.score >= LEAST_SCORE ? [{ index, happening, likeness }] : [];
      }),
    );
    return offers.sort(
      (a, b) => b.likeness.score - a.likeness.score || a.index - b.index || a.happening.position - b.happening.position,
    );
  }

  private candidates(telling: readonly EventTrace[]): readonly Happening[] {
    const found = new Set<Happening>();
    for (const trace of telling)
      for (const key of searchKeys(trace)) for (const h of this.blocks.get(key) ?? []) found.add(h);
    return [...found].sort((a, b) => a.position - b.position);
  }

  /** What a person has split is no longer one telling. */
  private separated(telling: readonly EventTrace[]): readonly (readonly EventTrace[])[] {
    const parts: EventTrace[][] = [];
    for (const trace of telling) {
      const own = parts.find((part) => !this.rules.keepsApart(trace.record.id, part.map(({ record }) => record.id))); // prettier-ignore
      if (own) own.push(trace);
      else parts.push([trace]);
    }
    return parts;
  }

  /** Where a telling of a report that is added again is in part already. */
  private stayingIn(telling: readonly EventTrace[]): Placement | null {
    for (const { record } of telling) {
      const happening = this.happeningOf.get(record.id);
      const member = happening?.members.find(({ event }) => event === record.id);
      if (happening && member) return { happening, likeness: { score: member.score, reasons: member.reasons } };
    }
    return null;
  }

  /** The happening that a person has put the telling into. */
  private demanded(telling: readonly EventTrace[]): Placement | null {
    for (const { record } of telling)
      for (const companion of this.rules.companionsOf(record.id)) {
        const happening = this.happeningOf.get(companion);
        if (happening) return { happening, likeness: BY_HAND };
      }
    return null;
  }

  private open(): Happening {
    const happening: Happening = { position: this.next++, members: [] };
    this.positions.add(happening.position);
    return happening;
  }

  private enlarge(happening: Happening, members: readonly HappeningMember[]): void {
    for (const member of members) {
      happening.members.push(member);
      this.happeningOf.set(member.event, happening);
      for (const key of filingKeys(member.trace)) {
        const block = this.blocks.get(key);
        if (block) block.add(happening);
        else this.blocks.set(key, new Set([happening]));
      }
    }
  }
}

function likenessToHappening(telling: readonly EventTrace[], happening: Happening): Likeness | null {
  const byReport = new Map<string, EventTrace[]>();
  for (const { trace } of happening.members) {
    const known = byReport.get(trace.report.id);
    if (known) known.push(trace);
    else if (byReport.size < MOST_COMPARED) byReport.set(trace.report.id, [trace]);
  }
  let best: Likeness | null = null;
  let sum = 0;
  for (const traces of byReport.values()) {
    const found = likenessOfTellings(telling, traces);
    // Whom one telling rules out is not let in by another that leaves things open.
    if (found === null || found.score < CONTRADICTION) return null;
    sum += found.score;
    if (best === null || found.score > best.score) best = found;
  }
  if (best === null) return null;
  // The mean keeps chains short: a telling like one of five is not yet like the five.
  const mean = sum / byReport.size;
  return { score: Math.round(50 * (best.score + mean)) / 100, reasons: best.reasons };
}

/** What a re-mention adds to what the first mentions say. */
const MOST_ADDED = 4;

function likenessOfTellings(as: readonly EventTrace[], bs: readonly EventTrace[]): Likeness | null {
  let best: Likeness | null = null;
  let first: Likeness | null = null;
  for (const a of as)
    for (const b of bs) {
      const found = likenessOf(a, b);
      if (a === as[0] && b === bs[0]) first = found;
      if (found && (best === null || found.score > best.score)) best = found;
    }
  if (!best || !first) return null;
  return best.score - first.score > MOST_ADDED ? { score: first.score + MOST_ADDED, reasons: first.reasons } : best;
}

function* eventsOf({ members }: Happening): Iterable<string> {
  for (const { event } of members) yield event;
}
