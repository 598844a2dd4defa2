import type { Category } from "../../core/codes.ts";
import type { CodeReading } from "./event-codes.ts";
import type { Conditions, SlotReading } from "./slot-reader.ts";

/** A frame as it will stand in a category file. */
export interface FrameDraft {
  readonly id: string;
  readonly category: Category;
  readonly modes: readonly string[];
  readonly verbs: readonly string[];
  /** Slot -> values, `present`, or a condition as the files write it (`ACTOR?`). */
  readonly require: ReadonlyMap<string, readonly string[] | string>;
  readonly actor: string;
  readonly recipient: string;
  readonly reciprocal: boolean;
  /** The verb by itself, without a pattern. */
  readonly alone: boolean;
  /** CAMEO code and lines of the dictionary. */
  readonly code: string;
  readonly file: string;
  readonly lines: readonly number[];
}

type EventCode = Extract<CodeReading, { kind: "event" }>;

/** Where the parties stand, in slot lists of data/ontology/README.md. */
interface Roles {
  readonly actor: string;
  readonly recipient: string;
}

/** Where PETRARCH looks for a target when the pattern marks none: what the act is done to, then the phrases behind it. */
const TARGETS = ["patient", "recipient", "against", "on", "with", "to", "at", "toward", "towards", "from"] as const;
/** When a thing is asked for in the object, the target may also be whom it is for. */
const TARGETS_BEHIND_THING = [...TARGETS, "for", "over", "of"] as const;

/** The parties of a pattern, after its markers and then after the code. */
export function rolesOf(reading: SlotReading, code: EventCode): Roles {
  const source = reading.markers.find((m) => m.marker === "$")?.slot;
  const target = reading.markers.find((m) => m.marker === "+")?.slot;
  const compound = reading.markers.find((m) => m.marker === "%")?.slot;
  if (code.reciprocal || compound !== undefined) {
    const slots = [
      "agent",
      ...(compound === undefined || compound === "agent" ? [] : [compound]),
      ...reading.open,
      "with",
    ];
    return { actor: [...new Set(slots)].join("+"), recipient: "none" };
  }
  const roles = markedRoles(source, target, reading);
  return code.reversed ? { actor: roles.recipient, recipient: roles.actor } : roles;
}

function markedRoles(source: string | undefined, target: string | undefined, reading: SlotReading): Roles {
  if (target === "agent") {
    // "+ * IN $" may be active or a passive without its "was": the target is the subject either way.
    if (source !== undefined && source !== "agent") return { actor: source, recipient: "agent|patient" };
    return { actor: "none", recipient: "agent" };
  }
  const actor = source ?? "agent";
  if (target !== undefined) return { actor, recipient: target };
  if (actor !== "agent") return { actor, recipient: "patient|agent" };
  const asked = reading.conditions.get("patient");
  const all = asked === undefined || asked === "present" ? TARGETS : TARGETS_BEHIND_THING;
  const passed = new Set(reading.markers.filter((m) => m.marker === "^").map((m) => m.slot));
  const first = reading.open.filter((s) => !passed.has(s));
  return { actor, recipient: [...first, ...all.filter((s) => !first.includes(s) && !passed.has(s))].join("|") };
}

/** Roles of a verb by itself. */
export function plainRoles(code: EventCode): Roles {
  const nothing = { particle: null, conditions: new Map(), markers: [], open: [], passive: false, shortened: false };
  return rolesOf(nothing, code);
}

/**
 * The conditions of a frame. TABARI and PETRARCH write no event without a source that is an actor, so one that is told must
 * be one; passives may leave it out.
 */
export function requireOf(conditions: Conditions, extra: Conditions): Map<string, readonly string[] | string> | null {
  const out = new Map<string, readonly string[] | string>([["agent", "ACTOR?"]]);
  for (const [slot, values] of [...extra, ...conditions]) {
    const old = slot === "agent" && out.get(slot) === "ACTOR?" ? undefined : out.get(slot);
    if (old !== undefined && old !== "present" && values !== "present") return null;
    if (old === undefined || old === "present") out.set(slot, values);
  }
  return out;
}

/**
 * Patterns of one block that differ only in the noun they ask for become one frame: `* RAID`, `* ASSAULT` -> [raid, assault].
 * The first pattern gives the id.
 */
export function mergeDrafts(drafts: readonly FrameDraft[]): readonly FrameDraft[] {
  const out: FrameDraft[] = [];
  const places = new Map<string, number>();
  for (const draft of drafts) {
    const lists = [...draft.require].filter(([, v]) => typeof v !== "string");
    const [slot, values] = lists[0] ?? ["", ""];
    if (lists.length !== 1 || typeof values === "string") {
      const key = JSON.stringify([draftKey(draft), [...draft.require]]);
      const at = places.get(key);
      if (at === undefined) places.set(key, out.push(draft) - 1);
      else out[at] = joined(out[at] ?? draft, draft, "", []);
      continue;
    }
    const others = [...draft.require].filter(([s]) => s !== slot);
    const key = JSON.stringify([draftKey(draft), slot, others]);
    const at = places.get(key);
    const first = at === undefined ? undefined : out[at];
    if (at === undefined || !first) places.set(key, out.push(draft) - 1);
    else out[at] = joined(first, draft, slot, values);
  }
  return out;
}

function draftKey(d: FrameDraft): readonly unknown[] {
  return [d.category, d.modes, d.verbs, d.actor, d.recipient, d.reciprocal, d.file];
}

function joined(first: FrameDraft, more: FrameDraft, slot: string, values: readonly string[]): FrameDraft {
  const require = new Map(first.require);
  const old = require.get(slot);
  if (old !== undefined && typeof old !== "string") require.set(slot, [...new Set([...old, ...values])]);
  const code = first.code.split(" ").includes(more.code) ? first.code : `${first.code} ${more.code}`;
  return { ...first, require, code, lines: [...new Set([...first.lines, ...more.lines])] };
}
