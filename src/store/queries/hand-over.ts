import type { EventFilter, Keeping, LeavingOut } from "./event-filter.ts";
import { eventScope, fittingConditions, keptCondition, scopeCounts, type EventScope } from "./event-scope.ts";
import { QueryParameters, type Query } from "./query-parameters.ts";

/** Which events are handed over. */
export interface HandOver {
  readonly filter: EventFilter;
  readonly keeping: Keeping;
  /** Events of one run alone, also of an import; null for all that were coded here. */
  readonly run: number | null;
}

/** The rows that are handed over, by their `rowid` as `handed`: a table for the time of the connection. */
export const HANDED = "handed_events";

const IMPORTED: LeavingOut = {
  told: "taken in from others",
  option: "--run N",
  condition: "report LIKE 'import:%'",
};

/** Chooses the rows once for the queries that follow: COPY takes no parameters. */
export function choosingQuery(choice: HandOver): Query {
  const parameters = new QueryParameters();
  const where = keptCondition(scopeOf(choice, parameters));
  return {
    sql: `CREATE TEMP TABLE ${HANDED} AS SELECT rowid AS handed FROM events WHERE ${where}`,
    parameters: parameters.values,
  };
}

/** One row as `scopeCounts` gives it. */
export function handOverCounts(choice: HandOver): Query & { readonly reasons: readonly LeavingOut[] } {
  const parameters = new QueryParameters();
  const scope = scopeOf(choice, parameters);
  return { sql: scopeCounts(scope), parameters: parameters.values, reasons: scope.reasons };
}

function scopeOf({ filter, keeping, run }: HandOver, parameters: QueryParameters): EventScope {
  const fitting = fittingConditions(filter, parameters);
  const asked =
    run === null
      ? { conditions: fitting, reasons: [IMPORTED] }
      : { conditions: [...fitting, `from_run = ${run}`], reasons: [] };
  return eventScope(asked, filter, keeping, parameters);
}
