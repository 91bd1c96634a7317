-- What said who is the same over articles; where it is another, all is made anew.
CREATE TABLE identity_maker (
  name TEXT NOT NULL PRIMARY KEY
){flat};
