import type { Entity } from "../core/actor-layers.ts";
import type { WordClasses } from "../core/ontology.ts";
import type { EventRecord, PartyRecord, Reason } from "../core/record.ts";
import { addressedCountry } from "./implied-recipient.ts";
import { datesMeet, isOneWord, modesMeet, placesMeet, type IdentityClue } from "./same-as.ts";

/** What the rest of the report knows about possible parties. */
export interface ReportParties extends WordClasses {
  readonly entities: readonly Entity[];
  /** Whether one of an entity's mentions has a head noun of the given word class. */
  bears(entity: Entity, wordClass: string): boolean;
  /** The government of a country, or of the country that the report tells about most; undefined when the report names none. */
  government(code: string | null): Entity | undefined;
  /** A party that the event's own sentence does not name. */
  implied(entity: Entity): PartyRecord;
}

/** Word classes of the ontology: those behind a violent act, those who take to the streets, meetings that need no opponent, and talks. */
const CULPRIT = "CULPRIT";
const SUSPECT = "SUSPECT";
const PROTESTER = "PROTEST_CROWD_W";
const RALLY = "RALLY";
const TALKS = "TALKS";
/** How many sentences ahead a first, short telling may take its parties from. */
const AHEAD = 3;

/**
 * Parties that an event's sentence leaves out and the report tells elsewhere: "the attack" has the attackers of the first telling,
 * a passive the doer named before or after, a stabbing the suspects who were arrested for it, "protests" the protesters and their
 * government. Each is marked as implied: it has no mention in the sentence, and `because` says where it comes from.
 */
export function completeParties(clues: readonly IdentityClue[], report: ReportParties): readonly IdentityClue[] {
  const out: IdentityClue[] = [];
  clues.forEach((clue, i) => {
    out.push(
      retold(
        clue,
        out,
        clues.slice(i + 1).filter((c) => isSoonAfter(clue, c)),
      ),
    );
  });
  const suspect = culprit(out, report);
  const told = out.map((clue, i) => withTalkers(clue, out.slice(0, i), report));
  return told.map((clue, i) =>
    withAddressee(withImpliedRecipient(withImpliedActor(clue, suspect, report), report), told, i),
  );
}

/** "Those discussions were suspended": of talks that break off without a word of who did it, the talkers are the parties. */
function withTalkers(clue: IdentityClue, before: readonly IdentityClue[], report: ReportParties): IdentityClue {
  const { record, object, isPassive } = clue;
  if (record.event[0] !== "SANCTION" || record.actor.length > 0 || record.recipient.length > 0) return clue;
  if (!isPassive || object === null || !report.inClass(TALKS, object.lemma)) return clue;
  const talks = before.findLast((c) => c.record.event[0] === "CONSULT" && isTold(c.record.actor));
  if (!talks) return clue;
  return changed(clue, talks.parties, {
    actor: talks.record.actor.map(asImplied),
    recipient: [],
    because: [{ field: "actor", rule: "implied.talkers", path: talks.record.event_text.join(" … ") }],
  });
}

const REACTIONS = new Set(["REJECT", "ACCUSE", "SUPPORT", "AGREE", "CONCEDE"]);
const DEMANDS = new Set(["PROTEST", "REQUEST"]);

/**
 * "Iran denied the accusation", "both condemned the test": a reaction is aimed at whoever did what it takes up. A concession answers
 * those who demanded something of its maker.
 */
function withAddressee(clue: IdentityClue, all: readonly IdentityClue[], at: number): IdentityClue {
  const { record } = clue;
  if (record.recipient.length > 0 || !REACTIONS.has(record.event[0])) return clue;
  const source =
    all.find((c) => tells(clue, c)) ??
    all.findLast((c, i) => i < at && takesUp(clue, c)) ??
    (record.event[0] === "CONCEDE" ? demandFor(clue, all) : undefined);
  if (!source) return clue;
  const recipient = without(source.record.actor, record.actor).map(asImplied);
  if (recipient.length === 0) return clue;
  return changed(clue, source.parties, {
    actor: record.actor,
    recipient,
    because: [{ field: "recipient", rule: "implied.answered-act", path: source.record.event_text.join(" … ") }],
  });
}

/** The object of the reaction is an act of its own in the same sentence. */
function tells({ object, record }: IdentityClue, c: IdentityClue): boolean {
  return (
    object !== null &&
    c.record.id !== record.id &&
    isTold(c.record.actor) &&
    c.record.trigger.some((t) => t.start === object.start)
  );
}

function takesUp({ object }: IdentityClue, earlier: IdentityClue): boolean {
  if (!object || !isTold(earlier.record.actor) || earlier.record.status === "negation") return false;
  return object.category === null ? earlier.lemma === object.lemma : earlier.record.event[0] === object.category;
}

/** The protest or request that was aimed at the maker of a concession, or at the maker's government. */
function demandFor(clue: IdentityClue, all: readonly IdentityClue[]): IdentityClue | undefined {
  const maker = clue.record.actor[0];
  if (!maker || maker.code === "") return undefined;
  return all.find(
    (c) =>
      DEMANDS.has(c.record.event[0]) &&
      isTold(c.record.actor) &&
      c.record.recipient.some(
        (r) => r.code === maker.code && (r.sector === maker.sector || r.entity_text === maker.entity_text),
      ),
  );
}

function isSoonAfter(clue: IdentityClue, later: IdentityClue): boolean {
  return later.record.text_info.sequence - clue.record.text_info.sequence <= AHEAD;
}

/** A telling that points to another one takes over the role that it leaves out. */
function retold(clue: IdentityClue, before: readonly IdentityClue[], soonAfter: readonly IdentityClue[]): IdentityClue {
  const { record } = clue;
  const needsActor = !isTold(record.actor);
  const needsRecipient = record.recipient.length === 0 && record.event[0] !== "CONSULT";
  if ((!needsActor && !needsRecipient) || record.status === "negation") return clue;
  const serves = (s: IdentityClue): boolean =>
    pointsTo(clue, s) && ((needsActor && isTold(s.record.actor)) || (needsRecipient && isTold(s.record.recipient)));
  const nearest = (found: (s: IdentityClue) => boolean): IdentityClue | undefined =>
    before.findLast(found) ?? soonAfter.find(found);
  // "The attack" is rather the attack told some sentences before than the wounding told in the last one.
  const source = nearest((s) => s.lemma === clue.lemma && serves(s)) ?? nearest(serves);
  if (!source) return clue;
  const told = needsActor ? without(source.record.actor, record.recipient).map(asImplied) : [];
  const actor = told.length > 0 ? told : record.actor;
  const recipient = needsRecipient ? without(source.record.recipient, actor).map(asImplied) : record.recipient;
  const fields: Reason["field"][] = [];
  if (told.length > 0) fields.push("actor");
  if (needsRecipient && recipient.length > 0) fields.push("recipient");
  if (fields.length === 0) return clue;
  const path = source.record.event_text.join(" … ");
  const because = fields.map((field): Reason => ({ field, rule: "implied.other-telling", path }));
  return changed(clue, source.parties, { actor, recipient, because });
}

function isTold(parties: readonly PartyRecord[]): boolean {
  return parties.some((a) => a.entity_text !== "");
}

function without(parties: readonly PartyRecord[], taken: readonly PartyRecord[]): readonly PartyRecord[] {
  const names = new Set(taken.map((p) => p.entity_text));
  return parties.filter((p) => p.entity_text !== "" && !names.has(p.entity_text));
}

/** Whether the clue, which names no doer or no victim, may tell the same happening as the other one. */
function pointsTo(clue: IdentityClue, other: IdentityClue): boolean {
  const [x, y] = [clue.record, other.record];
  if (x.event[0] !== y.event[0] || y.status === "negation" || y.status === "hypothetical") return false;
  const alike = modesMeet(x, y) || isOneWord(clue.lemma, other.lemma);
  if (!alike || !placesMeet(x, y) || !ownDatesMeet(x, y)) return false;
  const conflict =
    x.recipient.length > 0 && y.recipient.length > 0 && !shares(x.recipient, y.recipient) && clue.kind === "noun";
  if (conflict) return false;
  // "Protests shook Lima": protests without protesters are those that are told beside them.
  if (x.event[0] === "PROTEST" && (clue.kind === "noun" || !isTold(x.actor))) return true;
  if (clue.kind === "noun") return clue.isDefinite || clue.lemma === other.lemma;
  // A passive without its doer, beside another telling of the same deed, or of what befell the same people.
  const near = Math.abs(x.text_info.sequence - y.text_info.sequence) <= 1 && x.event[0] === "ASSAULT";
  if (x.recipient.length > 0 && y.recipient.length > 0 && !near) return shares(x.recipient, y.recipient);
  // "Two were killed. Several students were also wounded."
  if (near && clue.isPassive && other.isPassive) return true;
  return clue.lemma === other.lemma;
}

/** Dates that both texts give must meet; one that was only taken over says nothing. */
function ownDatesMeet(x: EventRecord, y: EventRecord): boolean {
  return x.date_info?.basis !== "text" || y.date_info?.basis !== "text" || datesMeet(x, y);
}

function shares(a: readonly PartyRecord[], b: readonly PartyRecord[]): boolean {
  return a.some((p) => b.some((q) => p.entity_text !== "" && p.entity_text === q.entity_text));
}

/** Suspects stand for the unknown author of violence, protesters for that of a protest. */
function withImpliedActor(clue: IdentityClue, suspect: Entity | undefined, report: ReportParties): IdentityClue {
  const { record } = clue;
  if (isTold(record.actor) || record.status === "negation" || record.historical) return clue;
  const category = record.event[0];
  const entity =
    category === "ASSAULT"
      ? suspect
      : isStateAct(clue)
        ? report.government(record.event_loc?.country_code ?? null)
        : category === "PROTEST"
          ? report.entities.find((e) => e.kind !== "place" && e.sectors[0] === "CVL" && report.bears(e, PROTESTER))
          : undefined;
  if (!entity) return clue;
  const party = report.implied(entity);
  if (record.recipient.some((r) => r.entity_text === party.entity_text)) return clue;
  return changed(clue, [entity.id], {
    actor: [party],
    recipient: record.recipient,
    because: [{ field: "actor", rule: "implied.from-report", path: party.entity_text }],
  });
}

/** "The bill was suspended", "veils were banned": laws are made and lifted by the government of the place told about. */
function isStateAct({ record, kind, isPassive }: IdentityClue): boolean {
  const [category] = record.event;
  if (kind !== "verb" || !isPassive || record.recipient.length > 0) return false;
  return category === "CONCEDE" || (category === "COERCE" && record.mode.includes("restrict"));
}

const PURSUIT = new Set(["COERCE", "SANCTION", "ACCUSE"]);

/** Somebody called a suspect, attacker or gunman who is arrested, charged or sentenced in the report. */
function culprit(all: readonly IdentityClue[], report: ReportParties): Entity | undefined {
  const pursued = new Set(
    all.filter((c) => PURSUIT.has(c.record.event[0])).flatMap((c) => c.record.recipient.map((r) => r.entity_text)),
  );
  return report.entities.find((e) => {
    if (!report.bears(e, CULPRIT)) return false;
    const { entity_text: text } = report.implied(e);
    // "The gunman died later": a definite one needs no arrest.
    return pursued.has(text) || (/^the /i.test(text) && !report.bears(e, SUSPECT));
  });
}

function withImpliedRecipient(clue: IdentityClue, report: ReportParties): IdentityClue {
  const { record } = clue;
  if (record.recipient.length > 0) return clue;
  const country = addressedCountry(record.event[0], record.actor);
  const government = country === null ? undefined : report.government(country);
  if (!government || isRally(clue, report)) return clue;
  const party = report.implied(government);
  if (record.actor.some((a) => a.entity_text === party.entity_text)) return clue;
  return changed(clue, [], {
    actor: record.actor,
    recipient: [party],
    because: [{ field: "recipient", rule: "implied.own-government", path: party.entity_text }],
  });
}

/** A rally may be held for a candidate as well as against a government; a protest is against somebody. */
function isRally({ record, lemma, object }: IdentityClue, report: ReportParties): boolean {
  if (record.event[0] !== "PROTEST") return false;
  return report.inClass(RALLY, lemma) || (object !== null && report.inClass(RALLY, object.lemma));
}

function changed(
  clue: IdentityClue,
  parties: readonly number[],
  change: Pick<EventRecord, "actor" | "recipient"> & { readonly because: readonly Reason[] },
): IdentityClue {
  const { record } = clue;
  return {
    ...clue,
    parties: [...new Set([...clue.parties, ...parties])],
    record: { ...record, ...change, because: [...record.because, ...change.because] },
  };
}

function asImplied(party: PartyRecord): PartyRecord {
  return { ...party, mention: null };
}

/** The date of an earlier telling of the same happening. */
export function inheritedDate(earlier: EventRecord): Pick<EventRecord, "date" | "enddate" | "date_info"> {
  const { date, enddate, date_info } = earlier;
  return {
    date,
    enddate,
    date_info: date_info
      ? { ...date_info, basis: date_info.basis === "publication" ? "publication" : "inherited" }
      : null,
  };
}
