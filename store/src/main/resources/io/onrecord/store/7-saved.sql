-- A search that somebody wants to see again.
CREATE TABLE saved_search (
  key {key},
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  author TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  followed {big} NOT NULL
){strict};

-- What it found of articles that were kept since.
CREATE TABLE saved_hit (
  key {key},
  search INTEGER NOT NULL REFERENCES saved_search (key) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  statement TEXT NOT NULL,
  found_at TEXT NOT NULL,
  seen {flag} NOT NULL,
  sent {flag} NOT NULL,
  UNIQUE (search, statement)
){strict};

CREATE INDEX saved_hit_article ON saved_hit (article);

-- Whom to tell of it.
CREATE TABLE saved_hook (
  search INTEGER NOT NULL PRIMARY KEY REFERENCES saved_search (key) ON DELETE CASCADE,
  address TEXT NOT NULL,
  secret TEXT NOT NULL,
  failures INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  disabled TEXT
){strict};

-- How that went.
CREATE TABLE saved_delivery (
  key {key},
  search INTEGER NOT NULL REFERENCES saved_search (key) ON DELETE CASCADE,
  sent_at TEXT NOT NULL,
  statements INTEGER NOT NULL,
  status INTEGER,
  problem TEXT
){strict};

CREATE INDEX saved_delivery_search ON saved_delivery (search, key);
