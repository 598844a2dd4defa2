import type { EventMeaning } from "./code-tables.ts";

/** What one event code of a dictionary means in PLOVER. */
export type CodeReading =
  | { readonly kind: "null" | "discard" | "unknown" | "no-category" }
  | {
      readonly kind: "event";
      readonly code: string;
      readonly meaning: EventMeaning;
      /** The code stood behind the colon only: the target does this to the source. */
      readonly reversed: boolean;
      /** Both halves mean the same: both parties do it. */
      readonly reciprocal: boolean;
      /** Set when something of the code was left out. */
      readonly loss: "second-code" | "code-shortened" | null;
    };

type Half = { readonly kind: "null" | "discard" | "unknown" | "no-category" } | Found;
interface Found {
  readonly kind: "event";
  readonly meaning: EventMeaning;
  readonly shortened: boolean;
}

/** Reads `[190]`, `[046:046]` (both parties), `[145:175]` (each its own), `[:173]` (target to source), `[---]` and `[###]`. */
export function readEventCode(code: string, events: ReadonlyMap<string, EventMeaning | null>): CodeReading {
  const [before = "", after] = code.replace(/[\s!]/g, "").split(":");
  const first = readHalf(before, events);
  if (after === undefined) return first.kind === "event" ? eventOf(before, first, {}) : first;
  const second = readHalf(after, events);
  if (first.kind !== "event") return second.kind === "event" ? eventOf(after, second, { reversed: true }) : first;
  if (second.kind !== "event") return eventOf(before, first, {});
  return same(first.meaning, second.meaning)
    ? eventOf(before, first, { reciprocal: true })
    : eventOf(before, first, { loss: "second-code" });
}

function eventOf(
  code: string,
  half: Found,
  more: { reversed?: boolean; reciprocal?: boolean; loss?: "second-code" },
): CodeReading {
  const loss = more.loss ?? (half.shortened ? "code-shortened" : null);
  return {
    kind: "event",
    code,
    meaning: half.meaning,
    reversed: more.reversed ?? false,
    reciprocal: more.reciprocal ?? false,
    loss,
  };
}

function readHalf(code: string, events: ReadonlyMap<string, EventMeaning | null>): Half {
  if (code === "" || /^[-+]+$/.test(code)) return { kind: "null" };
  if (code.startsWith("#")) return { kind: "discard" };
  if (!/^\d+[a-z]?$/i.test(code)) return { kind: "unknown" };
  // A slip such as 0110 is read as 011, never as the root.
  for (let length = code.length; length >= Math.min(3, code.length); length--) {
    const meaning = events.get(code.slice(0, length));
    if (meaning === undefined) continue;
    return meaning === null ? { kind: "no-category" } : { kind: "event", meaning, shortened: length < code.length };
  }
  return { kind: "unknown" };
}

function same(a: EventMeaning, b: EventMeaning): boolean {
  return a.category === b.category && a.modes.join() === b.modes.join();
}
