import type { EventRecord } from "../core/record.ts";

/** What is told of a record beside its content: it changes with every edit of the lexicon. */
const UNTOLD: ReadonlySet<string> = new Set(["coder"]);

/** The names of the fields in which two records differ, in the order of the record. */
export function differingFields(before: EventRecord, after: EventRecord): readonly string[] {
  const [a, b] = [before, after] as unknown as readonly Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...names].filter((n) => !UNTOLD.has(n) && JSON.stringify(a?.[n]) !== JSON.stringify(b?.[n]));
}

/** An event before and after; null where there is none. */
export interface EventPair {
  readonly before: EventRecord | null;
  readonly after: EventRecord | null;
}

/**
 * Pairs the events that one report had with those that it has: by id, then by the words that tell them, then by the sentence
 * and the category. What finds no partner was lost or gained. Pairs that do not differ are left out.
 */
export function pairEvents(before: readonly EventRecord[], after: readonly EventRecord[]): readonly EventPair[] {
  const open = new Set(after);
  const partner = new Map<EventRecord, EventRecord>();
  for (const sameness of [idOf, triggerOf, sentenceOf]) {
    const alike = grouped(open, sameness);
    for (const old of before) {
      if (partner.has(old)) continue;
      const found = alike.get(sameness(old))?.shift();
      if (!found) continue;
      partner.set(old, found);
      open.delete(found);
    }
  }
  const pairs = before.map((old): EventPair => ({ before: old, after: partner.get(old) ?? null }));
  return [
    ...pairs.filter((p) => !p.before || !p.after || differingFields(p.before, p.after).length > 0),
    ...[...open].map((e): EventPair => ({ before: null, after: e })),
  ];
}

function grouped(events: Iterable<EventRecord>, keyOf: (e: EventRecord) => string): ReadonlyMap<string, EventRecord[]> {
  const groups = new Map<string, EventRecord[]>();
  for (const e of events) {
    const group = groups.get(keyOf(e));
    if (group) group.push(e);
    else groups.set(keyOf(e), [e]);
  }
  return groups;
}

function idOf(e: EventRecord): string {
  return e.id;
}

function triggerOf(e: EventRecord): string {
  return JSON.stringify(e.trigger);
}

function sentenceOf(e: EventRecord): string {
  return `${e.text_info.start} ${e.event[0]}`;
}

/** A rule that stands behind a field on one side of a change. */
export interface ChangedRule {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The rules behind the fields that differ, where another one decided; without any, those of the category. */
export function changedRules(pair: EventPair): readonly ChangedRule[] {
  const old = rulesOf(pair.before);
  const now = rulesOf(pair.after);
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  const changed = fields.flatMap((field): readonly ChangedRule[] => {
    const rule = { field, before: old.get(field) ?? null, after: now.get(field) ?? null };
    return rule.before === rule.after ? [] : [rule];
  });
  const told = pair.before && pair.after ? changed : changed.filter((r) => r.field === "event");
  if (told.length) return told;
  return [{ field: "event", before: old.get("event") ?? null, after: now.get("event") ?? null }];
}

/** Field -> its rules, joined. */
function rulesOf(e: EventRecord | null): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const b of e?.because ?? []) {
    const known = rules.get(b.field);
    rules.set(b.field, known === undefined ? b.rule : `${known}, ${b.rule}`);
  }
  return rules;
}
