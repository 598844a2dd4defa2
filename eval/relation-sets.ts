/**
 * PLV and CAMEO sentences: one category (or penta class) a sentence, asked with `relate`. Rows of PLV whose id number modulo 7
 * is 0 or 3 are held out: their figures are reported, their sentences never shown.
 */
import { join } from "node:path";
import type { Reason } from "../src/core/record.ts";
import { unmark } from "../src/readers/relation-fields.ts";
import type { Answer } from "./classification.ts";
import { classificationFigures, labelTable } from "./classification.ts";
import { foldText } from "./conll.ts";
import { ErrorCounter } from "./error-counter.ts";
import { readRows } from "./json-lines.ts";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";

const PENTA: Readonly<Record<string, string>> = {
  AGREE: "1",
  CONSULT: "1",
  SUPPORT: "1",
  YIELD: "2",
  COOPERATE: "2",
  AID: "2",
  REQUEST: "3",
  ACCUSE: "3",
  REJECT: "3",
  THREATEN: "3",
};

export interface PlvRow {
  readonly id: string;
  readonly text: string;
  readonly marked: string;
  readonly root: string;
  readonly penta: number;
}

interface CameoRow {
  readonly text: string;
  readonly penta: number;
}

/** The label of a PLOVER category in the sets of 15 labels. */
export function rootOf(category: string | null): string | null {
  return category === "CONCEDE" || category === "RETREAT" ? "YIELD" : category;
}

/** The penta class of such a label; not the record's `quad_code`. */
export function pentaOf(root: string | null): string | null {
  return root === null ? null : (PENTA[root] ?? "4");
}

export function isHeldOut(id: string): boolean {
  const rest = Number(/(\d+)$/.exec(id)?.[1] ?? "0") % 7;
  return rest === 0 || rest === 3;
}

export const plvPath = (data: string): string => join(data, "gold/events/plv-dev.jsonl");

export const PLV: EvalSet = {
  name: "plv",
  title: "PLV development sentences, 15 labels (CONCEDE and RETREAT are YIELD) and 4 penta classes",
  run(tools) {
    const path = plvPath(tools.data);
    const rows = readRows<PlvRow>(path);
    return rows === null ? { absent: path } : scorePlv(rows, tools);
  },
};

function scorePlv(rows: readonly PlvRow[], { coder }: EvalTools): SetReport {
  const errors = new ErrorCounter();
  const answered = rows.map((row) => {
    const relation = coder.relate({ id: row.id, ...unmark(row.marked) });
    const answer = rootOf(relation.event);
    const folded = isPromisedYielding(relation) ? "AGREE" : answer;
    const held = isHeldOut(row.id);
    if (answer !== row.root && !held) errors.add(`${row.root} coded ${answer ?? "nothing"}`, `${row.id} ${row.marked}`);
    return {
      held,
      root: { gold: row.root, answer },
      folded: { gold: row.root, answer: folded },
      penta: { gold: String(row.penta), answer: pentaOf(answer) },
    };
  });
  const visible = answered.filter((row) => !row.held);
  const parts = [
    ["all", answered],
    ["visible", visible],
    ["held out", answered.filter((row) => row.held)],
  ] as const;
  return {
    set: PLV.name,
    title: PLV.title,
    figures: parts.flatMap(([name, part]) => [
      ...classificationFigures(
        name,
        part.map((row) => row.root),
      ),
      ...classificationFigures(
        `${name} penta`,
        part.map((row) => row.penta),
      ),
      ...classificationFigures(
        `${name}, promised yielding as AGREE`,
        part.map((row) => row.folded),
      ),
    ]),
    tables: [
      labelTable(
        "visible part by label",
        visible.map((row) => row.root),
      ),
    ],
    errors: errors.list(),
    failures: [],
    notes: [],
  };
}

/**
 * PLOVER 2.0 makes a concession of a promised withdrawal or release; the older codebook that PLV was labelled by makes it an
 * agreement, as all cooperation still to come. Reported apart, beside the figures by our own rules.
 */
function isPromisedYielding(relation: { readonly event: string | null; readonly because: readonly Reason[] }): boolean {
  return relation.event === "CONCEDE" && relation.because.some((b) => PROMISED_YIELDING.has(b.rule));
}

const PROMISED_YIELDING = new Set(["rule.promise-yield", "rule.plan-yield", "rule.announce-yield", "fold.concede"]);

export const CAMEO: EvalSet = {
  name: "cameo",
  title: "CAMEO development sentences, penta classes 1 to 4; class 0 apart",
  run(tools) {
    const path = join(tools.data, "gold/events/cameo-dev.jsonl");
    const rows = readRows<CameoRow>(path);
    if (rows === null) return { absent: path };
    const held = (readRows<PlvRow>(plvPath(tools.data)) ?? []).filter((row) => isHeldOut(row.id));
    return scoreCameo(rows, new Set(held.map((row) => foldText(row.text))), tools);
  },
};

function scoreCameo(rows: readonly CameoRow[], heldOut: ReadonlySet<string>, { coder }: EvalTools): SetReport {
  const errors = new ErrorCounter();
  const scored: Answer[] = [];
  const other = { n: 0, silent: 0, request: 0 };
  for (const [number, row] of rows.entries()) {
    const input = { id: String(number), text: row.text, source: [], target: [] };
    if (row.penta === 0) {
      other.n++;
      if (coder.code({ id: input.id, text: row.text }).length === 0) other.silent++;
      if (coder.relate(input).event === "REQUEST") other.request++;
      continue;
    }
    const event = coder.relate(input).event;
    const answer = { gold: String(row.penta), answer: pentaOf(rootOf(event)) };
    scored.push(answer);
    if (answer.gold === answer.answer) continue;
    const example = heldOut.has(foldText(row.text)) ? null : row.text;
    errors.add(`class ${answer.gold} coded ${answer.answer ?? "nothing"} (${event ?? "none"})`, example);
  }
  const share = (part: number): number => (other.n === 0 ? 0 : (100 * part) / other.n);
  return {
    set: CAMEO.name,
    title: CAMEO.title,
    figures: [
      ...classificationFigures("penta", scored),
      { name: "class 0: no event coded", value: share(other.silent), unit: "%", of: other.n },
      { name: "class 0: REQUEST as the forced answer", value: share(other.request), unit: "%", of: other.n },
    ],
    tables: [labelTable("by penta class", scored)],
    errors: errors.list(),
    failures: [],
    notes: [],
  };
}
