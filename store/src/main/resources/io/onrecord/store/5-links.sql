-- Links are fewer and lighter: of each proposition only the strongest are kept, and what differs is told by the propositions
-- themselves; names of a story stand once an article. All claims are made anew by the next update.
DELETE FROM claim;

DELETE FROM proposition;

DELETE FROM claim_maker;

DROP TABLE claim_link_word;

DROP TABLE claim_link;

-- What two propositions are to one another: the same, or below 0 contrary.
CREATE TABLE claim_link (
  first INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES proposition (key) ON DELETE CASCADE,
  score INTEGER NOT NULL,
  PRIMARY KEY (first, second),
  CHECK (first < second AND score BETWEEN -1000 AND 1000)
){flat};

CREATE INDEX claim_link_second ON claim_link (second);

-- Propositions that lost one of their strongest links: what comes after it is to be found again.
CREATE TABLE claim_short (
  proposition INTEGER NOT NULL PRIMARY KEY REFERENCES proposition (key) ON DELETE CASCADE
){strict};

-- What an article is about: the names that it speaks of most.
CREATE TABLE story (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  names TEXT NOT NULL
){strict};
