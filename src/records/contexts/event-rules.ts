import type { Category } from "../../core/codes.ts";
import { SUPRANATIONAL } from "../../core/codes.ts";
import type { ContextRule } from "../../core/contexts.ts";
import type { PartyRecord } from "../../core/record.ts";
import type { SentenceTopics } from "./sentence-topics.ts";

/** The event as context rules see it. */
export interface ContextEvent {
  readonly category: Category;
  readonly modes: readonly string[];
  readonly sentence: number;
  /** Lemma of the event's predicate. */
  readonly lemma: string;
  readonly actor: readonly PartyRecord[];
  readonly recipient: readonly PartyRecord[];
}

const BODIES: ReadonlySet<string> = new Set(SUPRANATIONAL);

/** Whether every condition of a rule holds; `found` are the contexts known so far. */
export function ruleHolds(
  rule: ContextRule,
  event: ContextEvent,
  topics: SentenceTopics,
  found: (context: string) => boolean,
): boolean {
  if (rule.categories.length && !rule.categories.includes(event.category)) return false;
  if (rule.modes.length && !rule.modes.some((m) => event.modes.includes(m))) return false;
  if (rule.trigger.length && !rule.trigger.includes(event.lemma)) return false;
  if (rule.words.length && !topics.lists.has(rule.words)) return false;
  if (rule.also.length && !topics.lists.has(rule.also)) return false;
  if (rule.unless.length && topics.lists.has(rule.unless)) return false;
  if (!partiesHold(rule, event)) return false;
  if (rule.absent.some(found)) return false;
  return !rule.beside.length || rule.beside.some(found);
}

function partiesHold(rule: ContextRule, { actor, recipient }: ContextEvent): boolean {
  if (rule.actor.length && !actor.some((p) => isOf(p, rule.actor, rule.primary))) return false;
  if (rule.recipient.length && !recipient.some((p) => isOf(p, rule.recipient, rule.primary))) return false;
  const fits = (p: PartyRecord): boolean =>
    (!rule.party.length || isOf(p, rule.party, rule.primary)) &&
    (!rule.office.length || (p.mention !== null && rule.office.includes(p.office ?? "")));
  if (!actor.some(fits) && !recipient.some(fits) && (rule.party.length || rule.office.length)) return false;
  return !rule.across || isAcross(actor, recipient);
}

function isOf(party: PartyRecord, kinds: readonly string[], isPrimary: boolean): boolean {
  const hasSector = isPrimary ? kinds.includes(party.sector) : party.sectors.some((s) => kinds.includes(s));
  return hasSector || (BODIES.has(party.code) && kinds.includes(party.code));
}

function isAcross(actor: readonly PartyRecord[], recipient: readonly PartyRecord[]): boolean {
  const codes = new Set<string>();
  for (const p of actor) if (p.code) codes.add(p.code);
  for (const p of recipient) if (p.code) codes.add(p.code);
  return codes.size > 1;
}
