import type { DatedBy, Draft } from "../draft.ts";
import { dayOf } from "./read-day.ts";

const HEAD_LENGTH = 400;
const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const DAY = `(?:\\d{1,2} ${MONTH} \\d{4}|${MONTH} \\d{1,2}, \\d{4}|\\d{4}-\\d{2}-\\d{2})`;
/** "Published: 10 May 2024", "Posted on May 10, 2024". */
const LABEL = new RegExp(
  `^\\s*(?:first )?(?:published|posted|updated|issued|released|date)\\b(?: on| at)?[: ]\\s*(?:\\w+day,? )?(${DAY})`,
  "im",
);
/** A line that is nothing but a day, with a weekday and a time perhaps. */
const ALONE = new RegExp(
  `^\\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(${DAY})(?:[ ,|-]+\\d{1,2}:\\d{2}[^\\n]{0,15})?\\s*$`,
  "m",
);
/** "KABUL, 10 May 2024 (AFP) -", "LIMA, May 10, 2024 -". */
const DATELINE = new RegExp(`^\\s*[A-Z][A-Z .,'’/-]{2,60}[,(]\\s*(${DAY})`);
/** A dateline without a year: "LIMA, May 10 (Reuters) -". */
const YEARLESS = new RegExp(`^\\s*[A-Z][A-Z .,'’/-]{2,60},\\s*(${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})\\b(?!,? \\d{4})`);

/**
 * The publication date with what it rests on: metadata, then what the text says of itself (a dateline, a label, a line of its
 * own at the top), then the address. A day after `fetched` is no publication.
 */
export function publicationDate(draft: Draft, fetched: string | null): DatedBy | null {
  const possible = (day: string | null): day is string =>
    day !== null && (fetched === null || day <= dayAfter(fetched));
  if (draft.date && (draft.date.basis === "given" || possible(draft.date.date))) return draft.date;
  const head = draft.text.slice(0, HEAD_LENGTH);
  for (const pattern of [DATELINE, LABEL, ALONE]) {
    const day = dayOf(pattern.exec(head)?.[1]?.replace(/\./g, "") ?? "");
    if (possible(day)) return { date: day, basis: "text" };
  }
  const address = draft.url === null ? null : dayInAddress(draft.url);
  const yearless = YEARLESS.exec(head)?.[1]?.replace(/\./g, "");
  const known = address ?? fetched;
  if (yearless !== undefined && known !== null) {
    const day = latestBefore(yearless, known);
    if (day !== null) return { date: day, basis: "text" };
  }
  return possible(address) ? { date: address, basis: "url" } : null;
}

/** The day of a line that is a date and nothing else, or a date behind "Published". */
export function dayOnLine(line: string): string | null {
  const written = LABEL.exec(line)?.[1] ?? ALONE.exec(line)?.[1];
  return written === undefined ? null : dayOf(written.replace(/\./g, ""));
}

/** "/2024/05/10/", "/2024-05-10-", "/20240510", "/2024/may/10/". */
export function dayInAddress(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "");
  const figures = /(?:^|[/_=-])((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?![\d])/.exec(path);
  if (figures) {
    const day = dayOf(`${figures[1] ?? ""}-${figures[3] ?? ""}-${figures[4] ?? ""}`);
    if (day !== null) return day;
  }
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i.exec(path);
  return named ? dayOf(`${named[3] ?? ""} ${named[2] ?? ""} ${named[1] ?? ""}`) : null;
}

/** A day without a year is the latest one that is not after the day that we know. */
function latestBefore(yearless: string, known: string): string | null {
  const year = Number(known.slice(0, 4));
  const written = (y: number): string => (/^\d/.test(yearless) ? `${yearless} ${y}` : `${yearless}, ${y}`);
  const day = dayOf(written(year));
  return day !== null && day <= dayAfter(known) ? day : dayOf(written(year - 1));
}

/** Clocks of the world differ by a day. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
