package io.onrecord.store;

import io.onrecord.claims.ClaimDisputes.Reference;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What statements do, by their words, to what other articles state, as rows. */
final class References {

    private References() {}

    static void put(Session session, int article, List<Reference> references) {
        session.update("DELETE FROM claim_reference WHERE article = ?", article);
        Optional<String> id = session.first("SELECT id FROM article WHERE key = ?", row -> row.string("id"), article);
        Texts texts = new Texts(session);
        Rows rows = new Rows("claim_reference", "article, number, statement, kind");
        Rows evidence = new Rows("claim_reference_evidence", "article, reference, number, start_at, end_at");
        int number = 0;
        for (Reference reference : references) {
            Optional<Integer> statement = session.first(
                    "SELECT number FROM statement WHERE id = ?", row -> row.integer("number"), reference.from());
            if (statement.isPresent() && id.isPresent()) {
                rows.add(article, number, statement.get(), reference.kind().name());
                int at = 0;
                for (int[] range : texts.stored(id.get(), Location.TEXT, reference.evidence())) {
                    evidence.add(article, number, at++, range[0], range[1]);
                }
                number++;
            }
        }
        rows.write(session);
        evidence.write(session);
    }

    /** Those of the statements of a claim. */
    static List<Reference> ofClaim(Session session, Texts texts, int claim) {
        record Row(int article, int number, Dispute.Kind kind, String statementId, String articleId) {}
        List<Reference> references = new ArrayList<>();
        for (Row row : session.list(
                "SELECT DISTINCT claim_reference.article AS article, claim_reference.number AS number,"
                        + " claim_reference.kind AS kind, statement.id AS statement_id, article.id AS article_id"
                        + " FROM proposition JOIN claim_reference ON claim_reference.article = proposition.article"
                        + " AND claim_reference.statement = proposition.statement"
                        + " JOIN statement ON statement.article = proposition.article"
                        + " AND statement.number = proposition.statement"
                        + " JOIN article ON article.key = proposition.article WHERE proposition.claim = ?"
                        + " ORDER BY statement.id, claim_reference.number",
                found -> new Row(
                        found.integer("article"),
                        found.integer("number"),
                        Dispute.Kind.valueOf(found.string("kind")),
                        found.string("statement_id"),
                        found.string("article_id")),
                claim)) {
            List<Span> evidence = session
                    .list(
                            "SELECT start_at, end_at FROM claim_reference_evidence WHERE article = ? AND reference = ?"
                                    + " ORDER BY number",
                            found -> new int[] {found.integer("start_at"), found.integer("end_at")},
                            row.article,
                            row.number)
                    .stream()
                    .map(range -> texts.loaded(row.articleId, Location.TEXT, range[0], range[1]))
                    .toList();
            references.add(new Reference(row.statementId, row.kind, evidence));
        }
        return references;
    }
}
