import { RefusedRow } from "./row-reader.ts";

const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

/** A day as `YYYY-MM-DD`; ICEWS of 2017 writes month/day/year, GDELT no dividers. */
export function dayOf(field: string, value: string): string {
  const text = value.trim().replace(/[ T]00:00(:00(\.0+)?)?$/, "");
  const parts = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (parts) return checkedDay(field, value, parts[1] ?? "", parts[2] ?? "", parts[3] ?? "");
  const american = MONTH_FIRST.exec(text);
  if (american) {
    const [, month = "", day = "", year = ""] = american;
    return checkedDay(field, value, year.length === 2 ? `20${year}` : year, month, day);
  }
  throw new RefusedRow({ field, value, reason: "write the day as YYYY-MM-DD" });
}

function checkedDay(field: string, value: string, year: string, month: string, day: string): string {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso)
    throw new RefusedRow({ field, value, reason: "there is no such day" });
  return iso;
}

/** A number; null for an empty cell. */
export function numberOf(field: string, value: string): number | null {
  if (value === "") return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new RefusedRow({ field, value, reason: "write a number or nothing" });
  return number;
}

export function wholeNumberOf(field: string, value: string): number | null {
  const number = numberOf(field, value);
  if (number !== null && !Number.isSafeInteger(number))
    throw new RefusedRow({ field, value, reason: "write a whole number or nothing" });
  return number;
}

/** Latitude and longitude belong together: a point outside the globe, or half of one, is none. */
export function pointOf(
  lat: number | null,
  lon: number | null,
): { readonly lat: number | null; readonly lon: number | null } {
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return { lat: null, lon: null };
  return { lat, lon };
}
