-- Whether a person looked at a statement: what waits to be looked at, the least certain first.
ALTER TABLE statement ADD COLUMN reviewed {flag} NOT NULL DEFAULT {false};

UPDATE statement SET reviewed = {true} WHERE EXISTS (
  SELECT 1 FROM corrected_statement corrected
  WHERE corrected.article = statement.article AND corrected.statement = statement.number AND corrected.author IS NOT NULL);

CREATE INDEX statement_review ON statement ((confidence * COALESCE(speaker_confidence, 1)), article, number)
  WHERE reviewed = {false} AND furniture = {false};

-- Feeds that are watched, each with what is remembered of it.
CREATE TABLE feed (
  key {key},
  id TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  paused {flag} NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  state TEXT,
  next_at TEXT NOT NULL,
  looked_at TEXT,
  new_at TEXT,
  failures INTEGER NOT NULL,
  problem TEXT,
  holder TEXT,
  held_until TEXT,
  CHECK (minutes > 0 AND failures >= 0)
){strict};

CREATE INDEX feed_next ON feed (next_at) WHERE paused = {false};

-- What came of the entries of feeds: an article, or why there is none.
CREATE TABLE feed_entry (
  key {key},
  feed INTEGER NOT NULL REFERENCES feed (key) ON DELETE CASCADE,
  address TEXT NOT NULL,
  article INTEGER REFERENCES article (key) ON DELETE CASCADE,
  problem TEXT,
  came_at TEXT NOT NULL,
  UNIQUE (feed, article),
  CHECK ((article IS NULL) = (problem IS NOT NULL))
){strict};

CREATE INDEX feed_entry_feed ON feed_entry (feed, key);
CREATE INDEX feed_entry_article ON feed_entry (article) WHERE article IS NOT NULL;

-- The articles in the order they came.
CREATE INDEX article_kept ON article (kept_at, key);

-- When visitors were last there, and which article was the newest then.
CREATE TABLE visit (
  visitor TEXT NOT NULL PRIMARY KEY,
  seen_at TEXT NOT NULL,
  seen_kept TEXT NOT NULL,
  seen_article INTEGER NOT NULL,
  since_at TEXT,
  since_kept TEXT NOT NULL,
  since_article INTEGER NOT NULL
){flat};
