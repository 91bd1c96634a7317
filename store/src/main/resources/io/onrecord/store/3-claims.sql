-- What finds the copies of an article: the signature of its text.
CREATE TABLE signature (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  place {big} NOT NULL,
  bytes {bytes} NOT NULL
){strict};

CREATE TABLE signature_key (
  article INTEGER NOT NULL REFERENCES signature (article) ON DELETE CASCADE,
  hash {big} NOT NULL,
  place {big} NOT NULL,
  PRIMARY KEY (article, hash)
){flat};

CREATE INDEX signature_key_hash ON signature_key (hash, place, article);

-- Two articles of which one is a copy of the other.
CREATE TABLE copy_link (
  first INTEGER NOT NULL REFERENCES signature (article) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES signature (article) ON DELETE CASCADE,
  PRIMARY KEY (first, second),
  CHECK (first < second)
){flat};

CREATE INDEX copy_link_second ON copy_link (second);

-- Which article a copy goes back to.
CREATE TABLE origin (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  origin INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  score {real} NOT NULL,
  CHECK (article <> origin)
){strict};

CREATE INDEX origin_origin ON origin (origin);

-- What is still to be done: articles without signature or with another date, and those whose copies are to be grouped anew.
CREATE TABLE origin_pending (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE
){strict};

CREATE TABLE origin_touched (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE
){strict};

INSERT INTO origin_pending (article) SELECT key FROM article;

-- The same proposition, as one or more statements put it.
CREATE TABLE claim (
  key {key},
  id TEXT NOT NULL,
  wording INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  disputes INTEGER NOT NULL
){strict};

-- The beginning is enough to find one, and takes a third of the room.
CREATE INDEX claim_id ON claim (substr(id, 1, 8));
CREATE INDEX claim_weight ON claim (disputes, origins, outlets, statements) WHERE disputes > 0 OR statements > 1;

-- What a statement puts; most put one.
CREATE TABLE proposition (
  key {key},
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  part INTEGER NOT NULL,
  claim INTEGER REFERENCES claim (key) ON DELETE SET NULL,
  number INTEGER,
  standing TEXT NOT NULL,
  text TEXT,
  form {bytes} NOT NULL,
  UNIQUE (article, statement, part),
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE
){strict};

CREATE INDEX proposition_claim ON proposition (claim, number) WHERE claim IS NOT NULL;

CREATE TABLE proposition_key (
  proposition INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  hash {big} NOT NULL,
  place {big} NOT NULL,
  PRIMARY KEY (proposition, hash)
){flat};

CREATE INDEX proposition_key_hash ON proposition_key (hash, place, proposition);

-- Articles of one story: what all of its propositions have in common.
CREATE TABLE story_key (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  hash {big} NOT NULL,
  place {big} NOT NULL,
  PRIMARY KEY (article, hash)
){flat};

CREATE INDEX story_key_hash ON story_key (hash, place, article);

-- What a statement does, by its words, to what another article states.
CREATE TABLE claim_reference (
  article INTEGER NOT NULL,
  number INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (article, number),
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE
){flat};

CREATE INDEX claim_reference_statement ON claim_reference (article, statement);

CREATE TABLE claim_reference_evidence (
  article INTEGER NOT NULL,
  reference INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (article, reference, number),
  FOREIGN KEY (article, reference) REFERENCES claim_reference (article, number) ON DELETE CASCADE,
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- What two propositions are to one another, and the words that show it.
CREATE TABLE claim_link (
  first INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  score {real} NOT NULL,
  PRIMARY KEY (first, second),
  CHECK (first < second)
){flat};

CREATE INDEX claim_link_second ON claim_link (second);

CREATE TABLE claim_link_word (
  first INTEGER NOT NULL,
  second INTEGER NOT NULL,
  proposition INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (first, second, proposition, number),
  FOREIGN KEY (first, second) REFERENCES claim_link (first, second) ON DELETE CASCADE,
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- What a statement does to a claim.
CREATE TABLE claim_dispute (
  key {key},
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  to_article INTEGER NOT NULL,
  to_statement INTEGER NOT NULL,
  kind TEXT NOT NULL,
  confidence {real} NOT NULL,
  via TEXT NOT NULL,
  FOREIGN KEY (article, statement) REFERENCES statement (article, number) ON DELETE CASCADE,
  FOREIGN KEY (to_article, to_statement) REFERENCES statement (article, number) ON DELETE CASCADE
){strict};

CREATE INDEX claim_dispute_claim ON claim_dispute (claim);
CREATE INDEX claim_dispute_statement ON claim_dispute (article, statement);
CREATE INDEX claim_dispute_to ON claim_dispute (to_article, to_statement);

CREATE TABLE claim_dispute_evidence (
  dispute INTEGER NOT NULL REFERENCES claim_dispute (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  location TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (dispute, number),
  CHECK (0 <= start_at AND start_at < end_at)
){flat};

-- What users decided about claims; it refers to propositions by the ids of their statements, which stay.
CREATE TABLE claim_decision (
  key {key},
  kind TEXT NOT NULL,
  first_article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  first_proposition TEXT NOT NULL,
  second_article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  second_proposition TEXT NOT NULL,
  author TEXT NOT NULL,
  decided_at TEXT NOT NULL
){strict};

CREATE INDEX claim_decision_first ON claim_decision (first_article);
CREATE INDEX claim_decision_second ON claim_decision (second_article);

-- What compared propositions; where it is another, all is made anew.
CREATE TABLE claim_maker (
  name TEXT NOT NULL PRIMARY KEY
){flat};

-- What is still to be done for claims: articles (asked counts how often, stage says how far they are), pairs of
-- propositions and of articles that came near since something between them went, and propositions whose claims are to be made anew.
CREATE TABLE claim_pending (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  asked INTEGER NOT NULL,
  stage INTEGER NOT NULL
){strict};

CREATE INDEX claim_pending_stage ON claim_pending (stage);

CREATE TABLE claim_pair (
  first INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  PRIMARY KEY (first, second)
){flat};

CREATE INDEX claim_pair_second ON claim_pair (second);

CREATE TABLE story_pair (
  first INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  PRIMARY KEY (first, second)
){flat};

CREATE INDEX story_pair_second ON story_pair (second);

CREATE TABLE claim_touched (
  proposition INTEGER NOT NULL PRIMARY KEY REFERENCES proposition (key) ON DELETE CASCADE
){strict};

INSERT INTO claim_pending (article, asked, stage) SELECT key, 0, 0 FROM article;

-- One line a statement in a claim, for people.
CREATE VIEW claims_readable AS
SELECT
  claim.id AS claim_id,
  CASE WHEN wording.part = 0 THEN wording_statement.content
    ELSE COALESCE(wording.text, wording_statement.content) END AS claim,
  claim.statements,
  claim.outlets,
  claim.origins,
  claim.disputes,
  article.published,
  article.outlet,
  COALESCE(first_article.outlet, '') AS copied_from,
  statement.speaker_name AS speaker,
  proposition.standing,
  statement.stance,
  statement.content,
  article.address,
  statement.id AS statement_id,
  article.id AS article_id
FROM claim
JOIN proposition wording ON wording.claim = claim.key AND wording.number = claim.wording
JOIN statement wording_statement
  ON wording_statement.article = wording.article AND wording_statement.number = wording.statement
JOIN proposition ON proposition.claim = claim.key
JOIN statement ON statement.article = proposition.article AND statement.number = proposition.statement
JOIN article ON article.key = proposition.article
LEFT JOIN origin ON origin.article = article.key
LEFT JOIN article first_article ON first_article.key = origin.origin;

-- One line an edge from a statement to a claim, for people.
CREATE VIEW disputes_readable AS
SELECT
  claim.id AS claim_id,
  CASE WHEN wording.part = 0 THEN wording_statement.content
    ELSE COALESCE(wording.text, wording_statement.content) END AS claim,
  claim_dispute.kind,
  claim_dispute.confidence,
  claim_dispute.via,
  statement.speaker_name AS speaker,
  statement.source,
  statement.cue,
  statement.content,
  article.outlet,
  article.published,
  article.address,
  to_statement.content AS disputed,
  to_statement.speaker_name AS disputed_speaker,
  statement.id AS statement_id,
  to_statement.id AS disputed_statement_id
FROM claim_dispute
JOIN claim ON claim.key = claim_dispute.claim
JOIN proposition wording ON wording.claim = claim.key AND wording.number = claim.wording
JOIN statement wording_statement
  ON wording_statement.article = wording.article AND wording_statement.number = wording.statement
JOIN statement ON statement.article = claim_dispute.article AND statement.number = claim_dispute.statement
JOIN article ON article.key = claim_dispute.article
JOIN statement to_statement
  ON to_statement.article = claim_dispute.to_article AND to_statement.number = claim_dispute.to_statement;

-- One line a copy, for people.
CREATE VIEW copies_readable AS
SELECT
  article.outlet,
  article.published,
  article.title,
  origin.kind,
  origin.score,
  first_article.outlet AS copied_from,
  first_article.published AS copied_published,
  article.address,
  first_article.address AS copied_address,
  article.id AS article_id,
  first_article.id AS origin_id
FROM origin
JOIN article ON article.key = origin.article
JOIN article first_article ON first_article.key = origin.origin;
