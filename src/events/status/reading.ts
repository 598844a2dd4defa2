import type { Status } from "../../core/codes.ts";
import type { NegatedEffect, StatusGovernor } from "./status-tables.ts";

/** The status of one predicate, and what it was read from. */
export interface Reading {
  readonly status: Status;
  /** False where the text commits itself to neither yes nor no, or only on somebody's word. */
  readonly certain: boolean;
  /** Names the cue, for `because`. */
  readonly rule: string;
}

export const PLAIN: Reading = { status: "actual", certain: true, rule: "status.plain" };

/** "may fail to agree", "did not plan to attack": what the governor's effect comes to where the governor itself is not plain. */
export function underGovernor(governor: StatusGovernor, above: Reading, isSettled: boolean): Reading {
  const rule = `status.${governor.kind}.${governor.lemma}`;
  if (governor.effect === "open" && isSettled) return { status: "actual", certain: false, rule };
  const effect = governor.effect === "open" ? "hypothetical" : governor.effect;
  if (effect === "fact") return PLAIN;
  if (above.status === "negation") return negatedReading(governor.negated, effect, rule);
  if (effect === "same")
    return { ...above, rule: above.rule === PLAIN.rule ? PLAIN.rule : `${above.rule}>${governor.lemma}` };
  if (effect === "hedged")
    return above.status === "actual" ? { status: "actual", certain: false, rule } : { ...above, rule };
  if (above.status === "hypothetical") return { status: "hypothetical", certain: false, rule };
  return { status: effect, certain: effect === "negation", rule };
}

function negatedReading(negated: NegatedEffect, effect: string, rule: string): Reading {
  const status = negated === "same" ? (effect === "negation" ? "negation" : "hypothetical") : negated;
  return { status, certain: status === "negation" || status === "actual", rule: `${rule}.negated` };
}

/** Rules under which a negation is part of the condition or doubt: "if they do not leave", "may not leave". */
const UNDECIDED = /^status\.(?:condition|question)/;

/** A predicate's own cues below what governs it. */
export function within(context: Reading, own: Reading): Reading {
  if (own.status === "actual") return own.certain ? context : { ...context, certain: false };
  if (own.status === "negation") {
    // "there is no evidence that": the one negation is seen from both sides.
    if (context.status === "negation" && /(?:\.negated|>argument)$/.test(context.rule)) return own;
    if (context.status === "negation") return { ...context, status: "hypothetical", certain: false };
    if (context.status === "hypothetical" && UNDECIDED.test(context.rule)) return context;
    return own;
  }
  // "avoid a possible clash": what was only possible was not thereby ruled out.
  if (context.status === "negation")
    return own.status === "hypothetical" && own.rule.startsWith("status.modifier") && !own.rule.endsWith(".any")
      ? own
      : context;
  if (context.status !== "actual" && own.status === "future") return context;
  return own;
}
