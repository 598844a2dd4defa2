import type { Status } from "../../core/codes.ts";
import { holdsText, partyCondition, type PartyChoice } from "./party-choice.ts";
import type { QueryParameters } from "./query-parameters.ts";

/** Which events are asked for. Within a list one member suffices; an empty list asks for nothing. */
export interface EventFilter {
  readonly actor: readonly PartyChoice[];
  readonly recipient: readonly PartyChoice[];
  readonly country: readonly string[];
  readonly sector: readonly string[];
  readonly category: readonly string[];
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly place: readonly string[];
  readonly text: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** What is kept of the events that fit. */
export interface Keeping {
  /** Null keeps every status. */
  readonly statuses: readonly Status[] | null;
  readonly historical: boolean;
  readonly retold: boolean;
  /** One event a happening; see `toldBefore`. */
  readonly once: boolean;
}

/** Why an event that fits the filters is left out. */
export interface LeavingOut {
  /** As it is told: "3 historical". */
  readonly told: string;
  /** The option that keeps such events; null when there is none. */
  readonly option: string | null;
  /** The condition in SQL; it is never null. */
  readonly condition: string;
}

/** Conditions in SQL that an event must meet, but for its date; one at least. */
export function filterConditions(filter: EventFilter, parameters: QueryParameters): readonly string[] {
  const anyOf = <T>(values: readonly T[], condition: (value: T) => string): readonly string[] =>
    values.length ? [`(${values.map(condition).join(" OR ")})`] : [];
  // One list_contains for each value: list_has_any takes five times as long.
  const has = (column: string, values: readonly string[]): string =>
    `(${values.map((v) => `list_contains(${column}, ${parameters.add(v)})`).join(" OR ")})`;
  const some = (values: readonly string[], condition: (values: readonly string[]) => string): readonly string[] =>
    values.length ? [condition(values)] : [];
  const { country, sector, category, mode, context } = filter;
  return [
    // What holds now.
    "until_run IS NULL",
    ...anyOf(filter.actor, (choice) => partyCondition("actor", choice, parameters)),
    ...anyOf(filter.recipient, (choice) => partyCondition("recipient", choice, parameters)),
    ...some(country, (c) => `(${has("actor", c)} OR ${has("recipient", c)} OR ${isOneOf("country", c, parameters)})`),
    ...some(sector, (s) => `(${has("actor_sector", s)} OR ${has("recipient_sector", s)})`),
    ...some(category, (c) => isOneOf("category", c, parameters)),
    ...some(mode, (m) => has("mode", m)),
    ...some(context, (c) => has("context", c)),
    ...anyOf(filter.place, (place) => placeCondition(place, parameters)),
    ...anyOf(filter.text, (text) => textCondition(text, parameters)),
  ];
}

function isOneOf(column: string, values: readonly string[], parameters: QueryParameters): string {
  return `coalesce(${column} IN (${values.map((v) => parameters.add(v)).join(", ")}), false)`;
}

function placeCondition(place: string, parameters: QueryParameters): string {
  if (/^[A-Z]{3}$/.test(place)) return `country = ${parameters.add(place)}`;
  return `(${["place", "province", "city"].map((column) => holdsText(column, place, parameters)).join(" OR ")})`;
}

function textCondition(text: string, parameters: QueryParameters): string {
  const inReport = `SELECT report FROM reports WHERE ${holdsText("text", text, parameters)} OR ${holdsText("title", text, parameters)}`;
  const inName = (["actor", "recipient"] as const).map((side) =>
    partyCondition(side, { kind: "name", name: text }, parameters),
  );
  return `(${[holdsText("trigger", text, parameters), ...inName, `report IN (${inReport})`].join(" OR ")})`;
}

/** Whether texts have to be searched, which takes longer than codes and dates. */
export function searchesTexts({ actor, recipient, place, text }: EventFilter): boolean {
  return place.length > 0 || text.length > 0 || [...actor, ...recipient].some((choice) => choice.kind === "name");
}

/** Days as `overlaps` for lists (an interval may be open at one end), or as `begins` for series. */
export function dateConditions(
  { from, to }: Pick<EventFilter, "from" | "to">,
  how: "overlaps" | "begins",
  parameters: QueryParameters,
): readonly string[] {
  const last = how === "overlaps" ? "coalesce(enddate, date)" : "date";
  const first = how === "overlaps" ? "coalesce(date, enddate)" : "date";
  return [
    ...(from === null ? [] : [`${last} >= CAST(${parameters.add(from)} AS DATE)`]),
    ...(to === null ? [] : [`${first} <= CAST(${parameters.add(to)} AS DATE)`]),
  ];
}

/** The reasons for which events that fit are left out. */
export function leavingOut(keeping: Keeping, parameters: QueryParameters): readonly LeavingOut[] {
  const { statuses, historical, retold } = keeping;
  return [
    ...(statuses === null
      ? []
      : [
          {
            told: `not ${statuses.join(" or ")}`,
            option: "--all-statuses",
            condition: `status NOT IN (${statuses.map((s) => parameters.add(s)).join(", ")})`,
          },
        ]),
    ...(historical ? [] : [{ told: "historical", option: "--historical", condition: "historical" }]),
    ...(retold ? [] : [{ told: "told before in their report", option: "--retold", condition: "same_as IS NOT NULL" }]),
  ];
}

/**
 * The reason of events that are not the first of their happening: among those that fit (`scope`) and are not left out for other reasons, so
 * that a happening counts where only a later telling fits.
 */
export function toldBefore(scope: readonly string[], reasons: readonly LeavingOut[]): LeavingOut {
  const kept = ["happening IS NOT NULL", ...scope, ...reasons.map((r) => `NOT ${r.condition}`)].join(" AND ");
  const others = reasons.map((r) => `NOT ${r.condition}`).join(" AND ");
  return {
    told: "told before in another report",
    option: null,
    condition: `(happening IS NOT NULL${others ? ` AND ${others}` : ""} AND rowid NOT IN (SELECT min(rowid) FROM events WHERE ${kept} GROUP BY happening))`,
  };
}

/** The reason of events without a date, where a range of days is asked for or a period is needed. */
export const UNDATED: LeavingOut = {
  told: "without a date",
  option: null,
  condition: "(date IS NULL AND enddate IS NULL)",
};
