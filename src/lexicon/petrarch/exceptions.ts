import type { FrameDraft } from "./frame-drafts.ts";
import type { Tally } from "./tally.ts";
import type { PatternEntry } from "./verb-dictionary.ts";

type Require = Map<string, readonly string[] | string>;

/**
 * Phrases with which the verbs of a block tell no event: `* EXTREMISM [---]`. They become a condition of the verbs' own frames,
 * in one slot only: the frame with most conditions is tried first, and the verb alone must not outrank its patterns.
 */
export class Exceptions {
  private readonly found: {
    readonly p: PatternEntry;
    readonly slot: string;
    readonly values: readonly string[] | "present";
  }[] = [];

  add(p: PatternEntry, slot: string, values: readonly string[] | "present"): void {
    this.found.push({ p, slot, values });
  }

  /** The slot with most exceptions and its condition; tells the patterns of other slots to the tally. Null without any. */
  settle(tally: Tally): readonly [string, readonly string[] | string] | null {
    const counts = new Map<string, number>();
    // What is no actor cannot be the agent anyway.
    for (const { slot } of this.found) if (slot !== "agent") counts.set(slot, (counts.get(slot) ?? 0) + 1);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    for (const { p, slot } of this.found)
      if (slot === "agent" || slot === most?.[0]) tally.taken("patterns", p.at);
      else tally.lost("patterns", p.at, "exception-slot");
    if (!most) return null;
    const inSlot = this.found.filter((f) => f.slot === most[0]);
    if (inSlot.some((f) => f.values === "present")) return [most[0], "absent"];
    const nouns = new Set(inSlot.flatMap((f) => (f.values === "present" ? [] : f.values)));
    return [most[0], [...nouns].map((n) => `!${n}`)];
  }
}

/** The condition added where the slot is free; nothing else may change. */
export function withException(
  require: Require,
  exception: readonly [string, readonly string[] | string] | null,
): Require {
  if (!exception || require.has(exception[0])) return require;
  return new Map([...require, exception]);
}

/** A pattern that asks for its subject only has no more conditions than the verb alone: it takes the exception over, to be tried first. */
export function raised(draft: FrameDraft, exception: readonly [string, readonly string[] | string] | null): FrameDraft {
  return draft.require.size > 1 ? draft : { ...draft, require: withException(new Map(draft.require), exception) };
}
