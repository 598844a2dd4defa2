/** `npm run eval -- --intervals`: what to expect of coded events, each figure with its 95 % interval over reports. */
import type { EventRecord } from "../src/index.ts";
import type { GoldReport, ScoredReport } from "../src/scoring/types.ts";
import { categoryCount, countEvents } from "./event-counts.ts";
import { withIntervals, type CountFigure, type FigureWithInterval, type UnitCounts } from "./resampling.ts";
import type { EvalTable } from "./set-report.ts";

/** Fewer coded or core events than this say too little about a category. */
const ENOUGH = 10;

const share =
  (part: string, whole: string): CountFigure =>
  (n) =>
    of(n, whole) === 0 ? null : (100 * of(n, part)) / of(n, whole);

/** F1 of precision and recall, whose right ones may be counted apart. */
const harmonic =
  (precision: CountFigure, recall: CountFigure): CountFigure =>
  (n) => {
    const [p, r] = [precision(n), recall(n)];
    if (p === null || r === null) return null;
    return p + r === 0 ? 0 : (2 * p * r) / (p + r);
  };

function of(n: UnitCounts, name: string): number {
  return n[name] ?? 0;
}

const precisionRecall = (name: string, right: string, core: string): Readonly<Record<string, Row>> => {
  const [precision, recall] = [share(right, "pred"), share(core, "core")];
  return {
    [`${name}: precision`]: { figure: precision, of: "pred" },
    [`${name}: recall`]: { figure: recall, of: "core" },
    [`${name}: F1`]: { figure: harmonic(precision, recall), of: "" },
  };
};

interface Row {
  readonly figure: CountFigure;
  /** The count that the figure is measured on; empty where there are two. */
  readonly of: string;
}

const ROWS: Readonly<Record<string, Row>> = {
  ...precisionRecall("event", "hit", "core_hit"),
  ...precisionRecall("who did what to whom", "triple", "triple_core"),
  "found events: actor": { figure: share("actor", "hit"), of: "hit" },
  "found events: recipient": { figure: share("recipient", "hit"), of: "hit" },
  "found events: sector": { figure: share("sector", "sector_n"), of: "sector_n" },
  "found events: date": { figure: share("date", "date_n"), of: "date_n" },
  "found events: date other than publication": { figure: share("dm", "dm_n"), of: "dm_n" },
  "found events: place": { figure: share("place_right", "placed"), of: "placed" },
  "found events: status": { figure: share("status", "hit"), of: "hit" },
  "status not actual: F1": { figure: harmonic(share("na_both", "na_p"), share("na_both", "na_g")), of: "na_g" },
  "attribution: F1": { figure: harmonic(share("at_both", "at_p"), share("at_both", "at_g")), of: "at_g" },
  "coded rows: all of it right": { figure: share("whole", "pred"), of: "pred" },
  "listed rows: event happened": { figure: share("listed_right", "listed"), of: "listed" },
  "listed rows: who did what to whom": { figure: share("listed_triple", "listed"), of: "listed" },
  "listed rows: and when": { figure: share("listed_triple_day", "listed"), of: "listed" },
};

/** Two tables: the figures of all events, and precision and recall of every category with enough of them. */
export function intervalTables(
  gold: ReadonlyMap<string, GoldReport>,
  reports: ReadonlyMap<string, ScoredReport>,
  records: readonly EventRecord[],
): readonly EvalTable[] {
  const units = [...gold].flatMap(([id, events]) => {
    const report = reports.get(id);
    return report === undefined
      ? []
      : [
          countEvents(
            events,
            report,
            records.filter((r) => r.report === id),
          ),
        ];
  });
  return [overallTable(units), categoryTable(units)];
}

function overallTable(units: readonly UnitCounts[]): EvalTable {
  const figures = withIntervals(
    units,
    Object.fromEntries(Object.entries(ROWS).map(([name, { figure }]) => [name, figure])),
  );
  return {
    title: `what to expect, over ${units.length} reports`,
    columns: ["figure", "value", "95 % interval", "of"],
    rows: Object.entries(ROWS).map(([name, row]) => [
      name,
      ...told(figures[name]),
      row.of === "" ? "" : total(units, row.of),
    ]),
  };
}

function categoryTable(units: readonly UnitCounts[]): EvalTable {
  const names = new Set(units.flatMap(Object.keys).filter((name) => / (?:coded|core)$/.test(name)));
  const categories = [...new Set([...names].map((name) => name.split(" ")[0] ?? ""))].sort();
  const rows = categories.flatMap((category) => {
    const [coded, core] = [categoryCount(category, "coded"), categoryCount(category, "core")];
    const counts = { coded: total(units, coded), core: total(units, core) };
    if (counts.coded < ENOUGH && counts.core < ENOUGH) return [];
    const { precision, recall } = withIntervals(units, {
      precision: share(categoryCount(category, "right"), coded),
      recall: share(categoryCount(category, "found"), core),
    });
    const shown = (figure: FigureWithInterval, count: number): readonly string[] =>
      count < ENOUGH ? ["-", "too few"] : told(figure);
    return [[category, counts.coded, ...shown(precision, counts.coded), counts.core, ...shown(recall, counts.core)]];
  });
  return {
    title: `categories of ${ENOUGH} events and more`,
    columns: ["category", "coded", "precision", "95 % interval", "core", "recall", "95 % interval"],
    rows,
  };
}

function told(figure: FigureWithInterval | undefined): readonly string[] {
  if (figure?.value == null || figure.interval === null) return ["-", ""];
  const [low, high] = figure.interval;
  return [figure.value.toFixed(1), `${low.toFixed(1)} to ${high.toFixed(1)}`];
}

function total(units: readonly UnitCounts[], name: string): number {
  return units.reduce((sum, unit) => sum + (unit[name] ?? 0), 0);
}
