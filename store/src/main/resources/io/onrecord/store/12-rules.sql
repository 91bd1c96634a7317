-- By which rules it was said who is the same over articles; where they are older than those of a program, all is looked at again.
CREATE TABLE identity_rules (
  number INTEGER NOT NULL PRIMARY KEY
){strict};
