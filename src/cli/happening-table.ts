import { HAPPENING_COLUMNS } from "../store/queries/list-happenings.ts";

/** The headings of the table for people. */
export const HAPPENING_HEADINGS = [
  "happening", "date", "what", "actor", "recipient", "where", "sources", "reports", "dead", "disputed",
] as const; // prettier-ignore

/** One row of `happenings` as the cells of those headings. */
export function happeningCells(values: readonly unknown[]): readonly unknown[] {
  const row = new Map<string, unknown>(HAPPENING_COLUMNS.map((name, i) => [name, values[i]]));
  const text = (name: string): string => {
    const value = row.get(name);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const days = text("date") === text("enddate") ? text("date") : `${text("date")} … ${text("enddate")}`;
  const ends = text("dead_low") === text("dead_high") ? "" : ` (${text("dead_low")}–${text("dead_high")})`;
  return [
    text("happening"), days, text("category"), row.get("actor"), row.get("recipient"), text("place") || text("country"),
    row.get("sources"), row.get("reports"), text("dead_best") + ends, row.get("disputed") === true ? "yes" : "",
  ]; // prettier-ignore
}
