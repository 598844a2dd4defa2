import * as chrono from "chrono-node";
import type { Report } from "../src/core/report.ts";
import type { TimexAnswer } from "./time.ts";

/**
 * What chrono-node alone finds in a report, as TIMEX3 values as fine as what it is certain of: the yardstick for our own time
 * expressions. It counts from the publication date, as it is meant to be used.
 */
export function chronoTimes(report: Report): readonly TimexAnswer[] {
  const reference = new Date(`${report.date ?? "2000-01-01"}T12:00:00Z`);
  return chrono
    .parse(report.text, { instant: reference, timezone: "UTC" })
    .map(({ index, text, start }) => ({ start: index, end: index + text.length, value: valueOf(start) }));
}

function valueOf(date: chrono.ParsedComponents): string | null {
  const year = date.get("year");
  const month = date.get("month");
  const day = date.get("day");
  if (year === null) return null;
  const isDay = date.isCertain("day") || date.isCertain("weekday");
  const parts = [year, ...(isDay || date.isCertain("month") ? [month] : []), ...(isDay ? [day] : [])];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
}
