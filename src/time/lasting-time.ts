import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { DatePrecision, TimeExpression } from "../core/time-layers.ts";
import { tenseOf } from "./shared-time.ts";

/** How long an event lasted, as the text says. */
export interface LastingTime {
  readonly expression: TimeExpression;
  readonly days: number;
  readonly months: number;
  readonly precision: DatePrecision;
}

/**
 * The duration that an event fills: "two weeks of protests", "a three-day strike", "have marched for ten days". One of a plan
 * ("will last three days") is none.
 */
export function lastingTime(
  times: readonly TimeExpression[],
  nodes: readonly number[],
  graph: SentenceGraph,
): LastingTime | null {
  for (const expression of times) {
    if (expression.kind !== "duration" || expression.value === null) continue;
    const size = lengthOf(expression.value);
    if (size !== null && nodes.some((n) => isFilledBy(graph, n, expression))) return { expression, ...size };
  }
  return null;
}

const LENGTH = /^P(\d+|X)([DWMY])$/;

function lengthOf(value: string): Omit<LastingTime, "expression"> | null {
  const match = LENGTH.exec(value);
  if (match === null) return null;
  // "weeks of protests" are at least two.
  const count = match[1] === "X" ? 2 : Number(match[1]);
  switch (match[2]) {
    case "D":
      // The last day is one of them.
      return count < 2 ? null : { days: count - 1, months: 0, precision: "day" };
    case "W":
      return { days: 7 * count, months: 0, precision: "week" };
    case "M":
      return { days: 0, months: count, precision: "month" };
    default:
      return { days: 0, months: 12 * count, precision: "year" };
  }
}

function isFilledBy(graph: SentenceGraph, node: number, { first, last }: TimeExpression): boolean {
  const token = graph.token(node);
  // "two weeks of protests"
  if (baseRelation(token.deprel) === "nmod" && graph.caseOf(node) === "of" && token.head >= first && token.head <= last)
    return true;
  if (token.upos !== "VERB") return false;
  const tense = tenseOf(graph, token);
  if (tense !== "perfect" && tense !== "pluperfect") return false;
  return token.children.some((c) => c >= first && c <= last && graph.caseOf(c) === "for");
}
