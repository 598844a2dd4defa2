import {
  dateConditions,
  filterConditions,
  leavingOut,
  toldBefore,
  UNDATED,
  type EventFilter,
  type Keeping,
  type LeavingOut,
} from "./event-filter.ts";
import type { QueryParameters } from "./query-parameters.ts";

/** The events that fit, and the reasons for which some of them are left out; one set of parameters serves both. */
export interface EventScope {
  /** One at least. */
  readonly conditions: readonly string[];
  readonly reasons: readonly LeavingOut[];
}

/** Events that fit the filter. Undated events are counted beside those of a range, and left out of it. */
export function fittingConditions(filter: EventFilter, parameters: QueryParameters): readonly string[] {
  const dates = dateConditions(filter, "overlaps", parameters);
  const within = dates.length ? [`(${UNDATED.condition} OR (${dates.join(" AND ")}))`] : [];
  return [...filterConditions(filter, parameters), ...within];
}

/** The events that meet the conditions, with the reasons that the filter and what is kept give beside `reasons`. */
export function eventScope(
  { conditions, reasons }: EventScope,
  filter: EventFilter,
  keeping: Keeping,
  parameters: QueryParameters,
): EventScope {
  const undated = filter.from === null && filter.to === null ? [] : [UNDATED];
  const all = [...reasons, ...undated, ...leavingOut(keeping, parameters)];
  return { conditions, reasons: keeping.once ? [...all, toldBefore(conditions, all)] : all };
}

/** The WHERE of the events that fit and are kept. */
export function keptCondition({ conditions, reasons }: EventScope): string {
  return [...conditions, ...reasons.map((r) => `NOT ${r.condition}`)].join(" AND ");
}

/** One row: how many events are kept, how many left out, and how many of those for each reason, in the order of the reasons. */
export function scopeCounts({ conditions, reasons }: EventScope): string {
  const left = reasons.length ? reasons.map((_, i) => `reason_${i}`).join(" OR ") : "false";
  const flags = reasons.map((r, i) => `${r.condition} AS reason_${i}`);
  const counts = [
    `count(*) FILTER (WHERE NOT (${left}))`,
    `count(*) FILTER (WHERE ${left})`,
    ...reasons.map((_, i) => `count(*) FILTER (WHERE reason_${i})`),
  ];
  const judged = `SELECT ${flags.join(", ") || "1"} FROM events WHERE ${conditions.join(" AND ")}`;
  return `SELECT ${counts.join(", ")} FROM (${judged})`;
}
