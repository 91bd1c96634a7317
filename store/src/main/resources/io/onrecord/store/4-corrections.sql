-- How many a speaker stands for, where the article counts them.
ALTER TABLE speaker ADD COLUMN how_many INTEGER;

-- The same text at another address has the same corrections.
CREATE INDEX article_text_digest ON article (text_digest);

-- What people said of statements: rows are added, never changed.
CREATE TABLE correction (
  key {key},
  id TEXT NOT NULL UNIQUE,
  text_digest TEXT NOT NULL,
  location TEXT NOT NULL,
  title TEXT,
  words TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaker_name TEXT,
  speaker_kind TEXT,
  stance TEXT,
  negated {flag},
  hypothetical {flag},
  takes_back TEXT,
  seen_speaker TEXT,
  seen_stance TEXT,
  seen_negated {flag},
  seen_hypothetical {flag},
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT
){strict};

CREATE INDEX correction_text ON correction (text_digest);

-- Where the statement stood that a correction is about, and where its words should stand.
CREATE TABLE correction_span (
  correction INTEGER NOT NULL REFERENCES correction (key) ON DELETE CASCADE,
  part TEXT NOT NULL,
  number INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (correction, part, number),
  CHECK (part IN ('SOURCE', 'CUE', 'CONTENT', 'NEW_SOURCE', 'NEW_CUE', 'NEW_CONTENT')),
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- Statements that are other than the engine says: derived from records and corrections, made anew when either changes.
CREATE TABLE corrected_statement (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  statement INTEGER,
  id TEXT,
  review TEXT NOT NULL,
  problem TEXT,
  author TEXT,
  made_at TEXT,
  speaker INTEGER,
  speaker_name TEXT,
  unresolved TEXT,
  stance TEXT,
  negated {flag},
  hypothetical {flag},
  form TEXT,
  date TEXT,
  source TEXT,
  cue TEXT,
  content TEXT,
  confidence {real},
  PRIMARY KEY (article, number),
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE
){strict};

CREATE INDEX corrected_statement_id ON corrected_statement (id) WHERE id IS NOT NULL;

-- By which speakers of articles are found that may be one: derived from the speakers.
CREATE TABLE speaker_key (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  hash {big} NOT NULL,
  kind INTEGER NOT NULL,
  PRIMARY KEY (article, speaker, hash),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

CREATE INDEX speaker_key_hash ON speaker_key (hash, kind);

-- What is still to be done: articles whose speakers have no keys yet, and speakers whose identity is to be looked at again.
CREATE TABLE identity_unread (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE
){strict};

CREATE TABLE identity_pending (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  PRIMARY KEY (article, speaker),
  FOREIGN KEY (article, speaker) REFERENCES speaker (article, number) ON DELETE CASCADE
){flat};

-- What one step works on; empty between steps.
CREATE TABLE identity_batch (
  article INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  PRIMARY KEY (article, speaker)
){flat};

INSERT INTO identity_unread (article) SELECT key FROM article;

DROP VIEW statements_readable;

-- One line a statement, for people, with what they put right.
CREATE VIEW statements_readable AS
SELECT
  article.outlet,
  article.published,
  article.title,
  article.address,
  COALESCE(
    identity.name,
    CASE WHEN corrected.article IS NULL THEN statement.speaker_name ELSE corrected.speaker_name END) AS speaker,
  CASE WHEN corrected.article IS NULL THEN statement.unresolved ELSE corrected.unresolved END AS unresolved,
  CASE WHEN COALESCE(corrected.negated, statement.negated) = {true} THEN 'not ' ELSE '' END
    || CASE WHEN COALESCE(corrected.hypothetical, statement.hypothetical) = {true} THEN 'perhaps ' ELSE '' END
    || COALESCE(corrected.stance, statement.stance) AS stance,
  CASE WHEN corrected.article IS NULL THEN statement.source ELSE corrected.source END AS source,
  CASE WHEN corrected.article IS NULL THEN statement.cue ELSE corrected.cue END AS cue,
  COALESCE(corrected.content, statement.content) AS content,
  statement.addressee,
  COALESCE(corrected.form, statement.form) AS form,
  statement.date,
  CASE WHEN outer_corrected.article IS NULL THEN outer_statement.speaker_name ELSE outer_corrected.speaker_name END
    AS reported_by,
  COALESCE(corrected.confidence, statement.confidence) AS confidence,
  statement.furniture,
  COALESCE(corrected.id, statement.id) AS statement_id,
  article.id AS article_id,
  corrected.review,
  corrected.author AS reviewed_by
FROM statement
JOIN article ON article.key = statement.article
LEFT JOIN corrected_statement corrected
  ON corrected.article = statement.article AND corrected.statement = statement.number
LEFT JOIN statement outer_statement
  ON outer_statement.article = statement.article AND outer_statement.number = statement.within
LEFT JOIN corrected_statement outer_corrected
  ON outer_corrected.article = statement.article AND outer_corrected.statement = statement.within
LEFT JOIN identity_member
  ON identity_member.article = statement.article
  AND identity_member.speaker = CASE WHEN corrected.article IS NULL THEN statement.speaker ELSE corrected.speaker END
LEFT JOIN identity ON identity.key = identity_member.identity
WHERE corrected.article IS NULL OR corrected.id IS NOT NULL
UNION ALL
SELECT
  article.outlet,
  article.published,
  article.title,
  article.address,
  COALESCE(identity.name, corrected.speaker_name),
  corrected.unresolved,
  CASE WHEN corrected.negated = {true} THEN 'not ' ELSE '' END
    || CASE WHEN corrected.hypothetical = {true} THEN 'perhaps ' ELSE '' END
    || corrected.stance,
  corrected.source,
  corrected.cue,
  corrected.content,
  NULL,
  corrected.form,
  corrected.date,
  NULL,
  corrected.confidence,
  {false},
  corrected.id,
  article.id,
  corrected.review,
  corrected.author
FROM corrected_statement corrected
JOIN article ON article.key = corrected.article
LEFT JOIN identity_member
  ON identity_member.article = corrected.article AND identity_member.speaker = corrected.speaker
LEFT JOIN identity ON identity.key = identity_member.identity
WHERE corrected.statement IS NULL AND corrected.id IS NOT NULL;
