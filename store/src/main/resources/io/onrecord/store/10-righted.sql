-- Claims and disputes with the speakers and stances that people gave the statements; their words stay the engine's.
DROP VIEW claims_readable;

DROP VIEW disputes_readable;

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
  CASE WHEN corrected.id IS NULL THEN statement.speaker_name ELSE corrected.speaker_name END AS speaker,
  proposition.standing,
  CASE WHEN corrected.id IS NULL THEN statement.stance ELSE corrected.stance END AS stance,
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
LEFT JOIN corrected_statement corrected
  ON corrected.article = statement.article AND corrected.statement = statement.number
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
  CASE WHEN corrected.id IS NULL THEN statement.speaker_name ELSE corrected.speaker_name END AS speaker,
  statement.source,
  statement.cue,
  statement.content,
  article.outlet,
  article.published,
  article.address,
  to_statement.content AS disputed,
  CASE WHEN to_corrected.id IS NULL THEN to_statement.speaker_name ELSE to_corrected.speaker_name END
    AS disputed_speaker,
  statement.id AS statement_id,
  to_statement.id AS disputed_statement_id
FROM claim_dispute
JOIN claim ON claim.key = claim_dispute.claim
JOIN proposition wording ON wording.claim = claim.key AND wording.number = claim.wording
JOIN statement wording_statement
  ON wording_statement.article = wording.article AND wording_statement.number = wording.statement
JOIN statement ON statement.article = claim_dispute.article AND statement.number = claim_dispute.statement
LEFT JOIN corrected_statement corrected
  ON corrected.article = statement.article AND corrected.statement = statement.number
JOIN article ON article.key = claim_dispute.article
JOIN statement to_statement
  ON to_statement.article = claim_dispute.to_article AND to_statement.number = claim_dispute.to_statement
LEFT JOIN corrected_statement to_corrected
  ON to_corrected.article = to_statement.article AND to_corrected.statement = to_statement.number;
