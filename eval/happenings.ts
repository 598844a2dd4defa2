/** Happenings told by several reports, look-alikes and near-copies of our own writing: which reports are merged, and which should be. */
import type { EventRecord } from "../src/index.ts";
import { HappeningFinder } from "../src/stories/happening-finder.ts";
import { happeningId } from "../src/stories/happening.ts";
import { StoryFinder } from "../src/stories/story-finder.ts";

import { ErrorCounter } from "./error-counter.ts";
import { happeningFolder, type HappeningGoldReport, isHeldBack, readHappeningGold } from "./happening-gold.ts";
import { nearCopy } from "./near-copies.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";

type Coder = Pick<EvalTools["coder"], "code">;

/** How many pairs of reports tell one happening, how many were merged, and how many of those rightly. */
export interface PairCounts {
  gold: number;
  merged: number;
  right: number;
  /** Gold pairs of which a report has no event coded where the happening is told. */
  uncoded: number;
}

/** A report of the gold with the happenings that its main events were put into. */
export interface PlacedReport {
  readonly gold: HappeningGoldReport;
  readonly happenings: ReadonlySet<string>;
}

const COPIES = 20;
const COPIED_DAYS_LATER = 1;

export const HAPPENINGS: EvalSet = {
  name: "happenings",
  title: "Happenings of several reports, look-alikes and near-copies of our own (eval/gold/happenings)",
  run({ root, coder }) {
    const folder = happeningFolder(root);
    const gold = readHappeningGold(folder);
    return gold ? scoreHappenings(this, gold, coder) : { absent: folder };
  },
};

function scoreHappenings(
  set: Pick<EvalSet, "name" | "title">,
  gold: readonly HappeningGoldReport[],
  coder: Coder,
): SetReport {
  const errors = new ErrorCounter();
  const tuned = countPairs(
    placeReports(
      gold.filter((r) => !isHeldBack(r)),
      coder,
    ),
    errors,
  );
  const heldBack = countPairs(placeReports(gold.filter(isHeldBack), coder));
  const copies = scoreCopies(gold, coder);
  return {
    set: set.name,
    title: set.title,
    figures: [
      ...pairFigures("tuned", tuned, { precision: 95, recall: 79 }),
      ...pairFigures("held back", heldBack, {}),
      { name: "near-copies: story found", value: copies.stories, unit: "%", of: COPIES, floor: 95 },
      { name: "near-copies: happening found", value: copies.happenings, unit: "%", of: COPIES },
    ],
    tables: [],
    errors: errors.list(),
    failures: [],
    notes: [`${String(gold.filter((r) => r.differs !== null).length)} look-alikes`],
  };
}

function pairFigures(
  half: string,
  counts: PairCounts,
  floors: { readonly precision?: number; readonly recall?: number },
): readonly Figure[] {
  const { gold, merged, right, uncoded } = counts;
  const floor = (value: number | undefined): { floor?: number } => (value === undefined ? {} : { floor: value });
  return [
    {
      name: `${half}: pair precision`,
      value: percent(right, merged),
      unit: "%",
      of: merged,
      ...floor(floors.precision),
    },
    { name: `${half}: pair recall`, value: percent(right, gold), unit: "%", of: gold, ...floor(floors.recall) },
    { name: `${half}: pairs not coded`, value: uncoded, unit: "n", of: gold },
  ];
}

/** Codes the reports in their order and finds stories and happenings, as a base does. */
export function placeReports(gold: readonly HappeningGoldReport[], coder: Coder): readonly PlacedReport[] {
  const stories = new StoryFinder();
  const finder = new HappeningFinder();
  const mains = gold.map((report, position) => {
    const records = coder.code(report);
    const { story } = stories.add({ ...report, position });
    finder.add({ report: { ...report, story }, records });
    return { gold: report, events: records.filter((record) => tells(record, report)).map(({ id }) => id) };
  });
  const happeningOf = new Map(
    finder
      .takeChanges()
      .flatMap(({ happening }) => happening.members.map(({ event }) => [event, happeningId(happening)] as const)),
  );
  return mains.map(({ gold: report, events }) => ({
    gold: report,
    happenings: new Set(events.map((event) => happeningOf.get(event) ?? "")),
  }));
}

/** Whether the record's trigger has one of the words that tell the report's happening. */
function tells({ trigger }: EventRecord, { text, anchors }: HappeningGoldReport): boolean {
  return anchors.some((anchor) => {
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1))
      if (trigger.some(({ start, end }) => at < end && start < at + anchor.length)) return true;
    return false;
  });
}

/** Compares every two reports. */
export function countPairs(placed: readonly PlacedReport[], errors?: ErrorCounter): PairCounts {
  const counts: PairCounts = { gold: 0, merged: 0, right: 0, uncoded: 0 };
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      const isGold = a.gold.happening === b.gold.happening;
      const isMerged = [...a.happenings].some((happening) => b.happenings.has(happening));
      const isUncoded = a.happenings.size === 0 || b.happenings.size === 0;
      counts.gold += Number(isGold);
      counts.merged += Number(isMerged);
      counts.right += Number(isGold && isMerged);
      counts.uncoded += Number(isGold && isUncoded);
      const pair = `${a.gold.id} ${b.gold.id}`;
      if (isGold && !isMerged) errors?.add(isUncoded ? "missed: not coded" : "missed", pair);
      if (!isGold && isMerged) errors?.add(`merged: ${b.gold.differs ?? a.gold.differs ?? "another happening"}`, pair);
    }
  });
  return counts;
}

/** The first report of every third happening, changed as editors do, a day later and in another paper. */
function scoreCopies(
  gold: readonly HappeningGoldReport[],
  coder: Coder,
): { readonly stories: number; readonly happenings: number } {
  const firsts = gold.filter(
    ({ id, differs }) => differs === null && id.endsWith("-a") && Number(id.slice(1, 3)) % 3 === 1,
  );
  const copies = firsts.slice(0, COPIES).map((report): HappeningGoldReport => ({
    ...report,
    ...nearCopy(report, report.anchors),
    id: `${report.id}-copy`,
    date: dayAfter(report.date),
    source: "Copy Press",
  }));
  const stories = new StoryFinder();
  const told = gold.filter(({ differs }) => differs === null);
  told.forEach((report, position) => stories.add({ ...report, position }));
  const found = copies.filter(
    (copy, i) => stories.add({ ...copy, position: told.length + i }).story === copy.id.replace("-copy", ""),
  );
  const counts = countPairs(placeReports([...firsts.slice(0, COPIES), ...copies], coder));
  return { stories: percent(found.length, copies.length), happenings: percent(counts.right, copies.length) };
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + COPIED_DAYS_LATER);
  return day.toISOString().slice(0, 10);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
