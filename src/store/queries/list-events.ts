import { FLAT_COLUMNS } from "../../core/flat-event.ts";
import { searchesTexts, type EventFilter, type Keeping, type LeavingOut } from "./event-filter.ts";
import { eventScope, fittingConditions, keptCondition, scopeCounts, type EventScope } from "./event-scope.ts";
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
export const LISTED_COLUMNS: readonly string[] = ["event", "report", "published", ...FLAT_COLUMNS, "happening"];

/** The rows that fit, once found; see `fittingQuery`. */
const FITTING = "fitting_events";

/**
 * Finds the rows that fit, where that takes long, once for the queries that follow: a table for the time of the connection.
 * Null where the others do without.
 */
export function fittingQuery(request: EventRequest): Query | null {
  if (!searchesTexts(request.filter)) return null;
  const parameters = new QueryParameters();
  const where = fittingConditions(request.filter, parameters).join(" AND ");
  const sql = `CREATE TEMP TABLE ${FITTING} AS SELECT rowid AS fitting FROM events WHERE ${where}`;
  return { sql, parameters: parameters.values };
}

/** The events themselves, with these columns. */
export function eventsQuery(request: EventRequest, columns: readonly string[]): Query {
  const parameters = new QueryParameters();
  const where = keptCondition(scopeOf(request, parameters));
  const order = orderOf(request.sort);
  const wanted = `SELECT ${columns.join(", ")} FROM events`;
  if (request.page === null)
    return { sql: `${wanted} WHERE ${where} ORDER BY ${order}`, parameters: parameters.values };
  const { offset, limit } = request.page;
  // The page is chosen by narrow columns: records are read for its rows only.
  const chosen = `SELECT rowid FROM events WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  return { sql: `${wanted} WHERE rowid IN (${chosen}) ORDER BY ${order}`, parameters: parameters.values };
}

/** One row as `scopeCounts` gives it. */
export function countQuery(request: EventRequest): Query & { readonly reasons: readonly LeavingOut[] } {
  const parameters = new QueryParameters();
  const scope = scopeOf(request, parameters);
  return { sql: scopeCounts(scope), parameters: parameters.values, reasons: scope.reasons };
}

function scopeOf({ filter, keeping }: EventRequest, parameters: QueryParameters): EventScope {
  const conditions = searchesTexts(filter)
    ? [`rowid IN (SELECT fitting FROM ${FITTING})`]
    : fittingConditions(filter, parameters);
  return eventScope({ conditions, reasons: [] }, filter, keeping, parameters);
}

/** Ties stand in the order in which they were stored: by report and sentence, and cheaper to compare than their names. */
function orderOf({ by, descending }: SortOrder): string {
  return [`${SORT_COLUMNS[by]} ${descending ? "DESC" : "ASC"} NULLS LAST`, "date NULLS LAST", "rowid"].join(", ");
}
