import {
  dateConditions,
  filterConditions,
  leavingOut,
  searchesTexts,
  toldBefore,
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

/** The rows that fit, once found; see `fittingQuery`. */
const FITTING = "fitting_events";

/**
 * Finds the rows that fit, where that takes long, once for the queries that follow: a table for the time of the connection.
 * Null where the others do without.
 */
export function fittingQuery(request: EventRequest): Query | null {
  if (!searchesTexts(request.filter)) return null;
  const parameters = new QueryParameters();
  const where = conditionsOf(request.filter, parameters).join(" AND ");
  const sql = `CREATE TEMP TABLE ${FITTING} AS SELECT rowid AS fitting FROM events WHERE ${where}`;
  return { sql, parameters: parameters.values };
}

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
  const left = reasons.length ? reasons.map((_, i) => `reason_${i}`).join(" OR ") : "false";
  const flags = reasons.map((r, i) => `${r.condition} AS reason_${i}`);
  const counts = [
    `count(*) FILTER (WHERE NOT (${left}))`,
    `count(*) FILTER (WHERE ${left})`,
    ...reasons.map((_, i) => `count(*) FILTER (WHERE reason_${i})`),
  ];
  const sql = `SELECT ${counts.join(", ")} FROM (SELECT ${flags.join(", ") || "1"} FROM events WHERE ${scope.join(" AND ")})`;
  return { sql, parameters: parameters.values, reasons };
}

interface Scope {
  readonly scope: readonly string[];
  readonly reasons: readonly LeavingOut[];
}

function scopeOf({ filter, keeping }: EventRequest, parameters: QueryParameters): Scope {
  const scope = searchesTexts(filter)
    ? [`rowid IN (SELECT fitting FROM ${FITTING})`]
    : conditionsOf(filter, parameters);
  const reasons = leavingOut(keeping, parameters);
  const all = filter.from === null && filter.to === null ? reasons : [UNDATED, ...reasons];
  return { scope, reasons: keeping.once ? [...all, toldBefore(scope, all)] : all };
}

/** Undated events are counted beside those of a range, and left out of it. */
function conditionsOf(filter: EventFilter, parameters: QueryParameters): readonly string[] {
  const dates = dateConditions(filter, "overlaps", parameters);
  const within = dates.length ? [`(${UNDATED.condition} OR (${dates.join(" AND ")}))`] : [];
  return [...filterConditions(filter, parameters), ...within];
}

/** Ties stand in the order in which they were stored: by report and sentence, and cheaper to compare than their names. */
function orderOf({ by, descending }: SortOrder): string {
  return [`${SORT_COLUMNS[by]} ${descending ? "DESC" : "ASC"} NULLS LAST`, "date NULLS LAST", "rowid"].join(", ");
}
