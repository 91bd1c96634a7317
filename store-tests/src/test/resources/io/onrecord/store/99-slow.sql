-- A later shape that takes its time, for tests that end the process meanwhile.
CREATE TABLE later (
  number INTEGER PRIMARY KEY,
  words TEXT NOT NULL
);

ALTER TABLE article ADD COLUMN mood TEXT;

INSERT INTO later
WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3000000)
SELECT n, 'row ' || n FROM counted;

UPDATE article SET mood = 'calm';
