/** Contexts of events in reports of our own writing: which tags each event should have, and which it has. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CONTEXTS } from "../src/core/contexts.ts";
import type { EventRecord } from "../src/index.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import { ErrorCounter } from "./error-counter.ts";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";

/** One report of eval/gold/contexts.jsonl. */
export interface ContextGold {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly events: readonly ContextGoldEvent[];
}

/** `sentence` is the first 60 characters of the event's sentence, `anchor` the word that tells it. */
export interface ContextGoldEvent {
  readonly sentence: string;
  readonly anchor: string;
  readonly context: readonly string[];
}

/** Gold and coded contexts of one event. */
export interface ContextCase {
  readonly report: string;
  readonly sentence: string;
  readonly anchor: string;
  readonly gold: readonly string[];
  readonly coded: readonly string[];
}

/** The words were written with the first 89 reports in view; the figure on text that nobody has seen is lower. */
const FLOOR = 88;

export const CONTEXT_TAGS: EvalSet = {
  name: "contexts-own",
  title: "Contexts of events in 120 reports of our own (eval/gold/contexts.jsonl)",
  run({ root, coder }) {
    const path = join(root, "eval/gold/contexts.jsonl");
    if (!existsSync(path)) return { absent: path };
    const gold = readContextGold(readFileSync(path, "utf8"));
    return scoreContexts(
      this,
      gold.flatMap((g) => casesOf(g, coder)),
      gold.reduce((n, g) => n + g.events.length, 0),
    );
  },
};

/** One report a line. */
export function readContextGold(jsonl: string): readonly ContextGold[] {
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as ContextGold);
}

/** The gold events that the coder finds at all; others are the event sets' matter. */
export function casesOf(report: ContextGold, coder: Pick<EvalTools["coder"], "code">): readonly ContextCase[] {
  const { id, date, title, text } = report;
  const records = coder.code({ id, date, title, text });
  return report.events.flatMap(({ sentence, anchor, context }) => {
    const found = recordAt(records, text, sentence, anchor);
    return found ? [{ report: id, sentence, anchor, gold: context, coded: found.context }] : [];
  });
}

/** The record whose trigger has the anchor, else the only record of the sentence. */
function recordAt(
  records: readonly EventRecord[],
  text: string,
  sentence: string,
  anchor: string,
): EventRecord | undefined {
  const start = text.indexOf(sentence);
  const inSentence = records.filter((r) => r.text_info.start <= start && start < r.text_info.end);
  const at = text.indexOf(anchor, start);
  const holds = (r: EventRecord): boolean => r.trigger.some((t) => t.start < at + anchor.length && at < t.end);
  return inSentence.find(holds) ?? (inSentence.length === 1 ? inSentence[0] : undefined);
}

function scoreContexts(set: Pick<EvalSet, "name" | "title">, cases: readonly ContextCase[], all: number): SetReport {
  const units = new Map<string, ItemCounts>();
  const byContext = new Map<string, ItemCounts>();
  const errors = new ErrorCounter();
  for (const c of cases) {
    const unit = countsOf(units, c.report);
    for (const name of new Set([...c.gold, ...c.coded])) {
      const isGold = c.gold.includes(name);
      const isCoded = c.coded.includes(name);
      for (const counts of [unit, countsOf(byContext, name)]) {
        counts.gold += Number(isGold);
        counts.coded += Number(isCoded);
        counts.right += Number(isGold && isCoded);
      }
      if (isGold !== isCoded) errors.add(`${isGold ? "missed" : "invented"} ${name}`, `${c.anchor}: ${c.sentence}`);
    }
  }
  const sample = [...units.values()];
  const names = CONTEXTS.filter((name) => byContext.has(name));
  const macro = names.reduce((sum, name) => sum + f1Of([countsOf(byContext, name)]), 0) / Math.max(1, names.length);
  return {
    set: set.name,
    title: set.title,
    figures: [
      {
        name: "micro-F1",
        value: f1Of(sample),
        unit: "%",
        interval: bootstrapInterval(sample, f1Of),
        of: cases.length,
        floor: FLOOR,
      },
      { name: "macro-F1", value: macro, unit: "%", of: names.length },
      { name: "precision", value: share(sample, "coded"), unit: "%" },
      { name: "recall", value: share(sample, "gold"), unit: "%" },
      { name: "events found", value: (100 * cases.length) / all, unit: "%", of: all },
    ],
    tables: [
      {
        title: "by context",
        columns: ["context", "gold", "coded", "right", "F1"],
        rows: names.map((name) => {
          const counts = countsOf(byContext, name);
          return [name, counts.gold, counts.coded, counts.right, f1Of([counts]).toFixed(1)];
        }),
      },
    ],
    errors: errors.list(),
    failures: [],
    notes: [],
  };
}

function countsOf(map: Map<string, ItemCounts>, key: string): ItemCounts {
  const known = map.get(key);
  if (known) return known;
  const counts = { right: 0, gold: 0, coded: 0 };
  map.set(key, counts);
  return counts;
}

function share(units: readonly ItemCounts[], of: "gold" | "coded"): number {
  const right = units.reduce((sum, u) => sum + u.right, 0);
  const all = units.reduce((sum, u) => sum + u[of], 0);
  return all === 0 ? 0 : (100 * right) / all;
}
