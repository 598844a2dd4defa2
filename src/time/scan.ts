import { scanDate } from "./scan-date.ts";
import { isCapital, scanPeriod, withPart } from "./scan-period.ts";
import { scanRelative } from "./scan-relative.ts";
import type { FoundTime } from "./time-shape.ts";
import type { ScanInput } from "./time-words.ts";

/** Every time expression of a sentence, left to right, without overlaps; none is resolved yet. */
export function scanTimes(s: ScanInput): readonly FoundTime[] {
  if (!s.any) return [];
  const found: FoundTime[] = [];
  for (let i = 0; i < s.tokens.length; i++) {
    const time = scanAt(s, i);
    if (time === null) continue;
    found.push({ ...time, daypart: daypartIn(s, time) });
    i = time.last;
  }
  return found;
}

function daypartIn(s: ScanInput, time: FoundTime): string | null {
  for (let i = time.first; i <= time.last; i++) {
    const daypart = s.words[i]?.daypart ?? null;
    if (daypart !== null) return daypart;
  }
  return null;
}

function scanAt(s: ScanInput, i: number): FoundTime | null {
  return scanEve(s, i) ?? scanParted(s, i) ?? scanEdge(s, i) ?? scanCore(s, i);
}

function scanCore(s: ScanInput, i: number): FoundTime | null {
  const time = scanPeriod(s, i) ?? scanDate(s, i) ?? scanRelative(s, i);
  if (time === null) return null;
  const part = s.glued.get(i);
  return withDaypart(s, part === undefined ? time : (withPart(time, part, i) ?? time));
}

/** "Friday night", "17 July morning": the part of the day belongs to the expression and changes nothing. */
function withDaypart(s: ScanInput, time: FoundTime): FoundTime {
  const isDay = time.shape.kind === "date" && (time.shape.weekday !== null || time.shape.day !== null);
  return isDay && s.words[time.last + 1]?.daypart != null ? { ...time, last: time.last + 1 } : time;
}

/** "early May", "mid-2019", "late last year", "the end of January", "earlier this week", "by the end of the month". */
function scanParted(s: ScanInput, i: number): FoundTime | null {
  const part = s.words[i]?.part ?? null;
  if (part === null) return null;
  let at = s.lower[i + 1] === "-" ? i + 2 : i + 1;
  if (s.words[at]?.daypart != null && s.lower[at + 1] === "of") at++;
  if (s.lower[at] === "of" || s.lower[at] === "in" || s.lower[at] === "on") at++;
  if (s.lower[at] === "the") at++;
  const time =
    scanPeriod(s, at) ??
    scanDate(s, at) ??
    (s.lower[at - 1] === "the" ? thisUnit(s, at) : null) ??
    partedRelative(s, at);
  if (time === null || (time.rule === "date.year" && isCapital(s, i) && i > 0)) return null;
  return withPart(withDaypart(s, time), part, i);
}

function partedRelative(s: ScanInput, at: number): FoundTime | null {
  return s.words[at]?.sense == null && s.words[at]?.deictic == null ? null : scanRelative(s, at);
}

/** "the month" of "the end of the month", where no date of its own follows. */
function thisUnit(s: ScanInput, at: number): FoundTime | null {
  const word = s.words[at] ?? null;
  if (
    word === null ||
    word.plural ||
    !/^(?:week|month|year)$/.test(word.unit ?? "") ||
    word.unit === null ||
    s.lower[at + 1] === "of"
  )
    return null;
  return {
    first: at,
    last: at,
    shape: { kind: "near", sense: "this", item: { unit: word.unit }, part: null, text: false },
    rule: "near.unit",
  };
}

/** "the last week of August", "the first days of May", "the night of 10 August", "the morning of April 19", "the month of June". */
function scanEdge(s: ScanInput, i: number): FoundTime | null {
  const word = s.words[i] ?? null;
  if (word === null) return null;
  const isDaypart = word.daypart !== null || (word.unit !== null && !word.plural);
  if (isDaypart && s.lower[i + 1] === "of") {
    const at = s.lower[i + 2] === "the" ? i + 3 : i + 2;
    const date = scanDate(s, at);
    if (date !== null) return { ...withDaypart(s, date), first: i };
  }
  if (word.unit === "year" && !word.plural) {
    const year = scanDate(s, i + 1);
    if (year?.rule === "date.year") return { ...year, first: i };
  }
  const edge =
    word.half === "first"
      ? "early"
      : s.lower[i] === "last" || word.half === "second" || s.lower[i] === "final"
        ? "late"
        : null;
  if (edge === null) return null;
  const unitAt = s.words[i + 1]?.unit != null ? i + 1 : i + 2;
  const unit = s.words[unitAt]?.unit ?? null;
  if (unit === null || unit === "quarter" || s.lower[unitAt + 1] !== "of") return null;
  const date = scanDate(s, s.lower[unitAt + 2] === "the" ? unitAt + 3 : unitAt + 2);
  return date === null || date.shape.kind !== "date" ? null : withPart(date, edge, i);
}

/** "on the eve of the vote", "New Year's Eve" is a named day and comes first. */
function scanEve(s: ScanInput, i: number): FoundTime | null {
  if (s.words[i]?.eve !== true || s.lower[i + 1] !== "of") return null;
  const at = s.lower[i + 2] === "the" ? i + 3 : i + 2;
  const eventToken = at < s.tokens.length ? at : null;
  if (eventToken === null) return null;
  const head = s.tokens[i + 1]?.head ?? -1;
  return {
    first: i,
    last: i,
    shape: { kind: "shift", unit: "day", count: -1, from: "event", eventToken: head > i + 1 ? head : nounEnd(s, at) },
    rule: "shift.eve",
  };
}

function nounEnd(s: ScanInput, at: number): number {
  let end = at;
  while (
    end + 1 < s.tokens.length &&
    /^\p{L}/u.test(s.lower[end + 1] ?? "") &&
    !/^(?:in|on|of|and|,|to|with|by|for|from|that|who)$/.test(s.lower[end + 1] ?? "")
  )
    end++;
  return end;
}
