/** Status of single words against gold: MEANTIME's factuality, and five statuses in sentences of our own. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Status } from "../src/core/codes.ts";
import { SentenceGraph } from "../src/core/sentence-graph.ts";
import { StatusReader, type Reading } from "../src/events/index.ts";
import { readEraWords, readStatusTables } from "../src/lexicon/cue-tables.ts";
import { EraReader } from "../src/records/earlier-era.ts";
import { EraVocabulary } from "../src/records/era-vocabulary.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { ErrorCounter } from "./error-counter.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";
import { type Factuality, readMeantime, readOwnStatus, type StatusCase } from "./status-cases.ts";

/** One judged word. */
export interface Judgement {
  /** What is drawn again for the interval: a sentence. */
  readonly unit: string;
  readonly gold: readonly string[];
  readonly coded: readonly string[];
  readonly example: string;
}

type WordReader = (c: StatusCase<string>) => readonly { readonly reading: Reading; readonly recalled: boolean }[];

export const MEANTIME: EvalSet = {
  name: "meantime",
  title: "Factuality of event words (MEANTIME, dev and train): factual, not factual, unsure",
  run(tools) {
    const folder = join(tools.data, "gold/status");
    if (!existsSync(folder)) return { absent: folder };
    const read = wordReader(tools);
    const judged = ["dev", "train"].flatMap((part) =>
      readMeantime(join(folder, `meantime-${part}.jsonl`), part).flatMap((c) => judge(c, read(c), factualityOf)),
    );
    return scoreStatus(this, judged, ["factual", "not factual", "unsure"]);
  },
};

export const STATUS_OWN: EvalSet = ownSet(
  "status-own",
  "Status in sentences of our own (eval/gold/status.jsonl)",
  "status.jsonl",
  80,
);

export const STATUS_HELD_OUT: EvalSet = ownSet(
  "status-held-out",
  "Status in sentences of our own that were held back (eval/gold/status-held-out.jsonl)",
  "status-held-out.jsonl",
);

function ownSet(name: string, title: string, file: string, floor?: number): EvalSet {
  return {
    name,
    title,
    run(tools) {
      const path = join(tools.root, "eval/gold", file);
      if (!existsSync(path)) return { absent: path };
      const read = wordReader(tools);
      const judged = readOwnStatus(path).flatMap((c) => judge(c, read(c), (r) => r.status));
      return scoreStatus(this, judged, ["actual", "future", "hypothetical", "negation", "historical"], floor);
    },
  };
}

/** Told as a fact, told as none, or neither. */
function factualityOf({ status, certain }: Reading): Factuality {
  if (status === "negation") return "not factual";
  return certain && status !== "hypothetical" ? "factual" : "unsure";
}

/** Reads every word by the reader that the acts have. */
function wordReader({ coder, root }: EvalTools): WordReader {
  const data = join(root, "data");
  const statuses = new StatusReader(readStatusTables(data));
  const eras = new EraVocabulary(readEraWords(data));
  return ({ id, date, text, targets }) => {
    const { doc } = coder.explain({ id, date, text });
    const era = new EraReader(doc, eras);
    return targets.map(({ start }) => {
      const sentence = doc.sentences.find((s) => s.start <= start && start < s.end);
      const token = sentence?.tokens.find((t) => t.start <= start && start < t.end);
      if (!sentence || !token) throw new RangeError(`${id}: no word at ${start}`);
      const reading = statuses.at(token.index, new SentenceGraph(sentence));
      return { reading, recalled: reading.status === "actual" && era.isRecalled(sentence.index, token.index) };
    });
  };
}

function judge<L extends Status | Factuality>(
  c: StatusCase<L>,
  read: ReturnType<WordReader>,
  labelOf: (reading: Reading) => L,
): readonly Judgement[] {
  return c.targets.map((target, i) => {
    const found = read[i];
    if (!found) throw new RangeError(`${c.id}: a word without reading`);
    const { start, word, label, historical } = target;
    const coded = labelOf(found.reading);
    return {
      unit: c.id,
      gold: historical ? [label, "historical"] : [label],
      coded: found.recalled ? [coded, "historical"] : [coded],
      example: `${c.text.slice(0, start)}[${word}]${c.text.slice(start + word.length)} (${found.reading.rule})`,
    };
  });
}

/** F1 of each label, their mean, and where the commonest label alone would stand. */
export function scoreStatus(
  set: Pick<EvalSet, "name" | "title">,
  judged: readonly Judgement[],
  labels: readonly string[],
  floor?: number,
): SetReport {
  const majority = commonest(judged);
  const units = new Map<string, Judgement[]>();
  for (const j of judged) units.set(j.unit, [...(units.get(j.unit) ?? []), j]);
  const of = (sample: readonly (readonly Judgement[])[]): number => macroF1(sample.flat(), labels);
  const figures: Figure[] = [
    {
      name: "macro-F1",
      value: macroF1(judged, labels),
      unit: "%",
      interval: bootstrapInterval([...units.values()], of),
      of: judged.length,
      ...(floor === undefined ? {} : { floor }),
    },
    {
      name: "majority macro-F1",
      value: macroF1(
        judged.map((j) => ({ ...j, coded: [majority] })),
        labels,
      ),
      unit: "%",
      of: judged.length,
    },
    ...labels.map((label): Figure => {
      const counts = countsOf(judged, label);
      return { name: `${label} F1`, value: f1Of([counts]), unit: "%", of: counts.gold };
    }),
  ];
  return { set: set.name, title: set.title, figures, tables: [], errors: errorsOf(judged), failures: [], notes: [] };
}

function macroF1(judged: readonly Judgement[], labels: readonly string[]): number {
  return labels.reduce((sum, label) => sum + f1Of([countsOf(judged, label)]), 0) / labels.length;
}

function countsOf(judged: readonly Judgement[], label: string): ItemCounts {
  const counts = { right: 0, gold: 0, coded: 0 };
  for (const { gold, coded } of judged) {
    const isGold = gold.includes(label);
    const isCoded = coded.includes(label);
    counts.gold += Number(isGold);
    counts.coded += Number(isCoded);
    counts.right += Number(isGold && isCoded);
  }
  return counts;
}

function commonest(judged: readonly Judgement[]): string {
  const counts = new Map<string, number>();
  for (const { gold } of judged) counts.set(gold[0] ?? "", (counts.get(gold[0] ?? "") ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function errorsOf(judged: readonly Judgement[]): SetReport["errors"] {
  const errors = new ErrorCounter();
  for (const { gold, coded, example } of judged) {
    const expected = gold.join("+");
    const found = coded.join("+");
    if (expected !== found) errors.add(`${expected} coded ${found}`, example);
  }
  return errors.list();
}
