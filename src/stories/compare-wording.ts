import type { Category } from "../core/codes.ts";
import { isCountryWord } from "./country-words.ts";
import type { EventTrace } from "./event-trace.ts";
import type { MergeReason } from "./likeness.ts";
import { overlapOf } from "./shingles.ts";

/** From this share of common runs of three words on, one text is written over the other. */
const SAME_SENTENCE = 0.55;
const SAME_REPORT = 0.35;
const OTHER_NAME = -13;
const OTHER_WORD = -6;
/** What somebody says is told by what it is about; of deeds, day and place say more. */
const STATEMENTS: ReadonlySet<Category> = new Set<Category>(["ACCUSE", "REQUEST", "REJECT", "THREATEN"]);
const FEW_NAMES = 0.34;
const LEAST_SHARED = 0.15;
/** Smaller sets are too easily alike. */
const LEAST_WORDS = 4;

/** What the words of trigger, sentence and report say. Names count apart: parties and places are compared as such. */
export function compareWording(a: EventTrace, b: EventTrace): readonly MergeReason[] {
  const reasons: MergeReason[] = [];
  reasons.push(...compareTriggers(a, b));
  const sentence = shareOf(a.words, b.words);
  if (sentence > 0)
    reasons.push({ what: `words of the sentence in common: ${percent(sentence)}`, points: round(4 * sentence) });
  const report = shareOf(a.reportWords, b.reportWords);
  reasons.push({ what: `words of the report in common: ${percent(report)}`, points: round(6 * (report - 0.2)) });
  const countries = [...a.countries, ...b.countries];
  const names = shareOf(withoutCountries(a.reportNames, countries), withoutCountries(b.reportNames, countries));
  reasons.push({ what: `names of the report in common: ${percent(names)}`, points: round(3 * (names - 0.3)) });
  reasons.push(...compareNames(a, b), ...replacedWords(a, b));
  return reasons;
}

/** Whether two events are told in nearly the same words: one text was written over the other. */
export function isSameWording(a: EventTrace, b: EventTrace): boolean {
  return isSameSentence(a, b) || isSameReport(a, b);
}

function isSameSentence(a: EventTrace, b: EventTrace): boolean {
  return overlapOf(a.shingles, b.shingles).ofShorter >= SAME_SENTENCE;
}

function isSameReport(a: EventTrace, b: EventTrace): boolean {
  return overlapOf(a.reportShingles, b.reportShingles).ofShorter >= SAME_REPORT;
}

/** "accused … of shooting down a plane", "accused … of shelling": what a statement is about stands behind its first word. */
function compareTriggers(a: EventTrace, b: EventTrace): readonly MergeReason[] {
  const isShared = a.trigger.some((stem) => b.trigger.includes(stem));
  const [x, y] = [a.trigger.slice(1), b.trigger.slice(1)];
  const isStatement = [a, b].every(({ record }) => STATEMENTS.has(record.event[0]));
  if (
    isStatement &&
    x.length > 0 &&
    y.length > 0 &&
    !x.some((stem) => y.includes(stem)) &&
    a.trigger[0] === b.trigger[0]
  )
    return [{ what: "a statement about another thing", points: -6 }];
  if (isShared) return [{ what: "same trigger", points: 1 }];
  const isOfNothing = isStatement && shareOf(a.words, b.words) < LEAST_SHARED;
  return isOfNothing ? [{ what: "statements without a common word", points: -2 }] : [];
}

function compareNames(a: EventTrace, b: EventTrace): readonly MergeReason[] {
  const countries = [...a.countries, ...b.countries];
  const shared = [...withoutCountries(a.names, countries)].filter((name) => b.names.has(name));
  const reasons: MergeReason[] = [];
  if (shared.length > 0)
    reasons.push({ what: `names in common: ${shared.sort().join(", ")}`, points: Math.min(3, shared.length) * 0.5 });
  const [x, y] = [ownNames(a), ownNames(b)];
  const fewer = Math.min(x.length, y.length);
  if (fewer > 0) {
    const share = x.filter((name) => y.includes(name)).length / fewer;
    if (share === 0) reasons.push({ what: "no name in common but those of countries", points: -1.5 });
    if (share < FEW_NAMES && fewer > 1) reasons.push({ what: "other names", points: -1.5 });
  }
  return reasons;
}

/** Whether the sentences share a name that is not that of a country, or the reports two. */
export function sharesOwnName(a: EventTrace, b: EventTrace): boolean {
  const others = ownNames(b);
  if (ownNames(a).some((name) => others.includes(name))) return true;
  const countries = [...a.countries, ...b.countries];
  const regions = new Set([...a.regionWords, ...b.regionWords]);
  const shared = [...a.reportNames].filter(
    (name) => b.reportNames.has(name) && !regions.has(name) && !isCountryWord(name, countries),
  );
  return shared.length > 1;
}

function withoutCountries(names: ReadonlySet<string>, countries: readonly string[]): ReadonlySet<string> {
  return new Set([...names].filter((name) => !isCountryWord(name, countries)));
}

/** Names in the sentence that are not those of its countries and provinces. */
function ownNames({ names, countries, actors, recipients, regionWords }: EventTrace): readonly string[] {
  const known = new Set([
    ...[...actors, ...recipients].flatMap((p) => (p.isIndividual ? [] : [...p.words])),
    ...regionWords,
  ]);
  return [...names].filter((name) => !known.has(name) && !isCountryWord(name, countries));
}

/** In texts that are otherwise the same, the words that stand in for each other. */
function replacedWords(a: EventTrace, b: EventTrace): readonly MergeReason[] {
  const isReport = isSameReport(a, b);
  const isSentence = isSameSentence(a, b);
  if (!isReport && !isSentence) return [];
  const names = isReport ? fewerOwn(a.reportNames, b.reportNames) : fewerOwn(a.names, b.names);
  const words = isSentence ? replaced(plainWords(a), plainWords(b)) : 0;
  const reasons: MergeReason[] = [];
  if (names > 0) reasons.push({ what: "other names in the same words", points: OTHER_NAME * names });
  if (words > 0) reasons.push({ what: "other words in the same words", points: OTHER_WORD * words });
  return reasons;
}

/** Words of the sentence besides those of the trigger and the parties, which are compared as what they mean. */
function plainWords({ words, trigger, actors, recipients }: EventTrace): ReadonlySet<string> {
  const known = new Set([...trigger, ...[...actors, ...recipients].flatMap((p) => [...p.words])]);
  return new Set([...words].filter((word) => !known.has(word)));
}

/** How many words stand in for others; where one side has more of its own, the sentence was not kept. */
function replaced(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [x, y] = [countOnly(a, b), countOnly(b, a)];
  return Math.abs(x - y) <= 1 ? Math.min(x, y) : 0;
}

function fewerOwn(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return Math.min(countOnly(a, b), countOnly(b, a));
}

function countOnly(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (!b.has(word)) count++;
  return count;
}

/** Shared words as a share of the smaller set; sets of a few words are too easily alike. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(LEAST_WORDS, Math.min(a.size, b.size));
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
