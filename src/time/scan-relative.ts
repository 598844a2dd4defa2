import { readNumber } from "../core/number-words.ts";
import { eventTokenAfter } from "./event-token.ts";
import type { FoundTime, NearItem, TimeShape, TimeUnit } from "./time-shape.ts";
import { isDigit, type ScanInput } from "./time-words.ts";

/** Expressions that count from somewhere: "last week", "two days ago", "yesterday", "for two days", "every Monday". */

/** The relative expression, duration, age or set that starts at token `i`, or null. */
export function scanRelative(s: ScanInput, i: number): FoundTime | null {
  const word = s.words[i] ?? null;
  if (word !== null) {
    const simple = scanDeictic(s, i) ?? (word.sense === null ? null : scanNear(s, i)) ?? scanSet(s, i);
    if (simple !== null) return simple;
    if (word.unit !== null) return scanBareUnit(s, i);
  }
  return scanCounted(s, i);
}

/** "yesterday", "today", "tonight", "yesterday morning", "overnight". */
function scanDeictic(s: ScanInput, i: number): FoundTime | null {
  const word = s.words[i];
  if (word == null) return null;
  if (word.vague !== null && word.sense === null && word.after === null) {
    return make(i, i, { kind: "vague", value: word.vague }, "vague");
  }
  if (word.overnight)
    return make(i, i, { kind: "shift", unit: "night", count: 0, from: "publication", eventToken: null }, "overnight");
  if (word.deictic === null) return null;
  const last = s.words[i + 1]?.daypart != null ? i + 1 : i;
  return make(i, last, shift("day", word.deictic, "publication"), "deictic");
}

/** "last week", "the past two weeks", "next May", "this Friday", "the following day", "that night". */
function scanNear(s: ScanInput, i: number): FoundTime | null {
  const word = s.words[i];
  if (word == null || word.sense === null || isVerb(s, i)) return null;
  let at = i + 1;
  // "the same day", "that same day", "these last few weeks"
  if (word.sense === "same" && s.words[at]?.sense === "same") at++;
  while (s.words[at]?.filler === true && s.words[at]?.sense === null) at++;
  const sense = word.sense;
  const text = sense === "following" || sense === "same" || s.lower[i] === "previous" || s.lower[i] === "preceding";
  const item = nearItem(s, at);
  if (item !== null) {
    const isRecent = s.lower[i] === "past" && "unit" in item.item;
    if (isRecent) return make(i, item.last, { kind: "span", unit: unitOf(item.item), count: 1, sense: "last" }, "span");
    const isNextDay = sense === "next" && "unit" in item.item && item.item.unit === "day";
    const counts = text || isNextDay || (sense === "next" && s.lower[i - 1] === "the" && "unit" in item.item);
    return make(i, item.last, { kind: "near", sense, item: item.item, part: null, text: counts }, `near.${sense}`);
  }
  const number = readNumber(s.lower, at, s.lexicon.numbers);
  if (number === null || sense === "same" || sense === "this")
    return sense === "same" || sense === "this" ? null : nearPlural(s, i, at);
  let unitAt = number.next;
  while (s.words[unitAt]?.filler === true) unitAt++;
  const unit = s.words[unitAt]?.unit ?? null;
  if (unit === null) return null;
  return make(i, unitAt, { kind: "span", unit, count: exactCount(number.low, number.high), sense }, "span");
}

/** "the coming years", "recent weeks". */
function nearPlural(s: ScanInput, i: number, at: number): FoundTime | null {
  const word = s.words[at];
  if (word?.unit == null || !word.plural) return null;
  return make(i, at, { kind: "duration", unit: word.unit, count: null }, "duration.loose");
}

function nearItem(s: ScanInput, at: number): { item: NearItem; last: number } | null {
  const word = s.words[at];
  if (word == null) return null;
  const daypartAt = s.words[at + 1]?.daypart == null ? at : at + 1;
  if (word.weekday > 0) return { item: { weekday: word.weekday }, last: daypartAt };
  if (word.month > 0) {
    const day = Number(/^([1-3]?\d)(?:st|nd|rd|th)?$/.exec(s.lower[at + 1] ?? "")?.[1] ?? 0);
    return { item: { month: word.month, day: day > 0 && day < 32 ? day : null }, last: day > 0 ? at + 1 : at };
  }
  if (word.season !== null) return { item: { season: word.season }, last: at };
  if (word.unit === "night" || word.daypart !== null)
    return { item: { unit: word.daypart === "NI" ? "night" : "day" }, last: at };
  if (word.unit === null || word.plural || isClockUnit(word.unit)) return null;
  return { item: { unit: word.unit }, last: word.unit === "day" && daypartAt > at ? daypartAt : at };
}

function isClockUnit(unit: TimeUnit): boolean {
  return unit === "second" || unit === "minute" || unit === "hour";
}

function unitOf(item: NearItem): TimeUnit {
  return "unit" in item ? item.unit : "day";
}

/** "every Monday", "each year", "daily", "Mondays", "per day". */
function scanSet(s: ScanInput, i: number): FoundTime | null {
  const word = s.words[i];
  if (word == null) return null;
  if (word.set !== null) {
    const [, count, unit] = /^P(\d)([DWMY])$/.exec(word.set) ?? [];
    const units: Record<string, TimeUnit> = { D: "day", W: "week", M: "month", Y: "year" };
    return make(i, i, { kind: "set", unit: units[unit ?? ""] ?? "hour", count: Number(count ?? 1) }, "set");
  }
  if (word.weekdays || word.dayparts) return make(i, i, { kind: "set", unit: "week", count: 1 }, "set.weekdays");
  if (!word.each) return null;
  const number = readNumber(s.lower, i + 1, s.lexicon.numbers);
  const at = number?.next ?? (s.words[i + 1]?.filler === true || s.lower[i + 1] === "other" ? i + 2 : i + 1);
  const next = s.words[at];
  if (
    next == null ||
    (next.unit === null && next.weekday === 0 && next.month === 0 && next.daypart === null && next.season === null)
  )
    return null;
  return make(
    i,
    at,
    {
      kind: "set",
      unit: next.unit ?? (next.month > 0 || next.season !== null ? "year" : next.daypart !== null ? "day" : "week"),
      count: number?.low ?? 1,
    },
    "set",
  );
}

/** "the day after the vote", "the day before", "weeks later", "years of war": a unit without a number. */
function scanBareUnit(s: ScanInput, i: number): FoundTime | null {
  const word = s.words[i];
  if (word?.unit == null) return null;
  if (word.plural) {
    const anchored = scanAnchor(s, i, i, word.unit, null);
    if (anchored !== null) return anchored;
    const led = s.words[i - 1] ?? null;
    if (s.lower[i + 1] !== "of" && !(led?.lead ?? false) && s.lower[i - 1] !== "the") return null;
    return make(i, i, { kind: "duration", unit: word.unit, count: null }, "duration.loose");
  }
  if (s.lower[i - 1] !== "the" && s.lower[i - 1] !== "one")
    return word.unit === "month" || word.unit === "year" || word.unit === "week" || word.unit === "day"
      ? scanHyphenated(s, i)
      : null;
  const next = s.lower[i + 1] ?? "";
  if (word.unit === "day" && (next === "before" || next === "after")) {
    const deictic = s.words[i + 2]?.deictic;
    if (deictic != null)
      return make(i, i + 2, shift("day", deictic + (next === "before" ? -1 : 1), "publication"), "deictic");
  }
  if (next === "of" && (word.unit === "day" || word.unit === "night")) {
    const eventToken = eventTokenAfter(s.tokens, i + 1);
    if (eventToken === null || isDigit(s.lower[i + 2] ?? "") || s.words[eventToken]?.month) return null;
    return make(i, i, { kind: "shift", unit: "day", count: 0, from: "event", eventToken }, "shift.of");
  }
  return scanAnchor(s, i, i, word.unit, 1);
}

/** "month-long", "year-old". */
function scanHyphenated(s: ScanInput, i: number): FoundTime | null {
  const at = s.lower[i + 1] === "-" ? i + 2 : i + 1;
  const unit = s.words[i]?.unit;
  if (unit == null || s.words[at]?.long !== true || s.lower[i + 1] !== "-") return null;
  return make(i, at, { kind: "duration", unit, count: 1 }, "duration");
}

/** A number and a unit, then "ago", "later", "after the vote", "old" or nothing. */
function scanCounted(s: ScanInput, i: number): FoundTime | null {
  const article = s.lower[i] === "a" || s.lower[i] === "an" || s.lower[i] === "one";
  const number = readNumber(s.lower, i, s.lexicon.numbers);
  if (number === null && !article) return null;
  let at = number?.next ?? i + 1;
  let count = number === null ? 1 : exactCount(number.low, number.high);
  if (s.lower[at] === "and" && s.lower[at + 1] === "a" && s.lower[at + 2] === "half") {
    at += 3;
    count = count === null ? null : count + 0.5;
  }
  if (s.lower[at] === "-") at++;
  while (s.words[at]?.filler === true && s.words[at + 1]?.unit != null) at++;
  const word = s.words[at];
  if (word?.unit == null) return glued(s, i);
  // "one day" is "some day" unless something is counted from it; "a second" is an ordinal.
  if (word.unit === "second" && !word.plural) return null;
  if (s.lower[at + 1] === "and" && s.lower[at + 2] === "a" && s.lower[at + 3] === "half") {
    at += 3;
    count = count === null ? null : count + 0.5;
  }
  const oldAt = s.lower[at + 1] === "-" ? at + 2 : at + 1;
  if (s.words[oldAt]?.old === true || (s.lower[at + 1] === "of" && s.lower[at + 2] === "age")) {
    // "a two-year-old agreement" is no age, but as little a date as one.
    return make(i, oldAt, { kind: "age", unit: word.unit, count }, "age");
  }
  if (s.lower[at + 1] === "-" && s.words[at + 2]?.long === true)
    return make(i, at + 2, { kind: "duration", unit: word.unit, count }, "duration");
  const anchored = scanAnchor(s, i, at, word.unit, count);
  if (anchored !== null) return anchored;
  // "three quarters", "a quarter of the votes" are fractions.
  return word.unit === "quarter" ? null : make(i, at, { kind: "duration", unit: word.unit, count }, "duration");
}

/** "34-year-old", "two-day" as one token. */
function glued(s: ScanInput, i: number): FoundTime | null {
  const match = /^(\d+)-(day|week|month|year|hour|minute)(-old|-long)?$/.exec(s.lower[i] ?? "");
  if (match === null) return null;
  const kind = match[3] === "-old" ? "age" : "duration";
  return make(i, i, { kind, unit: match[2] as TimeUnit, count: Number(match[1]) }, kind);
}

/** What follows the unit at `at`: "ago", "later", "earlier", "before X", "after X". `i` is where the expression starts. */
function scanAnchor(s: ScanInput, i: number, at: number, unit: TimeUnit, count: number | null): FoundTime | null {
  const next = s.words[at + 1]?.after ?? null;
  const fromNow = s.lower[at + 1] === "from" && (s.lower[at + 2] === "now" || s.lower[at + 2] === "today");
  if (fromNow) return make(i, at + 2, shift(unit, count, "publication"), "shift.from-now");
  if (next === null) return null;
  const back = (sign: number): number | null => (count === null ? null : sign * count);
  if (next === "ago") return make(i, at + 1, shift(unit, back(-1), "publication"), "shift.ago");
  if (next === "earlier") return make(i, at + 1, shift(unit, back(-1), "text"), "shift.earlier");
  if (next === "later") return make(i, at + 1, shift(unit, back(1), "text"), "shift.later");
  const sign = next === "before" ? -1 : 1;
  const eventToken = eventTokenAfter(s.tokens, at + 1);
  // "following" and "since" mean "after" only here, "prior" needs its "to".
  if (eventToken === null)
    return s.lower[at + 1] === "following" || s.lower[at + 1] === "since"
      ? null
      : make(i, at + 1, shift(unit, back(sign), "text"), "shift.text");
  return make(i, at, { kind: "shift", unit, count: back(sign), from: "event", eventToken }, "shift.event");
}

function shift(unit: TimeUnit, count: number | null, from: "publication" | "text"): TimeShape {
  return { kind: "shift", unit, count, from, eventToken: null };
}

function exactCount(low: number | null, high: number | null): number | null {
  return low !== null && low === high ? low : null;
}

/** "will last two years": the verb, not the adjective. */
function isVerb(s: ScanInput, i: number): boolean {
  return s.tokens[i]?.xpos.startsWith("VB") === true && s.lower[i] === "last";
}

function make(first: number, last: number, shape: TimeShape, rule: string): FoundTime {
  return { first, last, shape, rule };
}
