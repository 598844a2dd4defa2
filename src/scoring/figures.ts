import type { Counts } from "./count.ts";

/** All in percent but the first three, which are numbers of events. */
export interface Figures {
  readonly predicted: number;
  readonly refused: number;
  readonly core: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly triple_precision: number;
  readonly triple_recall: number;
  readonly triple_f1: number;
  readonly type_strict: number;
  readonly actor: number;
  readonly recipient: number;
  readonly sector: number;
  readonly status: number;
  readonly status_not_actual_f1: number;
  readonly date: number;
  readonly date_moved: number;
  readonly date_null: number;
  readonly attribution_f1: number;
  readonly mode_f1: number;
  readonly same_as_f1: number;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** F1 in percent of `both` right ones among `coded` and `expected` ones. */
function f1Of(both: number, coded: number, expected: number): number {
  return harmonic(percent(both, coded), percent(both, expected));
}

/** The figures that counts stand for. */
export function figuresOf(n: Counts): Figures {
  const precision = percent(n.hit, n.pred);
  const recall = percent(n.core_hit, n.core);
  const triplePrecision = percent(n.triple, n.pred);
  const tripleRecall = percent(n.triple_core, n.core);
  return {
    predicted: n.pred,
    refused: n.refused,
    core: n.core,
    precision,
    recall,
    f1: harmonic(precision, recall),
    triple_precision: triplePrecision,
    triple_recall: tripleRecall,
    triple_f1: harmonic(triplePrecision, tripleRecall),
    type_strict: percent(n.strict, n.hit),
    actor: percent(n.actor, n.hit),
    recipient: percent(n.recipient, n.hit),
    sector: percent(n.sector, n.sector_n),
    status: percent(n.status, n.hit),
    status_not_actual_f1: f1Of(n.na_both, n.na_p, n.na_g),
    date: percent(n.date, n.date_n),
    date_moved: percent(n.dm, n.dm_n),
    date_null: percent(n.dn, n.dn_n),
    attribution_f1: f1Of(n.at_both, n.at_p, n.at_g),
    mode_f1: f1Of(n.md_both, n.md_p, n.md_g),
    same_as_f1: f1Of(n.sa_both, n.sa_p, n.sa_g),
  };
}
