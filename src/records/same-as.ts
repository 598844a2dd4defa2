import type { Predication } from "../core/event-layers.ts";
import type { EventRecord } from "../core/record.ts";

/** What decides whether two records of a report tell the same happening. */
export interface IdentityClue {
  readonly record: EventRecord;
  /** Entity ids of the parties. */
  readonly parties: readonly number[];
  /** Lemmas of the predicate and of the nouns of its trigger: "hold" and "rally". */
  readonly words: readonly string[];
  /** Lemmas of those nouns that are definite: "the rally". */
  readonly definites: readonly string[];
  /** Lemma of the predicate and rule of the frame that fired. */
  readonly lemma: string;
  readonly frame: string;
  readonly kind: "verb" | "noun" | "adjective";
  /** A verb, or a noun that one carries ("launched attacks"). */
  readonly isVerbal: boolean;
  readonly form: Predication["form"];
  /** How the predicate hangs on the one above it ("advcl", "conj"), or null. */
  readonly relation: string | null;
  /** Entity ids of the actors alone. */
  readonly actors: readonly number[];
  /** Those of them that have names. */
  readonly namedActors: readonly number[];
  /** "the meeting", "the attack": a definite noun points back. */
  readonly isDefinite: boolean;
  /** "an attack", "another blast", "new protests": an indefinite noun brings up something new. */
  readonly isNew: boolean;
  /** "attacks": more than one happening. */
  readonly isMany: boolean;
  /** "were also hurt": besides what was told. */
  readonly isFurther: boolean;
  /** A predicate that tells what violence did to people: "killed", "were hurt". */
  readonly isHarm: boolean;
  /** A retreat still to come, which counts as a concession made. */
  readonly isPromisedRetreat: boolean;
  readonly isPassive: boolean;
  /** What a reaction reacts to ("rejected the accusation", "condemned the raid"): the definite noun and the category it tells. */
  readonly object: { readonly lemma: string; readonly category: string | null; readonly start: number } | null;
}

/** For each record the index of the earlier record that tells the same happening, or null. */
export function findSame(clues: readonly IdentityClue[]): readonly (number | null)[] {
  const first: (number | null)[] = [];
  clues.forEach((clue, i) => {
    let best: number | null = null;
    for (let k = i - 1; k >= 0 && best === null; k--) {
      const earlier = clues[k];
      if (earlier && isSame(earlier, clue)) best = first[k] ?? k;
    }
    first.push(best);
  });
  return first;
}

function isSame(a: IdentityClue, b: IdentityClue): boolean {
  const [x, y] = [a.record, b.record];
  if ((x.status === "negation") !== (y.status === "negation") || x.historical !== y.historical) return false;
  if (isOneDeparture(a, b)) return true;
  if (x.event[0] !== y.event[0]) return false;
  if (b.isNew && !isAside(a, b)) return false;
  if (!datesMeet(x, y) || !placesMeet(x, y)) return false;
  if (goesAlong(a, b) || isItsHarm(a, b) || isAside(a, b)) return true;
  if (isRow(a, b) || isOfOthers(a, b)) return false;
  if (a.isMany && b.kind === "noun" && (b.isMany ? x.date !== y.date : true)) return false;
  const isRepeated = a.words.some((v) => b.words.some((w) => isOneWord(v, w)));
  if (!(modesMeet(x, y) || isRepeated)) return false;
  if (a.words.some((v) => b.definites.some((w) => isOneWord(v, w))) && countriesMeet(x, y)) return true;
  const shared = b.parties.filter((p) => a.parties.includes(p)).length;
  if (!b.parties.length) return b.isDefinite || (a.lemma === b.lemma && !a.parties.length);
  if (!a.parties.length) return b.isDefinite || a.lemma === b.lemma;
  if (shared === 0) return false;
  // Everyone named the second time was there the first time, or one telling names more of the same people.
  const contained = b.parties.every((p) => a.parties.includes(p)) || a.parties.every((p) => b.parties.includes(p));
  return (
    contained && (b.isDefinite || a.lemma === b.lemma || a.frame === b.frame || (x.date !== null && x.date === y.date))
  );
}

/**
 * Who resigns does so once, whatever days a report names for it: the day of the announcement, the day that it takes effect; and so does who
 * promises to ("is to leave office in August").
 */
function isOneDeparture(a: IdentityClue, b: IdentityClue): boolean {
  if (!a.record.mode.includes("resign") || !(b.record.mode.includes("resign") || b.isPromisedRetreat)) return false;
  return a.actors.length > 0 && b.actors.length > 0 && a.actors.every((id) => b.actors.includes(id));
}

/**
 * "gathered outside parliament, blocking the exits": a participle tells more of the act that it hangs on; so does each verb of a row of what
 * one crowd did ("threw stones and set fire to two buses").
 */
function goesAlong(a: IdentityClue, b: IdentityClue): boolean {
  if (!inOneSentence(a, b) || a.actors.length === 0 || !a.actors.some((id) => b.actors.includes(id))) return false;
  if (b.record.event[0] === "PROTEST" && b.relation === "conj") return true;
  return b.form === "gerund" && b.relation === "advcl";
}

const NEXT_SENTENCE = 1;

/** "searched six houses and seized papers": what a row of verbs tells are deeds of their own. */
function isRow(a: IdentityClue, b: IdentityClue): boolean {
  return inOneSentence(a, b) && a.isVerbal && b.isVerbal && b.relation === "conj";
}

/** Whether both name their doers, and they are not the same. */
function isOfOthers(a: IdentityClue, b: IdentityClue): boolean {
  return (
    a.namedActors.length > 0 && b.namedActors.length > 0 && !a.namedActors.some((id) => b.namedActors.includes(id))
  );
}

/** "attacked a post and killed three", "was ambushed. At least 17 soldiers were killed": the harm of an attack is not another attack. */
function isItsHarm(a: IdentityClue, b: IdentityClue): boolean {
  if (b.record.event[0] !== "ASSAULT" || !b.isHarm || b.isFurther || a.isMany) return false;
  // "One official was killed and five others were wounded in a strike."
  if (a.isHarm)
    return inOneSentence(a, b) && b.relation === "conj" && a.lemma !== b.lemma && sameIds(a.actors, b.actors);
  const distance = b.record.text_info.sequence - a.record.text_info.sequence;
  if (distance === 0)
    return b.relation === "conj" && a.actors.length > 0 && a.actors.every((id) => b.actors.includes(id));
  return distance === NEXT_SENTENCE && b.actors.length === 0 && b.record.date === a.record.date;
}

/** "meets Ahmed al-Sharaa in the first meeting between the two": told twice in one sentence, by a verb and by a noun, of the same parties. */
function isAside(a: IdentityClue, b: IdentityClue): boolean {
  if (!inOneSentence(a, b) || (a.kind === "noun") === (b.kind === "noun") || b.relation === "conj") return false;
  if (a.isMany && a.kind === "noun" && a.record.event[0] !== "THREATEN") return false;
  const sides = (clue: IdentityClue): string =>
    [...clue.record.actor, ...clue.record.recipient]
      .map((p) => p.code + p.sector)
      .sort()
      .join();
  return a.record.actor.length > 0 && sides(a) === sides(b) && datesMeet(a.record, b.record);
}

function sameIds(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function inOneSentence(a: IdentityClue, b: IdentityClue): boolean {
  return a.record.text_info.sequence === b.record.text_info.sequence;
}

/** Whether the parties of two events may be of one country; an unknown one may be of any. */
function countriesMeet(x: EventRecord, y: EventRecord): boolean {
  const countries = ({ actor, recipient }: EventRecord): readonly string[] =>
    [...actor, ...recipient].map((p) => p.code).filter((code) => code !== "");
  const [a, b] = [countries(x), countries(y)];
  return a.length === 0 || b.length === 0 || a.some((code) => b.includes(code));
}

/** Whether two dates may be one; an unknown date may be any. */
export function datesMeet(x: EventRecord, y: EventRecord): boolean {
  if (x.date === null || y.date === null) return true;
  return x.date <= (y.enddate ?? y.date) && y.date <= (x.enddate ?? x.date);
}

/** "bombed … the bombing": verb and noun of one root, whatever modes their frames give. */
export function isOneWord(a: string, b: string): boolean {
  const stem = Math.max(4, Math.min(a.length, b.length) - 2);
  return a.length >= 4 && b.length >= 4 && a.slice(0, stem) === b.slice(0, stem);
}

/** Whether one of two events may have the other's modes. */
export function modesMeet(x: EventRecord, y: EventRecord): boolean {
  return !x.mode.length || !y.mode.length || x.mode.some((m) => y.mode.includes(m));
}

/** Whether two events may have happened in one place. */
export function placesMeet(x: EventRecord, y: EventRecord): boolean {
  const [a, b] = [x.event_loc, y.event_loc];
  return !a || !b || a.resolved_place === b.resolved_place || a.country_code === b.country_code;
}
