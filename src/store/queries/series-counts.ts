import {
  dateConditions,
  filterConditions,
  leavingOut,
  toldBefore,
  type EventFilter,
  type Keeping,
  type LeavingOut,
} from "./event-filter.ts";
import { partyCondition, type PartyChoice } from "./party-choice.ts";
import { QueryParameters, type Query } from "./query-parameters.ts";

/** Whose events one series counts. */
export type SeriesParties =
  | { readonly kind: "all" }
  | { readonly kind: "actor"; readonly actor: PartyChoice }
  | { readonly kind: "dyad"; readonly sides: readonly [PartyChoice, PartyChoice]; readonly directed: boolean };

/** What one series counts, and by which periods. */
export interface SeriesRequest {
  readonly filter: EventFilter;
  readonly keeping: Keeping;
  readonly parties: SeriesParties;
  readonly by: keyof typeof PRECISIONS_TOO_COARSE;
}

/** The dates that a period cannot hold, by what is known of them; a season lies across quarters. */
const PRECISIONS_TOO_COARSE = {
  day: ["week", "month", "quarter", "season", "year", "decade", "open"],
  week: ["month", "quarter", "season", "year", "decade", "open"],
  month: ["quarter", "season", "year", "decade", "open"],
  quarter: ["season", "year", "decade", "open"],
  year: ["decade", "open"],
} as const;

/**
 * One row a first day of a period (null for events without a date): the events, those with a score, the sum of the scores, the
 * events of the four quad classes; then how many are left out, and how many of those for each reason, in the order of `reasons`.
 * Scores are added as decimals: their order does not change the sum.
 */
export function seriesQuery(request: SeriesRequest): Query & { readonly reasons: readonly LeavingOut[] } {
  const parameters = new QueryParameters();
  const { scope, reasons } = scopeOf(request, parameters);
  const left = `(${reasons.map((_, i) => `reason_${i}`).join(" OR ")})`;
  const flags = reasons.map((r, i) => `${r.condition} AS reason_${i}`);
  const counts = [
    `count(*) FILTER (WHERE NOT ${left})`,
    `count(event_scale) FILTER (WHERE NOT ${left})`,
    `coalesce(sum(CAST(event_scale AS DECIMAL(12, 3))) FILTER (WHERE NOT ${left}), 0)`,
    ...[1, 2, 3, 4].map((quad) => `count(*) FILTER (WHERE quad_code = ${quad} AND NOT ${left})`),
    `count(*) FILTER (WHERE ${left})`,
    ...reasons.map((_, i) => `count(*) FILTER (WHERE reason_${i})`),
  ];
  const start = `CAST(date_trunc('${request.by}', date) AS DATE) AS start`;
  const judged = `SELECT date, event_scale, quad_code, ${flags.join(", ")} FROM events WHERE ${scope.join(" AND ")}`;
  const sql = `SELECT ${[start, ...counts].join(", ")} FROM (${judged}) GROUP BY start ORDER BY start`;
  return { sql, parameters: parameters.values, reasons };
}

interface Scope {
  readonly scope: readonly string[];
  readonly reasons: readonly LeavingOut[];
}

function scopeOf({ filter, keeping, parties, by }: SeriesRequest, parameters: QueryParameters): Scope {
  const dates = dateConditions(filter, "begins", parameters);
  const coarse = PRECISIONS_TOO_COARSE[by].map((p) => `'${p}'`).join(", ");
  const scope = [
    ...filterConditions(filter, parameters),
    ...partiesConditions(parties, parameters),
    ...(dates.length ? [`(date IS NULL OR (${dates.join(" AND ")}))`] : []),
  ];
  const reasons = [
    { told: "without a first day", option: null, condition: "(date IS NULL)" },
    {
      told: `known less exactly than by ${by}`,
      option: null,
      condition: `(date IS NOT NULL AND coalesce(precision IN (${coarse}), false))`,
    },
    ...leavingOut(keeping, parameters),
  ];
  return { scope, reasons: keeping.once ? [...reasons, toldBefore(scope, reasons)] : reasons };
}

function partiesConditions(parties: SeriesParties, parameters: QueryParameters): readonly string[] {
  switch (parties.kind) {
    case "all":
      return [];
    case "actor":
      return [partyCondition("actor", parties.actor, parameters)];
    case "dyad":
      return [dyadCondition(parties, parameters)];
  }
}

function dyadCondition(
  { sides: [first, second], directed }: Extract<SeriesParties, { kind: "dyad" }>,
  parameters: QueryParameters,
): string {
  const acts = (actor: PartyChoice, recipient: PartyChoice): string =>
    `(${partyCondition("actor", actor, parameters)} AND ${partyCondition("recipient", recipient, parameters)})`;
  const together = `(len(recipient) = 0 AND len(actor) > 1 AND (quad_code IN (1, 2) OR category = 'ASSAULT')
    AND ${bothAct(first, second, parameters)})`;
  return `(${[acts(first, second), ...(directed ? [] : [acts(second, first)]), together].join(" OR ")})`;
}

/** Both sides act: by two parties, also where the sides are the same. */
function bothAct(first: PartyChoice, second: PartyChoice, parameters: QueryParameters): string {
  const both = `${partyCondition("actor", first, parameters)} AND ${partyCondition("actor", second, parameters)}`;
  if (first.kind !== "code" || JSON.stringify(first) !== JSON.stringify(second)) return both;
  const [list, value] = first.code === null ? ["actor_sector", first.sector] : ["actor", first.code];
  return `${both} AND len(list_filter(${list}, lambda x: x = ${parameters.add(value ?? "")})) > 1`;
}
