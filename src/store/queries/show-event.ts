import type { Query } from "./query-parameters.ts";

/** So many ids that begin alike are named at most. */
const ALIKE = 10;

/** Ids that are the text or begin with it; an exact one comes first. */
export function idsQuery(beginning: string): Query {
  return {
    sql: `SELECT event FROM events WHERE starts_with(event, $1) GROUP BY event ORDER BY event <> $1, event LIMIT ${ALIKE}`,
    parameters: [beginning],
  };
}

/** The event as it holds now, else as it held last: record, first run, run that ended it, happening. */
export function versionQuery(event: string): Query {
  return {
    sql: `SELECT record, from_run, until_run, happening FROM events WHERE rowid =
      (SELECT rowid FROM events WHERE event = $1 ORDER BY until_run IS NULL DESC, from_run DESC LIMIT 1)`,
    parameters: [event],
  };
}

/** Head and text of a report. */
export function reportQuery(report: string): Query {
  return {
    sql: "SELECT report, date, title, source, url, language, text FROM reports WHERE report = $1",
    parameters: [report],
  };
}

/** Events of the same report that tell it again. */
export function retellingsQuery(event: string): Query {
  return {
    sql: "SELECT event, sequence, trigger FROM events WHERE same_as = $1 AND until_run IS NULL ORDER BY sequence, event",
    parameters: [event],
  };
}

/** The happening to which the event belongs. */
export function happeningQuery(happening: string): Query {
  return { sql: "SELECT * FROM happenings WHERE happening = $1", parameters: [happening] };
}

/** Every telling of a happening, the first event first. */
export function tellingsQuery(happening: string): Query {
  return {
    sql: `SELECT h.event, h.score, e.report, e.published, e.trigger, r.source, r.title, h.reasons
      FROM happening_events h JOIN events e ON e.event = h.event AND e.until_run IS NULL LEFT JOIN reports r ON r.report = e.report
      WHERE h.happening = $1 ORDER BY h.event <> $1, e.published NULLS LAST, e.report, h.event`,
    parameters: [happening],
  };
}
