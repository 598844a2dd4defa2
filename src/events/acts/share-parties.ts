import type { Category } from "../../core/codes.ts";
import type { Act, ActParty, Predication } from "../../core/event-layers.ts";
import type { PartyReader } from "./party-reader.ts";
import type { PredicateLookup } from "./predicate-lookup.ts";

/** Slots by which one telling of a happening hangs on another: "killed in an attack", "hurt when gunmen opened fire". */
const TELLING = new Set(["in", "during", "when", "as", "after", "by", "from", "adverbial", "with", "at", "over"]);
/** Categories whose happenings are told by effect and cause in one sentence. */
const TOLD_TWICE: ReadonlySet<Category> = new Set<Category>(["ASSAULT", "COERCE", "PROTEST"]);

/**
 * Within one sentence effect and cause tell one happening: "Seven people were killed and two hurt in an attack by gunmen". Acts of
 * one category that hang together so lend each other the parties that a telling leaves out.
 */
export function shareParties(
  acts: readonly Act[],
  predications: readonly Predication[],
  reader: PartyReader,
  lookup: PredicateLookup,
): readonly Act[] {
  const byId = new Map(predications.map((p) => [p.id, p]));
  const shared = acts.length < 2 ? acts : shareAmongTellings(acts, byId);
  return shared.map((act) => {
    if (act.category === "SANCTION" && act.recipients.length === 0)
      return withBurdened(act, byId, predications, reader);
    if (act.category === "THREATEN" && act.recipients.length === 0)
      return withWarned(act, shared, predications, reader);
    const inner = act.actors.length === 0 ? byId.get(act.predication) : undefined;
    const outer = byId.get(act.outer);
    const p = outer?.passive ? outer : inner;
    if (!inner || !p) return act;
    const doers = p.passive
      ? (operationAgent(act, p, predications, lookup) ??
        announcer(p, byId, reader, lookup) ??
        arrester(act, p, byId, reader) ??
        captor(act, shared, reader))
      : (culprit(act, p, predications, lookup) ?? lawgiver(p, predications, reader, lookup) ?? giver(act, p, reader));
    if (!doers || doers.some((d) => act.recipients.some((r) => r.token === d.token))) return act;
    const because = [...act.because, { field: "actor", rule: "share.doer", path: doers.map((d) => d.path).join(" ") }];
    return { ...act, actors: doers, because };
  });
}

/**
 * "warned of consequences if Peru does not withdraw": the one of whom the condition asks something is threatened. A second threat of
 * the same party in the sentence has the first one's addressee.
 */
function withWarned(act: Act, acts: readonly Act[], predications: readonly Predication[], reader: PartyReader): Act {
  const own = act.actors.map((a) => a.token);
  const isOther = (token: number): boolean => !own.some((o) => reader.isSameParty(o, token));
  const asked = predications
    .filter((q) => q.governor?.relation === "advcl:if" || q.governor?.relation === "advcl:unless")
    .flatMap((q) => q.arguments.filter((a) => a.slot === (q.passive ? "patient" : "agent")))
    .find((a) => reader.isPolitical(a.token) && isOther(a.token));
  const twin = acts.find(
    (b) =>
      b !== act &&
      b.category === "THREATEN" &&
      b.recipients.length > 0 &&
      b.actors.some((a) => own.some((o) => reader.isSameParty(a.token, o))),
  );
  const recipients: readonly ActParty[] = asked
    ? reader.parties(asked.token, `if>${asked.path}`)
    : (twin?.recipients ?? []).map((r) => ({ token: r.token, path: `shared>${r.path}` }));
  const others = recipients.filter((r) => isOther(r.token));
  if (others.length === 0) return act;
  const path = others.map((r) => r.path).join(" ");
  return { ...act, recipients: others, because: [...act.because, { field: "recipient", rule: "share.warned", path }] };
}

/** "Peru has become isolated under sanctions": who is told to be under sanctions bears them. */
function withBurdened(
  act: Act,
  byId: ReadonlyMap<number, Predication>,
  predications: readonly Predication[],
  reader: PartyReader,
): Act {
  const own = byId.get(act.predication)?.arguments.find((a) => a.slot === "patient")?.token;
  for (const q of predications)
    for (const a of q.arguments) {
      if (a.slot !== "under" || (!act.trigger.includes(a.token) && a.token !== own)) continue;
      const bearer = q.arguments.find((x) => x.slot === (q.passive ? "patient" : "agent"));
      const party = bearer && reader.drill(bearer.token);
      if (bearer === undefined || party === null || party === undefined || act.actors.some((x) => x.token === party))
        continue;
      const because = [...act.because, { field: "recipient", rule: "share.burdened", path: `under>${bearer.path}` }];
      return { ...act, recipients: [{ token: party, path: `under>${bearer.path}` }], because };
    }
  return act;
}

/** "were killed in an operation by security forces": who carries out the operation also did what happened in it. */
function operationAgent(
  act: Act,
  p: Predication,
  predications: readonly Predication[],
  lookup: PredicateLookup,
): readonly ActParty[] | null {
  if (!TOLD_TWICE.has(act.category)) return null;
  // "Ten are killed and weapons are seized in an operation": the phrase may hang on the last of several passives.
  const chain = [
    p,
    ...predications.filter((q) => q.passive && q.governor?.id === p.id && q.governor.relation === "conj"),
  ];
  for (const q of chain)
    for (const a of q.arguments) {
      if (a.slot !== "in" && a.slot !== "during") continue;
      const operation = predications.find((o) => o.token === a.token);
      if (!operation || !lookup.inClass("OPERATION", operation.lemma)) continue;
      const agent = operation.arguments.find((x) => x.path === "nmod:by");
      if (agent) return [{ token: agent.token, path: `${a.path}>nmod:by` }];
    }
  return null;
}

/** "announced that the envoy will not be invited": what an announcer says will be done to others, the announcer does. */
function announcer(
  p: Predication,
  byId: ReadonlyMap<number, Predication>,
  reader: PartyReader,
  lookup: PredicateLookup,
): readonly ActParty[] | null {
  const above = reportedBy(p, byId);
  if (!above || !lookup.inClass("ANNOUNCING", above.lemma)) return null;
  if (!p.auxiliaries.some((i) => /^(?:will|would|shall)$/.test(reader.graph.token(i).lower))) return null;
  return speakerOf(above);
}

/** The predication whose clause tells this one. */
function reportedBy({ governor }: Predication, byId: ReadonlyMap<number, Predication>): Predication | undefined {
  return governor?.relation === "ccomp" ? byId.get(governor.id) : undefined;
}

function speakerOf(above: Predication): readonly [ActParty] | null {
  const speaker = above.arguments.find((a) => a.slot === "agent");
  return speaker ? [{ token: speaker.token, path: `ccomp>${speaker.path}` }] : null;
}

/** "Police said that two suspects were arrested": the police tell of their own arrests. */
function arrester(
  act: Act,
  p: Predication,
  byId: ReadonlyMap<number, Predication>,
  reader: PartyReader,
): readonly ActParty[] | null {
  const above = act.modes.includes("arrest") ? reportedBy(p, byId) : undefined;
  const speaker = above ? speakerOf(above) : null;
  return speaker && reader.isPolice(speaker[0].token) ? speaker : null;
}

/** "freed the nurses who were abducted in May": whoever lets somebody go had taken him. */
function captor(act: Act, acts: readonly Act[], reader: PartyReader): readonly ActParty[] | null {
  if (!act.modes.includes("abduct") && !act.modes.includes("arrest")) return null;
  const release = acts.find(
    (b) =>
      b.category === "RETREAT" &&
      b.actors.length > 0 &&
      b.recipients.some((r) => act.recipients.some((v) => reader.isSameEntity(r.token, v.token))),
  );
  // The police who free a kidnapped priest had not kidnapped him; the police who free a suspect had arrested him.
  const state = release?.actors.some((a) => reader.isKind(a.token, "STATE")) ?? false;
  return release && state === act.modes.includes("arrest")
    ? release.actors.map((a) => ({ token: a.token, path: `release>${a.path}` }))
    : null;
}

/** "sentenced three men over two attacks", "a suspect in the bombing": who is held to account for violence did it. */
function culprit(
  act: Act,
  p: Predication,
  predications: readonly Predication[],
  lookup: PredicateLookup,
): readonly ActParty[] | null {
  if (act.category !== "ASSAULT" || p.kind !== "noun") return null;
  for (const q of predications) {
    const tied =
      q.arguments.some((a) => ACCOUNT.has(a.slot) && a.token === p.token) ||
      // "over two attacks" with an adverb "over" has no preposition in syntax.
      (p.governor?.id === q.id &&
        p.governor.relation.startsWith("obl") &&
        !q.arguments.some((a) => a.token === p.token));
    if (!tied || !lookup.inClass("JUDGING", q.lemma)) continue;
    const held = q.arguments.filter((a) => a.slot === "patient");
    if (held.length > 0) return held.map((a) => ({ token: a.token, path: `${q.lemma}>${a.path}` }));
  }
  return null;
}

/** Nouns of what comes from somebody; a withdrawal or an expulsion goes away from him. */
const COMING: ReadonlySet<Category> = new Set<Category>([
  "AID", "SUPPORT", "CONSULT", "THREATEN", "REQUEST", "ACCUSE", "AGREE", "COOPERATE", "ASSAULT", "REJECT",
]); // prettier-ignore

/** "assistance from the Red Cross", "a visit from the minister". */
function giver(act: Act, p: Predication, reader: PartyReader): readonly ActParty[] | null {
  if (p.kind !== "noun" || !COMING.has(act.category)) return null;
  const from = p.arguments.find((a) => a.slot === "from" && reader.isPolitical(a.token));
  return from ? reader.parties(from.token, from.path) : null;
}

/** "signed a decree banning …": what a law does, its maker does. */
function lawgiver(
  p: Predication,
  predications: readonly Predication[],
  reader: PartyReader,
  lookup: PredicateLookup,
): readonly ActParty[] | null {
  const law = p.arguments.find((a) => a.slot === "agent")?.token;
  if (law === undefined || !lookup.inClass("LEGISLATION_NOUN", reader.graph.token(law).lemma)) return null;
  for (const q of predications) {
    const makes =
      q.id !== p.id &&
      lookup.inClass("LAWMAKING", q.lemma) &&
      q.arguments.some((a) => a.slot === "patient" && a.token === law);
    const maker = makes ? q.arguments.find((a) => a.slot === "agent") : undefined;
    if (maker && reader.isActor(maker.token)) return [{ token: maker.token, path: `${q.lemma}>${maker.path}` }];
  }
  return null;
}

/** What somebody is held to account for: "for", "over", "of", "in connection with". */
const ACCOUNT = new Set(["for", "over", "of", "in", "about", "with", "on"]);

function shareAmongTellings(acts: readonly Act[], byId: ReadonlyMap<number, Predication>): readonly Act[] {
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
  if (actors.length === act.actors.length && recipients.length === act.recipients.length) return act;
  const because = [...act.because];
  if (actors.length > act.actors.length)
    because.push({ field: "actor", rule: "share.same-happening", path: actors.map((a) => a.path).join(" ") });
  if (recipients.length > act.recipients.length)
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

/** `below` is an argument of `above` by a telling slot, or a passive joined to it by "and" or a semicolon. */
function hangsOn(above: Predication | undefined, below: Predication | undefined): boolean {
  if (!above || !below || above.id === below.id) return false;
  const doer = below.arguments.find((a) => a.slot === "agent" && a.path === "acl")?.token;
  const link = above.arguments.find((a) => a.token === below.token || a.token === below.light || a.token === doer);
  // "hurt after gunmen opened fire", not "fired after ten had been hurt".
  if (link?.slot === "after" && (!above.passive || below.passive)) return false;
  if (link) return TELLING.has(link.slot) && !isTurnedRound(above, below);
  const { governor } = below;
  // "claimed responsibility for the attacks": the noun hangs on what the claim is about.
  if (governor?.id === above.id && governor.relation === "obj" && below.kind === "noun") return true;
  // "Police fired at the crowd; ten people were hurt", "was stabbed and killed".
  return governor?.id === above.id && /^(?:conj|parataxis)$/.test(governor.relation) && below.passive;
}

/** "was shot after attacking an officer": whom the one hits is the doer of the other, so they are two happenings. */
function isTurnedRound(above: Predication, below: Predication): boolean {
  const hit = above.arguments.filter((a) => a.slot === "patient").map((a) => a.token);
  return below.arguments.some((a) => a.slot === "agent" && hit.includes(a.token));
}
