-- The event base, version 1. Every table and column is described in docs/reference/tables.md.

CREATE TABLE base (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  kind VARCHAR NOT NULL,              -- ingest | recode | import
  coder VARCHAR NOT NULL,             -- versions of code, lexicon and model; of an import the format
  started TIMESTAMP NOT NULL,
  finished TIMESTAMP,                 -- null: not finished, or killed
  fingerprint VARCHAR,                -- names the row of fingerprints; null for an import
  note VARCHAR
);

-- What a coder knew: runs with the same lexicon and models share a row, and re-coding compares it with what the coder knows now.
CREATE TABLE fingerprints (
  fingerprint VARCHAR PRIMARY KEY,
  rest VARCHAR NOT NULL,              -- hash of everything that is not tied to a word
  words VARCHAR NOT NULL              -- JSON: word key -> hash of the entries that only a text with such a word can ask for
);

CREATE TABLE reports (
  report VARCHAR PRIMARY KEY,         -- the report's id
  content VARCHAR NOT NULL,           -- hash of what was read: the same content is stored once
  date DATE,
  title VARCHAR,
  source VARCHAR,
  url VARCHAR,
  language VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  words VARCHAR[] NOT NULL,           -- distinct lemmas and forms of text and title, lower case, sorted: finds what an edit of the lexicon can change
  story VARCHAR,                      -- id of the first report of its story; null until stories are found
  story_share DOUBLE,                 -- share of its text that it has in common with that report
  run INTEGER NOT NULL,               -- run that stored it
  coded INTEGER NOT NULL              -- run that coded it last
);
CREATE UNIQUE INDEX reports_content ON reports (content);

CREATE TABLE sentences (report VARCHAR NOT NULL, sequence INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL);

-- An event holds from the run that coded it until the run that no longer did: until_run is null for what holds now.
CREATE TABLE events (
  event VARCHAR NOT NULL,             -- the record's id
  report VARCHAR NOT NULL,            -- of an import "import:<run>"
  from_run INTEGER NOT NULL,
  until_run INTEGER,
  published DATE,                     -- date of the report
  date DATE,
  enddate DATE,
  precision VARCHAR,
  basis VARCHAR,
  category VARCHAR NOT NULL,
  mode VARCHAR[] NOT NULL,
  context VARCHAR[] NOT NULL,
  quad_code TINYINT NOT NULL,
  event_scale DOUBLE,
  cameo VARCHAR,
  status VARCHAR NOT NULL,
  historical BOOLEAN NOT NULL,
  actor VARCHAR[] NOT NULL,           -- PLOVER codes of the actors, in order
  actor_sector VARCHAR[] NOT NULL,    -- their primary sectors
  actor_name VARCHAR[] NOT NULL,      -- canonical names, else the fullest mentions
  recipient VARCHAR[] NOT NULL,
  recipient_sector VARCHAR[] NOT NULL,
  recipient_name VARCHAR[] NOT NULL,
  place VARCHAR,
  country VARCHAR,                    -- ISO 3166-1 alpha-3 of the place
  province VARCHAR,
  city VARCHAR,
  geonameid INTEGER,
  lat DOUBLE,
  lon DOUBLE,
  resolution TINYINT,
  attribution VARCHAR,                -- who asserts it, if not the writer
  attribution_code VARCHAR,
  dead_low INTEGER, dead_high INTEGER,
  injured_low INTEGER, injured_high INTEGER,
  arrested_low INTEGER, arrested_high INTEGER,
  participants_low INTEGER, participants_high INTEGER,
  confidence DOUBLE NOT NULL,
  same_as VARCHAR,
  sequence INTEGER NOT NULL,          -- sentence, from 1
  trigger VARCHAR NOT NULL,           -- the trigger's words
  rule VARCHAR NOT NULL,              -- rule behind the category
  happening VARCHAR,                  -- null until happenings are found
  record VARCHAR NOT NULL             -- the whole record, as `dragoman code` writes it
);

CREATE TABLE parties (
  event VARCHAR NOT NULL,
  from_run INTEGER NOT NULL,
  until_run INTEGER,
  role VARCHAR NOT NULL,              -- actor | recipient | source (who asserts) | denier
  position INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  sector VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  identifier VARCHAR,                 -- Wikidata id
  office VARCHAR,
  date DATE                           -- day of the event, for "who did what in May"
);

CREATE TABLE quotations (
  report VARCHAR NOT NULL,
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  speaker VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  sector VARCHAR NOT NULL,
  cue VARCHAR NOT NULL,
  quoted BOOLEAN NOT NULL,
  content VARCHAR NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  date DATE
);

CREATE TABLE happenings (
  happening VARCHAR PRIMARY KEY,      -- id of its first event
  date DATE,
  enddate DATE,
  category VARCHAR NOT NULL,
  actor VARCHAR[] NOT NULL,
  recipient VARCHAR[] NOT NULL,
  place VARCHAR,
  country VARCHAR,
  reports INTEGER NOT NULL,           -- reports that tell it
  sources INTEGER NOT NULL,           -- stories, that is texts of their own
  dead_low INTEGER, dead_best INTEGER, dead_high INTEGER,
  injured_low INTEGER, injured_best INTEGER, injured_high INTEGER,
  arrested_low INTEGER, arrested_best INTEGER, arrested_high INTEGER,
  participants_low INTEGER, participants_best INTEGER, participants_high INTEGER,
  disputed BOOLEAN NOT NULL           -- somebody denies it
);

CREATE TABLE happening_events (
  happening VARCHAR NOT NULL,
  event VARCHAR NOT NULL,
  score DOUBLE NOT NULL,              -- 1 for the first event
  reasons VARCHAR NOT NULL            -- JSON: what spoke for the merge and how much
);

-- What a person decided stands against any later merge.
CREATE TABLE happening_edits (edit INTEGER PRIMARY KEY, kind VARCHAR NOT NULL, happening VARCHAR NOT NULL, events VARCHAR[] NOT NULL);

CREATE TABLE refused (run INTEGER NOT NULL, path VARCHAR NOT NULL, line INTEGER, code VARCHAR NOT NULL, message VARCHAR NOT NULL);
