-- Tells this store from every other: what is derived from it elsewhere names it.
CREATE TABLE store (
  id TEXT NOT NULL PRIMARY KEY
){flat};

INSERT INTO store (id) VALUES ({random});

-- Which articles changed, one row each with its last change, those that are gone too: what is derived elsewhere follows it.
CREATE TABLE change (
  article INTEGER NOT NULL PRIMARY KEY,
  number {big} NOT NULL
){strict};

CREATE INDEX change_number ON change (number);

INSERT INTO change (article, number) SELECT key, 1 FROM article;

-- Networks that made vectors.
CREATE TABLE vector_model (
  key {key},
  name TEXT NOT NULL UNIQUE
){strict};

-- What a statement means, one byte a number.
CREATE TABLE vector (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  model INTEGER NOT NULL REFERENCES vector_model (key),
  bytes {bytes} NOT NULL,
  PRIMARY KEY (article, statement),
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE
){flat};

-- Articles whose statements have no vectors yet.
CREATE TABLE vector_pending (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE
){strict};

INSERT INTO vector_pending (article) SELECT key FROM article WHERE statements > 0;

-- The words of names, folded, by which identities are found. Identities are made anew, with theirs.
CREATE TABLE identity_word (
  word TEXT NOT NULL,
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  PRIMARY KEY (word, identity)
){flat};

CREATE INDEX identity_word_identity ON identity_word (identity);

DELETE FROM identity;
