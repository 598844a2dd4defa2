-- Watched feeds, and what a source tells of its reports. See docs/reference/watching.md and docs/reference/tables.md.

ALTER TABLE reports ADD COLUMN date_basis VARCHAR;       -- metadata | text | url | given
ALTER TABLE reports ADD COLUMN author VARCHAR;
ALTER TABLE reports ADD COLUMN source_country VARCHAR;   -- ISO 3166-1 alpha-3 of the newsroom
ALTER TABLE reports ADD COLUMN agency VARCHAR;           -- the news agency whose text it is

CREATE TABLE watch_sources (
  source VARCHAR PRIMARY KEY,         -- address of the feed, as the list has it
  title VARCHAR,                      -- as the list has it, else as the feed has it
  listed BOOLEAN NOT NULL,            -- in the list of the last watch
  etag VARCHAR,                       -- what the feed said of itself last, to ask whether it changed
  last_modified VARCHAR,
  polled TIMESTAMP,
  succeeded TIMESTAMP,
  next_poll TIMESTAMP NOT NULL,
  status INTEGER,                     -- of the last answer over HTTP; null: there was none
  failures INTEGER NOT NULL,          -- in a row
  problem VARCHAR,                    -- of the last poll; null: none
  moved_to VARCHAR,                   -- where it has moved for good
  items INTEGER NOT NULL              -- entries seen so far
);

CREATE TABLE watch_hosts (
  host VARCHAR PRIMARY KEY,           -- with port, where one is named
  free_at TIMESTAMP NOT NULL,         -- no request before that
  robots VARCHAR,                     -- text of robots.txt; null: not known
  robots_read TIMESTAMP
);

CREATE TABLE watch_entries (
  source VARCHAR NOT NULL,
  entry VARCHAR NOT NULL,             -- its id in the feed
  state VARCHAR NOT NULL,             -- page | ready | stored | dropped
  link VARCHAR,
  draft VARCHAR,                      -- JSON: what was read of it, until it is stored
  seen TIMESTAMP NOT NULL,
  position INTEGER NOT NULL,          -- in the feed, as it was then
  tries INTEGER NOT NULL,             -- to fetch its page
  next_try TIMESTAMP,
  problem VARCHAR,                    -- why there is no page, or nothing to store
  PRIMARY KEY (source, entry)
);
