-- Who may use a shared desk. Of tokens only digests are kept, and how each begins.
CREATE TABLE desk_user (
  key {key},
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  prefix TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL,
  used_at TEXT
){strict};

CREATE INDEX desk_user_prefix ON desk_user (prefix);

-- Links that let anybody read who has one.
CREATE TABLE desk_link (
  key {key},
  prefix TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL UNIQUE,
  opens TEXT,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
){strict};

-- Browsers that are signed in, by the digests of what their cookies hold.
CREATE TABLE desk_session (
  digest TEXT NOT NULL PRIMARY KEY,
  desk_user INTEGER REFERENCES desk_user (key) ON DELETE CASCADE,
  desk_link INTEGER REFERENCES desk_link (key) ON DELETE CASCADE,
  began_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  CHECK ((desk_user IS NULL) <> (desk_link IS NULL))
){flat};

CREATE INDEX desk_session_user ON desk_session (desk_user);
CREATE INDEX desk_session_link ON desk_session (desk_link);
