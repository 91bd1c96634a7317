package io.onrecord.store;

import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimView;
import io.onrecord.model.Dispute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The edges between statements and claims, within articles and over them, the latest first. Safe to share between threads. */
public final class StoredDisputes {

    private static final String LATER = "9999-12-31";
    private static final int COUNTERPARTS = 20;

    private static final String OF_STATEMENT = "SELECT " + ClaimSelect.STATEMENT + " FROM statement"
            + ClaimSelect.ARTICLE + " WHERE statement.article = ? AND statement.number = ?";

    /** Kinds of edges that say that a claim is not so, as a list of SQL. */
    static final String AGAINST = Stream.of(Dispute.Kind.values())
            .filter(Dispute.Kind::isAgainst)
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String WEAKENING = "claim_dispute.kind IN " + AGAINST;

    private final Database database;

    StoredDisputes(Database database) {
        this.database = database;
    }

    /** Edges, as many as were asked for and one more where there are more. */
    public List<DisputedEdge> list(DisputeQuery query) {
        return database.read(session -> {
            List<DisputedEdge> edges = new ArrayList<>();
            Texts texts = new Texts(session);
            for (DisputedEdge.Place place : places(session, query)) {
                edges.add(edge(session, texts, place));
            }
            return edges;
        });
    }

    private List<DisputedEdge.Place> places(Session session, DisputeQuery query) {
        String day =
                "COALESCE(article.published_last_day, '')" + database.dialect().byCharacters();
        StringBuilder where = new StringBuilder(" WHERE claim_dispute.article = article.key AND " + day + " <= ?");
        List<Object> values = new ArrayList<>();
        values.add(query.after().map(DisputedEdge.Place::day).orElse(LATER));
        query.after().ifPresent(after -> {
            where.append(" AND (" + day + " < ? OR article.key < ? OR article.key = ? AND claim_dispute.key < ?)");
            Collections.addAll(values, after.day(), after.article(), after.article(), after.edge());
        });
        if (!query.since().equals(LocalDate.MIN)) {
            where.append(" AND " + day + " >= ?");
            values.add(query.since().toString());
        }
        if (!query.until().equals(LocalDate.MAX)) {
            where.append(" AND " + day + " <> '' AND article.published_first_day"
                    + database.dialect().byCharacters() + " <= ?");
            values.add(query.until().toString());
        }
        if (!query.kinds().isEmpty()) {
            where.append(" AND claim_dispute.kind IN ("
                    + String.join(", ", Collections.nCopies(query.kinds().size(), "?")) + ")");
            query.kinds().stream().sorted().forEach(kind -> values.add(kind.name()));
        }
        query.outlet().ifPresent(outlet -> {
            where.append(" AND " + Dialect.same("article.outlet"));
            values.add(outlet);
        });
        query.speaker().ifPresent(id -> speaker(where, values, id, query.end()));
        // From articles to edges where all are asked for, so that the order is that of an index.
        String from = query.speaker().isPresent()
                ? " FROM claim_dispute JOIN article ON article.key = claim_dispute.article"
                : " FROM article CROSS JOIN claim_dispute";
        return session.list(
                "SELECT " + day + " AS day, article.key AS article, claim_dispute.key AS edge" + from + where
                        + " ORDER BY " + day + " DESC, article.key DESC, claim_dispute.key DESC LIMIT "
                        + (query.limit() + 1),
                row -> new DisputedEdge.Place(row.string("day"), row.integer("article"), row.integer("edge")),
                values.toArray());
    }

    private static void speaker(StringBuilder where, List<Object> values, String id, DisputeQuery.End end) {
        List<String> ends = new ArrayList<>();
        if (end != DisputeQuery.End.TO) {
            ends.add(edges("article", "statement"));
            values.add(id);
            values.add(id);
        }
        if (end != DisputeQuery.End.FROM) {
            ends.add(edges("to_article", "to_statement"));
            values.add(id);
            values.add(id);
        }
        where.append(" AND claim_dispute.key IN (SELECT own.key" + String.join(" UNION SELECT own.key", ends) + ")");
    }

    /** From an identity to the edges at one end of which it stands; its id is bound twice. */
    private static String edges(String article, String statement) {
        return " FROM " + PutRight.OF_IDENTITY + " spoken JOIN claim_dispute own ON own." + article
                + " = spoken.article AND own." + statement + " = spoken.number";
    }

    private static DisputedEdge edge(Session session, Texts texts, DisputedEdge.Place place) {
        record Ends(
                String claimId,
                String claim,
                Dispute.Kind kind,
                double confidence,
                ClaimDispute.Via via,
                int article,
                int statement,
                int toArticle,
                int toStatement) {}
        Ends ends = session.first(
                        ClaimSelect.SUMMARY.replace(
                                        " FROM claim",
                                        ", claim_dispute.kind AS kind, claim_dispute.confidence AS confidence,"
                                                + " claim_dispute.via AS via, claim_dispute.article AS article,"
                                                + " claim_dispute.statement AS statement,"
                                                + " claim_dispute.to_article AS to_article,"
                                                + " claim_dispute.to_statement AS to_statement FROM claim")
                                + " JOIN claim_dispute ON claim_dispute.claim = claim.key WHERE claim_dispute.key = ?",
                        row -> new Ends(
                                row.string("id"),
                                row.string("wording"),
                                Dispute.Kind.valueOf(row.string("kind")),
                                row.real("confidence"),
                                ClaimDispute.Via.valueOf(row.string("via")),
                                row.integer("article"),
                                row.integer("statement"),
                                row.integer("to_article"),
                                row.integer("to_statement")),
                        place.edge())
                .orElseThrow();
        ClaimView.Statement from = statement(session, ends.article, ends.statement);
        ClaimView.Statement to = statement(session, ends.toArticle, ends.toStatement);
        return new DisputedEdge(
                ends.claimId,
                ends.claim,
                ends.kind,
                ends.confidence,
                ends.via,
                texts.evidence("claim_dispute_evidence", place.edge(), from.articleId()).stream()
                        .map(ClaimView.Evidence::words)
                        .toList(),
                from,
                StoredPeople.known(session, from.statementId()),
                to,
                StoredPeople.known(session, to.statementId()),
                place);
    }

    private static ClaimView.Statement statement(Session session, int article, int number) {
        return session.first(OF_STATEMENT, ClaimSelect::statement, article, number)
                .orElseThrow();
    }

    /**
     * Whom an identity disputes, or who disputes it: how often each, the most frequent first; statements of nobody known are left out.
     *
     * @param end at which the identity stands
     */
    public List<Counted> counterparts(String identity, DisputeQuery.End end) {
        boolean from = end == DisputeQuery.End.FROM;
        String there =
                from ? "to_article = other.article AND own.to_statement" : "article = other.article AND own.statement";
        return database.read(session -> session.list(
                "SELECT who.id AS id, who.name AS name, count(DISTINCT own.key) AS count"
                        + (from ? edges("article", "statement") : edges("to_article", "to_statement"))
                        + " JOIN statement other ON own." + there + " = other.number"
                        + PutRight.beside("other", "righted")
                        + " JOIN identity_member theirs ON theirs.article = other.article AND theirs.speaker = "
                        + PutRight.column("speaker", "other", "righted")
                        + " JOIN identity who ON who.key = theirs.identity WHERE "
                        + WEAKENING.replace("claim_dispute", "own")
                        + " GROUP BY who.id, who.name ORDER BY count DESC, who.id LIMIT " + COUNTERPARTS,
                row -> new Counted(row.string("id"), row.string("name"), row.integer("count")),
                identity,
                identity));
    }
}
