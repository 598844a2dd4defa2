-- Stories and happenings are written into the base. The tables were there before, and empty.

DROP TABLE happenings;
DROP TABLE happening_events;

CREATE TABLE happenings (
  position BIGINT NOT NULL,           -- how many were opened before: it never changes
  happening VARCHAR NOT NULL,         -- id of its first event
  date DATE,
  enddate DATE,
  category VARCHAR NOT NULL,
  actor VARCHAR[] NOT NULL,
  recipient VARCHAR[] NOT NULL,
  place VARCHAR,
  country VARCHAR,
  reports INTEGER NOT NULL,           -- reports that tell it
  sources INTEGER NOT NULL,           -- those of them that are independent
  dead_low INTEGER, dead_best INTEGER, dead_high INTEGER,
  injured_low INTEGER, injured_best INTEGER, injured_high INTEGER,
  arrested_low INTEGER, arrested_best INTEGER, arrested_high INTEGER,
  participants_low INTEGER, participants_best INTEGER, participants_high INTEGER,
  disputed BOOLEAN NOT NULL           -- somebody denies it
);

CREATE TABLE happening_events (
  position BIGINT NOT NULL,           -- of its happening
  place INTEGER NOT NULL,             -- in the happening, in the order in which they came
  happening VARCHAR NOT NULL,
  event VARCHAR NOT NULL,
  report VARCHAR NOT NULL,
  found_from DATE,                    -- first and last day on which others can find it; null: on none
  found_to DATE,
  score DOUBLE NOT NULL,              -- 1 for the first event
  reasons VARCHAR NOT NULL            -- JSON: what spoke for the merge and how much
);

-- Reports whose events have changed since they were linked, and happenings that events have left: the next linking takes them up.
CREATE TABLE unlinked_reports (report VARCHAR NOT NULL);
CREATE TABLE stale_happenings (position BIGINT NOT NULL);

-- Every figure by who states it. Claims that conflict stay side by side.
CREATE VIEW happening_claims AS
  SELECT h.happening, h.event, h.report, r.source, e.published AS date, c.kind, c.low, c.high, e.attribution AS who
  FROM happening_events h
  JOIN events e ON e.event = h.event AND e.until_run IS NULL
  LEFT JOIN reports r ON r.report = h.report
  CROSS JOIN LATERAL (
    VALUES ('dead', e.dead_low, e.dead_high), ('injured', e.injured_low, e.injured_high),
      ('arrested', e.arrested_low, e.arrested_high), ('participants', e.participants_low, e.participants_high)
  ) c (kind, low, high)
  WHERE c.low IS NOT NULL;

-- Who says that it happened, and who says that it did not.
CREATE VIEW happening_stances AS
  SELECT h.happening, h.event, h.report, r.source, e.published AS date,
    CASE WHEN e.status = 'negation' THEN 'denies' ELSE 'asserts' END AS stance, e.attribution AS who
  FROM happening_events h
  JOIN events e ON e.event = h.event AND e.until_run IS NULL
  LEFT JOIN reports r ON r.report = h.report
  UNION ALL
  SELECT h.happening, h.event, h.report, r.source, e.published, 'denies', p.name
  FROM happening_events h
  JOIN events e ON e.event = h.event AND e.until_run IS NULL
  JOIN parties p ON p.event = h.event AND p.until_run IS NULL AND p.role = 'denier'
  LEFT JOIN reports r ON r.report = h.report;
