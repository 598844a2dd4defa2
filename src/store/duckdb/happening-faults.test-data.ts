/** What must never be found in a base, whatever happened to it: each query counts the rows that contradict each other. */
export const HAPPENING_FAULTS: Readonly<Record<string, string>> = {
  "an event in a happening that does not hold":
    "SELECT count(*) AS n FROM happening_events h WHERE NOT EXISTS (FROM events e WHERE e.event = h.event AND e.until_run IS NULL)",
  "an event that names another happening than it is in":
    "SELECT count(*) AS n FROM events e LEFT JOIN happening_events h USING (event) WHERE e.until_run IS NULL AND e.happening IS DISTINCT FROM h.happening",
  "an event in two places": "SELECT count(*) - count(DISTINCT event) AS n FROM happening_events",
  "a happening without events, or events without a happening":
    "SELECT count(*) AS n FROM happenings a FULL JOIN (SELECT DISTINCT position, happening FROM happening_events) b USING (position, happening) WHERE a.category IS NULL OR b.happening IS NULL OR a.position IS NULL",
  "a happening that is not named after its first event":
    "SELECT count(*) AS n FROM happening_events WHERE (place = 0) <> (event = happening)",
  "places that are not counted from 0":
    "SELECT count(*) AS n FROM (SELECT count(*) AS n, max(place) + 1 AS places, count(DISTINCT place) AS own FROM happening_events GROUP BY position) WHERE n <> places OR n <> own",
  "a happening that is not there to be written anew":
    "SELECT count(*) AS n FROM stale_happenings WHERE position NOT IN (SELECT position FROM happenings)",
  "a happening twice":
    "SELECT count(*) - least(count(DISTINCT position), count(DISTINCT happening)) AS n FROM happenings",
  "a linked report with an event that is in no happening, and that is not noted":
    "SELECT count(*) AS n FROM events e JOIN reports r USING (report) WHERE e.until_run IS NULL AND r.story IS NOT NULL AND e.happening IS NULL AND r.report NOT IN (SELECT report FROM unlinked_reports)",
  "reports of a happening that are counted otherwise, and that is not noted":
    "SELECT count(*) AS n FROM happenings h WHERE position NOT IN (SELECT position FROM stale_happenings) AND reports <> (SELECT count(DISTINCT report) FROM happening_events e WHERE e.position = h.position)",
};
