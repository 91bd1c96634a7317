-- What stands in {braces} differs between SQLite and PostgreSQL; Migrations fills it in.

-- What made records: Onrecord, a network, options.
CREATE TABLE producer (
  key {key},
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  options TEXT NOT NULL,
  UNIQUE (version, model, options)
){strict};

-- One version of an article: one address with one text.
CREATE TABLE article (
  key {key},
  id TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  newer_than INTEGER REFERENCES article (key) ON DELETE SET NULL,
  producer INTEGER NOT NULL REFERENCES producer (key),
  kept_at TEXT NOT NULL,
  read_at TEXT NOT NULL,
  outlet TEXT,
  outlet_from TEXT,
  title TEXT,
  title_from TEXT,
  authors_from TEXT,
  published TEXT,
  published_from TEXT,
  published_first_day TEXT,
  published_last_day TEXT,
  language TEXT,
  language_from TEXT,
  agency TEXT,
  agency_from TEXT,
  capture_time TEXT,
  capture_address TEXT,
  capture_warc_record TEXT,
  capture_digest TEXT,
  capture_truncated TEXT,
  speakers INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  disputes INTEGER NOT NULL,
  length INTEGER NOT NULL,
  text_digest TEXT NOT NULL,
  text TEXT NOT NULL
){strict};

-- The beginning is enough to find an address, and PostgreSQL indexes nothing long.
CREATE INDEX article_address ON article (substr(address, 1, 200));
CREATE INDEX article_newer_than ON article (newer_than) WHERE newer_than IS NOT NULL;

CREATE TABLE author (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article, number)
){flat};

CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (article, number),
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- Somebody who speaks in one article.
CREATE TABLE speaker (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (article, number)
){flat};

CREATE TABLE speaker_role (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  belongs_to TEXT,
  PRIMARY KEY (article, speaker, number),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

CREATE TABLE speaker_description (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  number INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (article, speaker, number),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

CREATE TABLE speaker_alias (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article, speaker, number),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

CREATE TABLE speaker_external (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  base TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (article, speaker, base),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

-- What refers to rows of the same record is held at the end of the transaction: a record comes and goes as a whole.
CREATE TABLE statement (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  location TEXT NOT NULL,
  form TEXT NOT NULL,
  stance TEXT,
  negated {flag},
  hypothetical {flag},
  furniture {flag} NOT NULL,
  speaker INTEGER,
  speaker_name TEXT,
  via TEXT,
  speaker_confidence {real},
  why TEXT,
  unresolved TEXT,
  within INTEGER,
  date TEXT,
  date_precision TEXT,
  date_basis TEXT,
  date_words TEXT,
  confidence {real} NOT NULL,
  source_confidence {real},
  cue_confidence {real},
  content_confidence {real} NOT NULL,
  source TEXT,
  cue TEXT,
  content TEXT NOT NULL,
  addressee TEXT,
  PRIMARY KEY (article, number),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (article, within) REFERENCES statement (article, number) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((speaker IS NULL) = (unresolved IS NOT NULL)),
  CHECK ((stance IS NULL) = (negated IS NULL) AND (stance IS NULL) = (hypothetical IS NULL))
){strict};

CREATE TABLE statement_about (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  number INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  PRIMARY KEY (article, statement, number),
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE,
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) DEFERRABLE INITIALLY DEFERRED
){flat};

-- Where the words of a statement stand.
CREATE TABLE span (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  part TEXT NOT NULL,
  number INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (article, statement, part, number),
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE,
  CHECK (part IN ('SOURCE', 'CUE', 'CONTENT', 'ADDRESSEE')),
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- What one statement of an article does to another of the same.
CREATE TABLE dispute (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  from_statement INTEGER NOT NULL,
  to_statement INTEGER NOT NULL,
  kind TEXT NOT NULL,
  confidence {real} NOT NULL,
  PRIMARY KEY (article, number),
  FOREIGN KEY (article, from_statement) REFERENCES statement (article, number) ON DELETE CASCADE,
  FOREIGN KEY (article, to_statement) REFERENCES statement (article, number) ON DELETE CASCADE
){flat};

CREATE TABLE dispute_evidence (
  article INTEGER NOT NULL,
  dispute INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (article, dispute, number),
  FOREIGN KEY (article, dispute) REFERENCES dispute (article, number) ON DELETE CASCADE,
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- Who is the same over articles: derived from the speakers and the decisions, never typed in.
CREATE TABLE identity (
  key {key},
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL
){strict};

CREATE TABLE identity_alias (
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (identity, number)
){flat};

CREATE TABLE identity_external (
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  base TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (identity, base)
){flat};

CREATE TABLE identity_member (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  PRIMARY KEY (article, speaker),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

CREATE INDEX identity_member_identity ON identity_member (identity);

-- What users decided about who is the same.
CREATE TABLE identity_decision (
  key {key},
  kind TEXT NOT NULL,
  first_article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  first_name TEXT NOT NULL,
  second_article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  second_name TEXT NOT NULL,
  author TEXT NOT NULL,
  decided_at TEXT NOT NULL
){strict};

CREATE INDEX identity_decision_first ON identity_decision (first_article);
CREATE INDEX identity_decision_second ON identity_decision (second_article);

-- One line a statement, for people.
CREATE VIEW statements_readable AS
SELECT
  article.outlet,
  article.published,
  article.title,
  article.address,
  COALESCE(identity.name, statement.speaker_name) AS speaker,
  statement.unresolved,
  CASE WHEN statement.negated = {true} THEN 'not ' ELSE '' END
    || CASE WHEN statement.hypothetical = {true} THEN 'perhaps ' ELSE '' END
    || statement.stance AS stance,
  statement.source,
  statement.cue,
  statement.content,
  statement.addressee,
  statement.form,
  statement.date,
  outer_statement.speaker_name AS reported_by,
  statement.confidence,
  statement.furniture,
  statement.id AS statement_id,
  article.id AS article_id
FROM statement
JOIN article ON article.key = statement.article
LEFT JOIN statement outer_statement
  ON outer_statement.article = statement.article AND outer_statement.number = statement.within
LEFT JOIN identity_member
  ON identity_member.article = statement.article AND identity_member.speaker = statement.speaker
LEFT JOIN identity ON identity.key = identity_member.identity;

-- One line a version of an article, for people.
CREATE VIEW articles_readable AS
SELECT
  article.outlet,
  article.published,
  article.title,
  article.address,
  article.statements,
  article.kept_at,
  article.read_at,
  older.id AS newer_than,
  producer.version,
  producer.model,
  producer.options,
  article.id AS article_id
FROM article
JOIN producer ON producer.key = article.producer
LEFT JOIN article older ON older.key = article.newer_than;

