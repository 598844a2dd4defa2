import type { Category } from "../../core/codes.ts";
import type { Act, ActParty, Predication } from "../../core/event-layers.ts";

/** Slots by which one telling of a happening hangs on another: "killed in an attack", "hurt when gunmen opened fire". */
const TELLING = new Set(["in", "during", "when", "as", "after", "by", "from", "adverbial", "with", "at", "over"]);
/** Categories whose happenings are told by effect and cause in one sentence. */
const TOLD_TWICE: ReadonlySet<Category> = new Set<Category>(["ASSAULT", "COERCE", "PROTEST"]);

/**
 * Within one sentence effect and cause tell one happening: "Seven people were killed and two hurt in an attack by gunmen". Acts of
 * one category that hang together so lend each other the parties that a telling leaves out.
 */
export function shareParties(acts: readonly Act[], predications: readonly Predication[]): readonly Act[] {
  if (acts.length < 2) return acts;
  const byId = new Map(predications.map((p) => [p.id, p]));
  const groups = joined(acts, byId);
  return acts.map((act, i) => {
    const group = groups[i];
    if (!group || group.length < 2) return act;
    const others = group.map((k) => acts[k]).filter((a): a is Act => a !== undefined && a !== act);
    return completed(act, others);
  });
}

function completed(act: Act, others: readonly Act[]): Act {
  const actors = act.actors.length > 0 ? act.actors : lent(others, "actors", act.recipients);
  const recipients =
    act.recipients.length > 0 || act.category !== "ASSAULT" ? act.recipients : lent(others, "recipients", actors);
  if (actors === act.actors && recipients === act.recipients) return act;
  const because = [...act.because];
  if (actors !== act.actors)
    because.push({ field: "actor", rule: "share.same-happening", path: actors.map((a) => a.path).join(" ") });
  if (recipients !== act.recipients)
    because.push({ field: "recipient", rule: "share.same-happening", path: recipients.map((a) => a.path).join(" ") });
  return { ...act, actors, recipients, because };
}

/** The first telling's parties of a role that do not play the other role here. */
function lent(others: readonly Act[], role: "actors" | "recipients", taken: readonly ActParty[]): readonly ActParty[] {
  const used = new Set(taken.map((p) => p.token));
  for (const other of others) {
    const parties = other[role].filter((p) => !used.has(p.token));
    if (parties.length > 0) return parties.map((p) => ({ token: p.token, path: `shared>${p.path}` }));
  }
  return [];
}

/** For each act the indexes of those that tell the same happening, itself among them, in text order. */
function joined(acts: readonly Act[], byId: ReadonlyMap<number, Predication>): readonly (readonly number[])[] {
  const groupOf = acts.map((_, i) => i);
  acts.forEach((a, i) =>
    acts.forEach((b, k) => {
      if (i === k || a.category !== b.category || !TOLD_TWICE.has(a.category)) return;
      if ((a.status === "negation") !== (b.status === "negation")) return;
      if (!hangsOn(byId.get(a.predication), byId.get(b.predication))) return;
      const [from, to] = [groupOf[k] ?? k, groupOf[i] ?? i];
      groupOf.forEach((g, n) => {
        if (g === from) groupOf[n] = to;
      });
    }),
  );
  return acts.map((_, i) => groupOf.flatMap((g, k) => (g === groupOf[i] ? [k] : [])));
}

/** `below` is an argument of `above` by a telling slot, or both are passives or nouns joined by "and". */
function hangsOn(above: Predication | undefined, below: Predication | undefined): boolean {
  if (!above || !below || above.id === below.id) return false;
  const link = above.arguments.find((a) => a.token === below.token || a.token === below.light);
  if (link) return TELLING.has(link.slot) && !isTurnedRound(above, below);
  const { governor } = below;
  return governor?.id === above.id && governor.relation === "conj" && above.passive && below.passive;
}

/** "was shot after attacking an officer": whom the one hits is the doer of the other, so they are two happenings. */
function isTurnedRound(above: Predication, below: Predication): boolean {
  const hit = above.arguments.filter((a) => a.slot === "patient").map((a) => a.token);
  return below.arguments.some((a) => a.slot === "agent" && hit.includes(a.token));
}
