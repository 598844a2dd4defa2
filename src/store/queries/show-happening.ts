import type { Query } from "./query-parameters.ts";

/** So many ids that begin alike are named at most. */
const ALIKE = 10;

/** Ids of happenings that are the text or begin with it; an exact one comes first. */
export function happeningIdsQuery(beginning: string): Query {
  return {
    sql: `SELECT happening FROM happenings WHERE starts_with(happening, $1) ORDER BY happening <> $1, happening LIMIT ${ALIKE}`,
    parameters: [beginning],
  };
}

/** Ids of events that hold, in the same way. */
export function heldIdsQuery(beginning: string): Query {
  return {
    sql: `SELECT event FROM events WHERE until_run IS NULL AND starts_with(event, $1) GROUP BY event ORDER BY event <> $1, event LIMIT ${ALIKE}`,
    parameters: [beginning],
  };
}

/** Every telling in the order in which they came: score and reasons, report, source, date, record, and the report's text. */
export function toldQuery(happening: string): Query {
  return {
    sql: `SELECT h.event, h.score, h.reasons, h.report, e.published AS date, r.source, r.title, r.story, e.record, r.text
      FROM happening_events h JOIN events e ON e.event = h.event AND e.until_run IS NULL JOIN reports r ON r.report = h.report
      WHERE h.happening = $1 ORDER BY h.place`,
    parameters: [happening],
  };
}

/** Every figure by who states it. */
export function claimsQuery(happening: string): Query {
  return {
    sql: `SELECT event, report, source, date, kind, low, high, who FROM happening_claims WHERE happening = $1
      ORDER BY kind, date NULLS LAST, report, event, low, high`,
    parameters: [happening],
  };
}

/** Who asserts and who denies it. */
export function stancesQuery(happening: string): Query {
  return {
    sql: `SELECT event, report, source, date, stance, who FROM happening_stances WHERE happening = $1
      ORDER BY stance, date NULLS LAST, report, event, who NULLS FIRST`,
    parameters: [happening],
  };
}

/** How much of the base is not linked: reports, and happenings whose rows are not written anew. */
export const UNLINKED_QUERY: Query = {
  sql: `SELECT count(*) FILTER (WHERE story IS NULL OR report IN (SELECT report FROM unlinked_reports)), (SELECT count(DISTINCT position) FROM stale_happenings) FROM reports`,
  parameters: [],
};
