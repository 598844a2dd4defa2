import { leftOutReasons } from "./happening-reasons.ts";
import { dateConditions, type LeavingOut } from "./event-filter.ts";
import { holdsText } from "./party-choice.ts";
import { QueryParameters, type Query } from "./query-parameters.ts";

/** Which happenings are asked for. Within a list one member suffices; an empty list asks for nothing. */
export interface HappeningFilter {
  readonly country: readonly string[];
  readonly category: readonly string[];
  readonly place: readonly string[];
  /** In the trigger or a party's name of any telling. */
  readonly text: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** So many independent sources at least. */
  readonly sources: number;
  readonly disputed: boolean;
}

export interface HappeningRequest {
  readonly filter: HappeningFilter;
  readonly allStatuses: boolean;
  readonly historical: boolean;
  readonly sort: { readonly by: keyof typeof HAPPENING_SORTS; readonly descending: boolean };
  /** Null for all. */
  readonly page: { readonly offset: number; readonly limit: number } | null;
}

/** What happenings can be sorted by, and the columns that say it. */
export const HAPPENING_SORTS = { date: "date", sources: "sources", reports: "reports", dead: "dead_best" } as const;

/** The columns of a happening, for other programs. */
export const HAPPENING_COLUMNS = [
  "happening", "date", "enddate", "category", "actor", "recipient", "place", "country", "reports", "sources",
  "dead_low", "dead_best", "dead_high", "injured_low", "injured_best", "injured_high", "arrested_low",
  "arrested_best", "arrested_high", "participants_low", "participants_best", "participants_high", "disputed",
] as const; // prettier-ignore

/** The happenings themselves. */
export function happeningsQuery(request: HappeningRequest): Query {
  const parameters = new QueryParameters();
  const { conditions, reasons } = scopeOf(request, parameters);
  const where = [...conditions, ...reasons.map(({ condition }) => `NOT ${condition}`)].join(" AND ");
  const { by, descending } = request.sort;
  const order = `${HAPPENING_SORTS[by]} ${descending ? "DESC" : "ASC"} NULLS LAST, date NULLS LAST, position`;
  const page = request.page === null ? "" : ` LIMIT ${request.page.limit} OFFSET ${request.page.offset}`;
  return {
    sql: `SELECT ${HAPPENING_COLUMNS.join(", ")} FROM happenings WHERE ${where} ORDER BY ${order}${page}`,
    parameters: parameters.values,
  };
}

/** One row: how many are listed, how many are left out, and how many of those for each reason, in the order of `reasons`. */
export function happeningCountQuery(request: HappeningRequest): Query & { readonly reasons: readonly LeavingOut[] } {
  const parameters = new QueryParameters();
  const { conditions, reasons } = scopeOf(request, parameters);
  const left = reasons.length ? reasons.map((r) => r.condition).join(" OR ") : "false";
  const flags = reasons.map((r, i) => `, ${r.condition} AS reason_${i}`).join("");
  const counts = ["count(*) FILTER (WHERE NOT left_out)", "count(*) FILTER (WHERE left_out)", ...reasons.map((_, i) => `count(*) FILTER (WHERE reason_${i})`)]; // prettier-ignore
  const sql = `SELECT ${counts.join(", ")} FROM (SELECT (${left}) AS left_out${flags} FROM happenings WHERE ${conditions.join(" AND ")})`;
  return { sql, parameters: parameters.values, reasons };
}

function scopeOf(
  { filter, allStatuses, historical }: HappeningRequest,
  parameters: QueryParameters,
): { readonly conditions: readonly string[]; readonly reasons: readonly LeavingOut[] } {
  const one = (values: readonly string[], condition: (value: string) => string): readonly string[] =>
    values.length ? [`(${values.map(condition).join(" OR ")})`] : [];
  const conditions = [
    `sources >= ${filter.sources}`,
    ...(filter.disputed ? ["disputed"] : []),
    ...one(filter.country, (code) => countryCondition(parameters.add(code))),
    ...one(filter.category, (category) => `category = ${parameters.add(category)}`),
    ...one(filter.place, (place) => placeCondition(place, parameters)),
    ...one(filter.text, (text) => textCondition(text, parameters)),
    ...dateConditions(filter, "overlaps", parameters),
  ];
  return { conditions, reasons: leftOutReasons({ allStatuses, historical }) };
}

function countryCondition(code: string): string {
  return `(list_contains(actor, ${code}) OR list_contains(recipient, ${code}) OR coalesce(country = ${code}, false))`;
}

function placeCondition(place: string, parameters: QueryParameters): string {
  return /^[A-Z]{3}$/.test(place) ? `country = ${parameters.add(place)}` : holdsText("place", place, parameters);
}

function textCondition(text: string, parameters: QueryParameters): string {
  const columns = ["trigger", "array_to_string(actor_name, chr(10))", "array_to_string(recipient_name, chr(10))"];
  const told = columns.map((column) => holdsText(column, text, parameters)).join(" OR ");
  return `happening IN (SELECT happening FROM events WHERE until_run IS NULL AND happening IS NOT NULL AND (${told}))`;
}
