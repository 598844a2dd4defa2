import type { Category, Status } from "../../core/codes.ts";
import type { ActParty, Predication } from "../../core/event-layers.ts";

/** An act while operators still work on it. */
export interface ActDraft {
  readonly category: Category;
  readonly modes: readonly string[];
  readonly actors: readonly ActParty[];
  readonly recipients: readonly ActParty[];
  /** Set by frames and operators; null leaves it to tense and modals. */
  readonly status: Status | null;
  readonly trigger: readonly number[];
  readonly predication: Predication;
  readonly outer: Predication;
  /** The act that an operator changed into this one; null for a plain act. */
  readonly governed: ActDraft | null;
  /** Category of the act that the noun in an idiom tells ("denied the accusation": ACCUSE). */
  readonly noun?: Category;
  /** Category of the act still to come that counts as a promise made; null where it is none. */
  readonly foldedFrom?: Category | null;
  readonly because: readonly { readonly field: string; readonly rule: string; readonly path: string }[];
}

/** Adds parties that are not there yet. */
export function mergeParties(a: readonly ActParty[], b: readonly ActParty[]): readonly ActParty[] {
  return [...a, ...b.filter((p) => !a.some((q) => q.token === p.token))];
}

export function withoutParties(a: readonly ActParty[], b: readonly ActParty[]): readonly ActParty[] {
  return a.filter((p) => !b.some((q) => q.token === p.token));
}
