import type { EventRecord } from "../core/record.ts";
import { filingKeys, searchedDays, searchKeys } from "./block-keys.ts";
import { dateOfDay } from "./days.ts";
import { tracesOf, type EventTrace, type HappeningReport } from "./event-trace.ts";
import { type EditFault, EditRules, type HappeningEdit } from "./happening-edits.ts";
import { happeningRow, type HappeningRow } from "./happening-row.ts";
import type { Happening, HappeningEvent, HappeningMember } from "./happening.ts";
import { tellingsOf } from "./tellings.ts";
import { likenessOf, type Likeness } from "./likeness.ts";

/** A happening of an earlier run as a store gives it back: its events in the order in which they came. */
export interface StoredHappening {
  readonly events: readonly (HappeningEvent & { readonly record: EventRecord; readonly report: HappeningReport })[];
}

/** From this score on two events tell the same happening; found on two thirds of eval/gold/happenings. */
const LEAST_SCORE = 5;
/** A comparison below this is a contradiction. */
const CONTRADICTION = -4;
/** A happening told hundreds of times is known by its first tellings. */
const MOST_COMPARED = 12;
const OWN: Likeness = { score: 1, reasons: [] };

/**
 * Merges events of different reports that tell the same happening, one report after the other. Adding reports to a base gives what one run
 * over all of them gives, provided that the happenings of `neededDates` are given back with `resume`.
 *
 * @example
 * const finder = new HappeningFinder();
 * for (const { report, records } of coded) finder.add(report, records);
 * const { happenings, events } = finder.result();
 */
export class HappeningFinder {
  private readonly rules: EditRules;
  private readonly happeningOf = new Map<string, Happening>();
  private readonly blocks = new Map<string, Set<Happening>>();
  private readonly all = new Set<Happening>();
  private count = 0;

  constructor(options: { readonly edits?: readonly HappeningEdit[] } = {}) {
    this.rules = new EditRules(options.edits ?? []);
  }

  /** Edits that name nothing that could be done. */
  get editFaults(): readonly EditFault[] {
    return this.rules.faults;
  }

  /** Takes up happenings of earlier runs, in their order, and carries out the edits on them. Returns those that the edits changed. */
  resume(stored: readonly StoredHappening[]): readonly string[] {
    const before = stored.map(({ events }) => events.map(({ event }) => event).join());
    const members = stored.map(({ events }) => events.map(memberOf));
    for (const own of members) this.open(own.filter(({ event }) => !this.rules.isMoved(event)));
    for (const own of members)
      this.place(
        own.filter(({ event }) => this.rules.isMoved(event)),
        own,
      );
    const unchanged = new Set(before);
    return [...this.all].filter((h) => !unchanged.has(h.members.map(({ event }) => event).join())).map(idOf);
  }

  /**
   * The spans of dates that a store must give back before the report is added: all happenings with an event dated in one of them, or with
   * an undated event of a report published in one.
   */
  neededDates(
    report: HappeningReport,
    records: readonly EventRecord[],
  ): readonly { readonly from: string; readonly to: string }[] {
    const spans = tracesOf(records, report).flatMap((trace) => searchedDays(trace) ?? []);
    const dates = spans.map(({ from, to }) => ({ from: dateOfDay(from), to: dateOfDay(to) }));
    return [...new Map(dates.map((span) => [`${span.from} ${span.to}`, span])).values()];
  }

  /** Adds the records of one report; returns the ids of the happenings that they belong to. */
  add(report: HappeningReport, records: readonly EventRecord[]): readonly string[] {
    const tellings = tellingsOf(tracesOf(records, report));
    const placed = new Map<number, { readonly happening: Happening; readonly likeness: Likeness }>();
    tellings.forEach((telling, i) => {
      const happening = this.demanded(telling);
      if (happening)
        placed.set(i, { happening, likeness: { score: 1, reasons: [{ what: "joined by hand", points: 1 }] } });
    });
    const used = new Set([...placed.values()].map(({ happening }) => happening));
    for (const { index, happening, likeness } of this.offers(tellings, report)) {
      if (placed.has(index) || used.has(happening)) continue;
      placed.set(index, { happening, likeness });
      used.add(happening);
    }
    return tellings.map((telling, i) => {
      const found = placed.get(i);
      const members = telling.map((trace): HappeningMember => ({
        event: trace.record.id,
        trace,
        ...(found?.likeness ?? OWN),
      }));
      if (!found) return idOf(this.open(members));
      this.enlarge(found.happening, members);
      return idOf(found.happening);
    });
  }

  /** The rows of all happenings that are in memory, or of those that are named. */
  result(ids?: readonly string[]): {
    readonly happenings: readonly HappeningRow[];
    readonly events: readonly HappeningEvent[];
  } {
    const wanted = ids && new Set(ids);
    const found = [...this.all].filter((h) => !wanted || wanted.has(idOf(h))).sort((a, b) => a.position - b.position);
    return {
      happenings: found.map(happeningRow),
      events: found.flatMap((h) =>
        h.members.map(({ event, score, reasons }) => ({ happening: idOf(h), event, score, reasons })),
      ),
    };
  }

  /** All matches that are good enough, the best first. */
  private offers(
    tellings: readonly (readonly EventTrace[])[],
    report: HappeningReport,
  ): readonly { readonly index: number; readonly happening: Happening; readonly likeness: Likeness }[] {
    const offers = tellings.flatMap((telling, index) =>
      this.candidates(telling).flatMap((happening) => {
        if (happening.members.some(({ trace }) => trace.report.id === report.id)) return [];
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

  /** The happening that a person has put the telling into. */
  private demanded(telling: readonly EventTrace[]): Happening | null {
    for (const { record } of telling)
      for (const companion of this.rules.companionsOf(record.id)) {
        const happening = this.happeningOf.get(companion);
        if (happening) return happening;
      }
    return null;
  }

  /** Moved events go where the edits say: with their companions, or into a happening of their own. */
  private place(moved: readonly HappeningMember[], own: readonly HappeningMember[]): void {
    for (const member of moved) {
      const stay = own.map(({ event }) => this.happeningOf.get(event)).find((h) => h !== undefined);
      const target = this.demanded([member.trace]) ?? stay;
      if (!target || this.rules.keepsApart(member.event, eventsOf(target))) this.open([{ ...member, ...OWN }]);
      else this.enlarge(target, [member]);
    }
  }

  private open(members: readonly HappeningMember[]): Happening {
    const happening: Happening = { position: this.count++, members: [] };
    if (members.length > 0) this.all.add(happening);
    this.enlarge(happening, members);
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

function memberOf(stored: StoredHappening["events"][number]): HappeningMember {
  const { event, score, reasons, record, report } = stored;
  const [trace] = tracesOf([record], report);
  if (!trace) throw new Error(`no trace of event ${event}`);
  return { event, score, reasons, trace };
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

function idOf({ members }: Happening): string {
  return members[0]?.event ?? "";
}

function* eventsOf({ members }: Happening): Iterable<string> {
  for (const { event } of members) yield event;
}
