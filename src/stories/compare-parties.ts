import type { Category } from "../core/codes.ts";
import type { EventTrace, PartyTrace } from "./event-trace.ts";
import type { Comparison, MergeReason } from "./likeness.ts";

/** Where who meets whom is a matter of wording. */
const MUTUAL: ReadonlySet<Category> = new Set<Category>(["CONSULT", "AGREE", "SUPPORT", "COOPERATE"]);
/** A party that both tell, and that cannot be the same, weighs more than one that both can mean. */
const OTHER = -5;
const OTHER_ACTOR = -8;
/** The same where a country is only what the context says. */
const INFERRED = -1.5;

/** Sectors that one coder hardly takes for another: monks are no fishermen, while police may be the government. */
const WALKS_OF_LIFE: ReadonlySet<string> = new Set([
  "AGR",
  "BUS",
  "EDU",
  "JRN",
  "LAB",
  "MED",
  "REF",
  "REL",
  "JUD",
  "LEG",
]);

/** "Britain bombed", "British warplanes struck": a state acts by its arms. */
const STATE: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "SPY"]);

/** Whether actors and recipients of two events can be the same. */
export function compareParties(a: EventTrace, b: EventTrace): Comparison {
  const isMutual = MUTUAL.has(a.record.event[0]) && MUTUAL.has(b.record.event[0]);
  if (isMutual) {
    return compareSide("parties", [...a.actors, ...a.recipients], [...b.actors, ...b.recipients], 1.5);
  }
  const actors = compareSide("actor", a.actors, b.actors, 1, OTHER_ACTOR);
  const recipients = compareSide("recipient", a.recipients, b.recipients, 1);
  return [...actors, ...recipients, ...compareDoers(a, b)];
}

/** The harm of an attack names no attacker; the report does. */
function compareDoers(a: EventTrace, b: EventTrace): readonly MergeReason[] {
  if (isTold(a.actors) && isTold(b.actors)) return [];
  const isOther =
    a.doers.length > 0 && b.doers.length > 0 && !a.doers.some((x) => b.doers.some((y) => x.code === y.code));
  return isOther ? [{ what: "reports on deeds of other countries", points: OTHER / 2 }] : [];
}

function isTold(parties: readonly PartyTrace[]): boolean {
  return parties.some(({ code }) => code !== "");
}

function compareSide(
  role: string,
  as: readonly PartyTrace[],
  bs: readonly PartyTrace[],
  weight: number,
  other = OTHER,
): readonly MergeReason[] {
  const [fewer, more] = as.length <= bs.length ? [as, bs] : [bs, as];
  if (fewer.length === 0) return [];
  const pairs = fewer.map((party) => bestOf(party, more, other));
  const points = (weight * pairs.reduce((sum, pair) => sum + pair.points, 0)) / pairs.length;
  const whats = [...new Set(pairs.map(({ what }) => what))].sort();
  return [{ what: `${role}: ${whats.join(", ")}`, points: Math.round(points * 100) / 100 }];
}

function bestOf(party: PartyTrace, others: readonly PartyTrace[], otherPoints: number): MergeReason {
  let best: MergeReason | null = null;
  for (const other of others) {
    const found = comparePair(party, other, otherPoints);
    if (best === null || found.points > best.points) best = found;
  }
  return best ?? { what: "not told", points: 0 };
}

function comparePair(a: PartyTrace, b: PartyTrace, other: number): MergeReason {
  if (isOneName(a, b)) return { what: "same name", points: a.isIndividual || a.office !== null ? 2.5 : 1.5 };
  if (a.isIndividual && b.isIndividual) return { what: "another name", points: OTHER_ACTOR };
  if (a.code !== "" && b.code !== "" && a.code !== b.code) {
    const isSure = a.isNamed && b.isNamed;
    return { what: "another country", points: isSure ? other : INFERRED };
  }
  const isShared = [...a.words].some((word) => b.words.has(word));
  if (a.code !== "" && a.code === b.code) {
    if (a.sector === b.sector && a.sector !== "")
      return { what: "same country and sector", points: isShared ? 1.5 : 1 };
    if (a.sector === "" || b.sector === "" || isShared) return { what: "same country", points: 0.5 };
    if (STATE.has(a.sector) && STATE.has(b.sector)) return { what: "same state", points: 0.5 };
    const isOtherCrowd = WALKS_OF_LIFE.has(a.sector) && WALKS_OF_LIFE.has(b.sector);
    return { what: "same country, another sector", points: isOtherCrowd ? -2.5 : -0.5 };
  }
  if (isShared) return { what: "same words", points: 1 };
  if (a.sector !== "" && b.sector !== "" && a.sector !== b.sector) return { what: "another sector", points: -0.5 };
  return { what: "can be the same", points: 0 };
}

function isOneName(a: PartyTrace, b: PartyTrace): boolean {
  if (isOneOffice(a, b)) return true;
  if (a.identifier !== null && b.identifier !== null) return a.identifier === b.identifier;
  if (a.name === null || b.name === null) return false;
  if (a.name === b.name) return true;
  const [short, long] = a.name.length < b.name.length ? [a.name, b.name] : [b.name, a.name];
  return ` ${long} `.endsWith(` ${short} `);
}

/** "Kenya's president" is whoever holds the office. */
export function isOneOffice(a: PartyTrace, b: PartyTrace): boolean {
  if (a.name !== null && b.name !== null) return false;
  return a.office !== null && a.office === b.office && a.code !== "" && a.code === b.code;
}
