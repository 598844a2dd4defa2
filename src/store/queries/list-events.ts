import {
  dateConditions,
  filterConditions,
  leavingOut,
  UNDATED,
  type EventFilter,
  type Keeping,
  type LeavingOut,
} from "./event-filter.ts";
import { QueryParameters, type Query } from "./query-parameters.ts";

/** Which events, in which order, and which of them. */
export interface EventRequest {
  readonly filter: EventFilter;
  readonly keeping: Keeping;
  readonly sort: SortOrder;
  /** Null for all. */
  readonly page: { readonly offset: number; readonly limit: number } | null;
}

export interface SortOrder {
  readonly by: keyof typeof SORT_COLUMNS;
  readonly descending: boolean;
}

/** What events can be sorted by, and the columns that say it. */
export const SORT_COLUMNS = {
  date: "date",
  published: "published",
  category: "category",
  scale: "event_scale",
  confidence: "confidence",
  dead: "dead_low",
  report: "report",
} as const;

/** The columns of an event for other programs: all of the table but the record and what says when it held. */
export const FLAT_COLUMNS = [
  "event", "report", "published", "date", "enddate", "precision", "basis", "category", "mode", "context", "quad_code",
  "event_scale", "cameo", "status", "historical", "actor", "actor_sector", "actor_name", "recipient",
  "recipient_sector", "recipient_name", "place", "country", "province", "city", "geonameid", "lat", "lon", "resolution",
  "attribution", "attribution_code", "dead_low", "dead_high", "injured_low", "injured_high", "arrested_low",
  "arrested_high", "participants_low", "participants_high", "confidence", "same_as", "sequence", "trigger", "rule",
  "happening",
] as const; // prettier-ignore

/** The events themselves, with these columns. */
export function eventsQuery(request: EventRequest, columns: readonly string[]): Query {
  const parameters = new QueryParameters();
  const { scope, reasons } = scopeOf(request, parameters);
  const where = [...scope, ...reasons.map((r) => `NOT ${r.condition}`)].join(" AND ");
  const order = orderOf(request.sort);
  const wanted = `SELECT ${columns.join(", ")} FROM events`;
  if (request.page === null)
    return { sql: `${wanted} WHERE ${where} ORDER BY ${order}`, parameters: parameters.values };
  const { offset, limit } = request.page;
  // The page is chosen by narrow columns: records are read for its rows only.
  const chosen = `SELECT rowid FROM events WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  return { sql: `${wanted} WHERE rowid IN (${chosen}) ORDER BY ${order}`, parameters: parameters.values };
}

/** One row: how many events are listed, how many are left out, and how many of those for each reason, in the order of `reasons`. */
export function countQuery(request: EventRequest): Query & { readonly reasons: readonly LeavingOut[] } {
  const parameters = new QueryParameters();
  const { scope, reasons } = scopeOf(request, parameters);
  const left = reasons.length ? reasons.map((r) => r.condition).join(" OR ") : "false";
  const counts = [
    `count(*) FILTER (WHERE NOT (${left}))`,
    `count(*) FILTER (WHERE ${left})`,
    ...reasons.map((r) => `count(*) FILTER (WHERE ${r.condition})`),
  ];
  const sql = `SELECT ${counts.join(", ")} FROM events WHERE ${scope.join(" AND ")}`;
  return { sql, parameters: parameters.values, reasons };
}

interface Scope {
  readonly scope: readonly string[];
  readonly reasons: readonly LeavingOut[];
}

/** Undated events are counted beside those of a range, and left out of it. */
function scopeOf({ filter, keeping }: EventRequest, parameters: QueryParameters): Scope {
  const conditions = filterConditions(filter, parameters);
  const dates = dateConditions(filter, "overlaps", parameters);
  const reasons = leavingOut(keeping, parameters);
  if (!dates.length) return { scope: conditions, reasons };
  return {
    scope: [...conditions, `(${UNDATED.condition} OR (${dates.join(" AND ")}))`],
    reasons: [UNDATED, ...reasons],
  };
}

function orderOf({ by, descending }: SortOrder): string {
  const first = `${SORT_COLUMNS[by]} ${descending ? "DESC" : "ASC"} NULLS LAST`;
  return [first, "date NULLS LAST", "report", "sequence", "event"].join(", ");
}
