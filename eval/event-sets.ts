/** Reports with every event hand-coded, scored by src/scoring and, where it is there, by the reference scorer in Python too. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EventRecord } from "../src/index.ts";
import { checkGold } from "../src/scoring/check-gold.ts";
import { messageOf } from "../src/core/errors.ts";
import { alignReport, pairsOf } from "../src/scoring/count.ts";
import { loadGold, loadReports } from "../src/scoring/load.ts";
import { categoryOf } from "../src/scoring/match.ts";
import { scoreEvents } from "../src/scoring/score.ts";
import type { Score } from "../src/scoring/score.ts";
import type { GoldReport, ScoredReport } from "../src/scoring/types.ts";
import { ErrorCounter } from "./error-counter.ts";
import { eventErrors } from "./event-errors.ts";
import { intervalTables } from "./event-intervals.ts";
import { placeFigures } from "./event-places.ts";
import { pythonDifferences } from "./python-scorer.ts";
import { sizeFigures } from "./size-figures.ts";
import type { EvalSet, EvalTable, EvalTools, Figure, SetReport } from "./set-report.ts";

interface EventSetPlan {
  readonly name: string;
  readonly title: string;
  readonly gold: (tools: EvalTools) => string;
  readonly reports: (tools: EvalTools) => string;
  /** Least F1 and triple F1, for sets that guard against getting worse. */
  readonly floors: (tools: EvalTools) => Partial<Record<string, number>>;
}

type LoadedReport = ScoredReport & { readonly title?: string | null; readonly source?: string | null };

export const WIKINEWS: EvalSet = eventSet({
  name: "wikinews",
  title: "Wikinews development reports, every event hand-coded",
  gold: ({ data }) => join(data, "gold/events/wikinews-dev/gold"),
  reports: ({ data }) => join(data, "gold/events/wikinews-dev/reports"),
  floors: () => ({}),
});

export const CURRENT_EVENTS: EvalSet = eventSet({
  name: "current-events",
  title: "Current events of 2025, every event hand-coded",
  gold: ({ data }) => join(data, "gold/events/current-events-dev.gold.jsonl"),
  reports: ({ data }) => join(data, "gold/events/current-events-dev.jsonl"),
  floors: () => ({}),
});

export const OWN: EvalSet = eventSet({
  name: "own",
  title: "Our own invented reports (eval/gold), every event hand-coded",
  gold: ({ root }) => join(root, "eval/gold/events"),
  reports: ({ root }) => join(root, "eval/gold/reports"),
  floors: ({ root }) => {
    const path = join(root, "eval/gold/floors.json");
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, number>) : {};
  },
});

function eventSet(plan: EventSetPlan): EvalSet {
  return {
    name: plan.name,
    title: plan.title,
    run(tools) {
      const paths = { gold: plan.gold(tools), reports: plan.reports(tools) };
      for (const path of Object.values(paths)) if (!existsSync(path)) return { absent: path };
      return scoreSet(plan, paths, tools);
    },
  };
}

function scoreSet(
  plan: EventSetPlan,
  paths: { readonly gold: string; readonly reports: string },
  tools: EvalTools,
): SetReport {
  const gold = loadGold(paths.gold);
  const reports: ReadonlyMap<string, LoadedReport> = loadReports(paths.reports, gold);
  const predictions = [...gold.keys()].flatMap((id) => codeReport(reports.get(id), tools));
  const score = scoreEvents({ gold, reports, predictions });
  const sizeErrors = new ErrorCounter();
  const sizes = sizeFigures(gold, reports, predictions, sizeErrors);
  const placeErrors = new ErrorCounter();
  const python = pythonDifferences(tools.data, paths, predictions, score);
  return {
    set: plan.name,
    title: plan.title,
    figures: [
      ...figuresOf(score, plan.floors(tools)),
      ...sizes,
      ...placeFigures(gold, reports, predictions, placeErrors),
    ],
    tables: [
      categoryTable(score, gold, reports, predictions),
      ...(tools.intervals === true ? intervalTables(gold, reports, predictions) : []),
    ],
    errors: [...eventErrors(gold, reports, predictions), ...sizeErrors.list(), ...placeErrors.list()].sort(
      (a, b) => b.count - a.count,
    ),
    failures: [
      ...python.differences,
      ...checkGold(gold, reports).map(({ code, data }) => `${plan.name}: ${messageOf(code, data)}`),
    ],
    notes: [python.note],
  };
}

function codeReport(report: LoadedReport | undefined, { coder }: EvalTools): readonly EventRecord[] {
  if (report === undefined) return [];
  const { id, text, date = null, title = null, source = null } = report;
  return coder.code({ id, text, date, title, source });
}

const COUNTED: Readonly<Record<string, "n">> = { predicted: "n", refused: "n", core: "n" };

function figuresOf(score: Score, floors: Partial<Record<string, number>>): readonly Figure[] {
  const figures: Figure[] = [];
  for (const [name, value] of Object.entries(score) as [string, unknown][]) {
    if (typeof value !== "number") continue;
    const interval = name === "f1" ? score.f1_interval : name === "triple_f1" ? score.triple_f1_interval : undefined;
    const floor = floors[name];
    figures.push({
      name,
      value,
      unit: COUNTED[name] ?? "%",
      ...(interval === undefined ? {} : { interval }),
      ...(floor === undefined ? {} : { floor }),
    });
  }
  return figures;
}

/** Core recall as the scorer gives it, and how many events of each category were coded and met a gold event. */
function categoryTable(
  score: Score,
  gold: ReadonlyMap<string, GoldReport>,
  reports: ReadonlyMap<string, ScoredReport>,
  predictions: readonly EventRecord[],
): EvalTable {
  const coded = new Map<string, number>();
  const right = new Map<string, number>();
  const count = (counts: Map<string, number>, category: string): void => {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  };
  for (const { event } of predictions) count(coded, event[0]);
  for (const [id, golds] of gold) {
    const report = reports.get(id);
    if (report === undefined) continue;
    const own = predictions.filter((prediction) => prediction.report === id);
    for (const { prediction } of pairsOf(alignReport(golds, report, own, false))) {
      count(right, categoryOf(prediction) ?? "");
    }
  }
  const categories = [...new Set([...Object.keys(score.recall_by_category), ...coded.keys()])].sort();
  return {
    title: "by category",
    columns: ["category", "core found", "coded", "precision"],
    rows: categories.map((category) => {
      const all = coded.get(category) ?? 0;
      const precision = all === 0 ? "-" : ((100 * (right.get(category) ?? 0)) / all).toFixed(1);
      return [category, score.recall_by_category[category] ?? "0/0", all, precision];
    }),
  };
}
