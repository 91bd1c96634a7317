-- What was decided is taken back by an entry beside it; nothing is deleted.
ALTER TABLE identity_decision ADD COLUMN taken_back_by TEXT;
ALTER TABLE identity_decision ADD COLUMN taken_back_at TEXT;
ALTER TABLE claim_decision ADD COLUMN taken_back_by TEXT;
ALTER TABLE claim_decision ADD COLUMN taken_back_at TEXT;

-- What lists of people go by. It is written with identities, which are made anew.
ALTER TABLE identity ADD COLUMN sorting TEXT{binary} NOT NULL DEFAULT '';
ALTER TABLE identity ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
ALTER TABLE identity_member ADD COLUMN day TEXT{binary} NOT NULL DEFAULT '';
ALTER TABLE identity_member ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;

DROP INDEX identity_member_identity;

CREATE INDEX identity_member_time ON identity_member (identity, day, article, speaker, statements);
CREATE INDEX identity_weight ON identity (statements, id);
CREATE INDEX identity_kind_weight ON identity (kind, statements, id);
CREATE INDEX identity_sorting ON identity (sorting, id);
CREATE INDEX identity_kind_sorting ON identity (kind, sorting, id);

CREATE INDEX statement_speaker ON statement (article, speaker);

-- By which lists over articles go back in time.
CREATE INDEX article_day ON article ((COALESCE(published_last_day, '')){binary}, key);

DELETE FROM identity;

INSERT INTO identity_unread (article) SELECT key FROM article WHERE true ON CONFLICT DO NOTHING;
