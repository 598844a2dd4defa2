import { AppError } from "../core/errors.ts";

/** One problem in the lexicon: where it stands, what stands there, and what to do about it. */
export interface LexiconIssue {
  readonly path: string;
  readonly line: number;
  /** Character in the line, counted from 1. */
  readonly column: number;
  /** Column of a table or path in a YAML file; empty when the whole line or file is meant. */
  readonly field: string;
  readonly value: string;
  /** What is wrong with the value and what to write instead. */
  readonly reason: string;
  /** A `doubt` is reported by `dragoman lexicon check`, but does not keep the lexicon from being loaded. */
  readonly weight: "fault" | "doubt";
}

const MAX_TOLD = 10;
const MAX_VALUE = 80;

/** The issue as `file:line:column: field is “value”: remedy`. */
export function tellIssue(i: LexiconIssue): string {
  const value = i.value.length > MAX_VALUE ? `${i.value.slice(0, MAX_VALUE - 1)}…` : i.value;
  const what = i.field === "" ? "" : `${i.field} is “${value}”: `;
  return `${i.path}:${i.line}:${i.column}: ${what}${i.reason}`;
}

/** Throws when there are faults; the message tells the first ones. */
export function refuseFaults(issues: readonly LexiconIssue[]): void {
  const faults = issues.filter((i) => i.weight === "fault");
  if (!faults.length) return;
  const told = faults.slice(0, MAX_TOLD).map(tellIssue);
  const rest = faults.length - told.length;
  if (rest > 0) told.push(`and ${rest} more; \`dragoman lexicon check\` lists them all`);
  throw new AppError("LEXICON_FAULTS", { faults: told.join("\n"), count: faults.length });
}
