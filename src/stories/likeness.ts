import type { Category } from "../core/codes.ts";
import { countsOf, type EventTrace } from "./event-trace.ts";
import { comparePlaces } from "./compare-places.ts";
import { compareParties, isOneOffice } from "./compare-parties.ts";
import { compareCounts } from "./compare-counts.ts";
import { compareDays } from "./compare-days.ts";
import { compareWording, isSameWording, sharesOwnName } from "./compare-wording.ts";

/** One thing that speaks for (or, below 0, against) two events being one happening. */
export interface MergeReason {
  readonly what: string;
  readonly points: number;
}

/** What a comparison answers: reasons, or null when the two cannot be one happening. */
export type Comparison = readonly MergeReason[] | null;

/** How alike two events are. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly MergeReason[];
}

/** Categories that two reporters can give to one deed, and what it costs when they do. */
interface Family {
  readonly categories: readonly Category[];
  readonly points: number;
}

/** Each family is one block of comparison: a truce is agreed, conceded or kept; a coup is an assault here and coercion there. */
const FAMILIES: readonly Family[] = [
  { categories: ["AGREE", "CONSULT", "SUPPORT", "COOPERATE"], points: -1.5 },
  { categories: ["CONCEDE", "RETREAT", "AID"], points: -1.5 },
  { categories: ["ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST"], points: -3 },
  { categories: ["ASSAULT", "COERCE", "SANCTION", "MOBILIZE"], points: -4 },
];

/** The block that a category is compared in; a category of a lexicon of one's own is a block of its own. */
export function familyOf(category: Category): string {
  return familyWith(category)?.categories.join("/") ?? category;
}

function familyWith(category: Category): Family | undefined {
  return FAMILIES.find(({ categories }) => categories.includes(category));
}

/** Compares two events of different reports; null when something rules out that they tell the same happening. */
export function likenessOf(a: EventTrace, b: EventTrace): Likeness | null {
  const reasons: MergeReason[] = [];
  for (const compare of COMPARISONS) {
    const found = compare(a, b);
    if (found === null) return null;
    reasons.push(...found);
  }
  const weighed = isSameWording(a, b) ? reasons.map(heavierWhereAgainst) : reasons;
  const all = [...weighed, ...compareWording(a, b)];
  if (!hasTie(a, b)) all.push({ what: "nothing in common that few happenings have", points: NO_TIE });
  return { score: round(all.reduce((sum, { points }) => sum + points, 0)), reasons: all };
}

const NO_TIE = -3;
const TYING_COUNT = 6;
/** A district or a town: a war goes on in a province for years. */
const TYING_PLACE = 3;
const TYING_COUNTRIES = 3;

/** Whether two events share more than category, day and country: a name, a town or province, a person, a figure. */
function hasTie(a: EventTrace, b: EventTrace): boolean {
  if (sharesOwnName(a, b)) return true;
  if (a.scene && b.scene && a.scene.resolution >= TYING_PLACE && a.scene.resolved_place === b.scene.resolved_place)
    return true;
  const parties = [...b.actors, ...b.recipients].flatMap(({ name, isIndividual }) => (isIndividual ? [name] : []));
  if ([...a.actors, ...a.recipients].some(({ name, isIndividual }) => isIndividual && parties.includes(name)))
    return true;
  if ([...a.actors, ...a.recipients].some((x) => [...b.actors, ...b.recipients].some((y) => isOneOffice(x, y))))
    return true;
  if (sharedCountries(a, b) >= TYING_COUNTRIES) return true;
  const counts = new Map(countsOf(b.record).map(([kind, { low }]) => [kind, low]));
  return countsOf(a.record).some(([kind, { low }]) => low >= TYING_COUNT && counts.get(kind) === low);
}

function sharedCountries(a: EventTrace, b: EventTrace): number {
  const codes = new Set([...b.record.actor, ...b.record.recipient].map(({ code }) => code));
  return new Set(
    [...a.record.actor, ...a.record.recipient].flatMap(({ code }) => (code && codes.has(code) ? [code] : [])),
  ).size;
}

/** Where two sentences use the same words, what differs in them differs on purpose: one day's war report is written over the last one's. */
const PURPOSE = 2.5;
const EACH = -2;

function heavierWhereAgainst({ what, points }: MergeReason): MergeReason {
  return points < 0 ? { what: `${what} in the same words`, points: round(PURPOSE * points + EACH) } : { what, points };
}

const COMPARISONS: readonly ((a: EventTrace, b: EventTrace) => Comparison)[] = [
  compareKinds,
  compareDays,
  comparePlaces,
  compareParties,
  compareCounts,
];

function compareKinds({ record: a }: EventTrace, { record: b }: EventTrace): Comparison {
  if (a.historical !== b.historical || stageOf(a.status) !== stageOf(b.status)) return null;
  if (familyOf(a.event[0]) !== familyOf(b.event[0])) return null;
  const reasons: MergeReason[] = [];
  if (a.event[0] === b.event[0]) reasons.push({ what: "same category", points: 1 });
  else reasons.push({ what: "another category of the family", points: familyWith(a.event[0])?.points ?? 0 });
  if (a.mode.some((mode) => b.mode.includes(mode))) reasons.push({ what: "same mode", points: 1 });
  else if (a.mode.length > 0 && b.mode.length > 0) reasons.push({ what: "another mode", points: -1 });
  return reasons;
}

/** What is denied is told beside what happened; what is planned or supposed is not what happened. */
function stageOf(status: string): string {
  return status === "negation" ? "actual" : status;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
