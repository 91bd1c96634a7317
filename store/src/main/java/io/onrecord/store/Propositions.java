package io.onrecord.store;

import io.onrecord.claims.Place;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Standing;
import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Published;
import io.onrecord.store.KeyTable.Two;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The propositions of statements, with their keys, as rows. Within one transaction; what it reads it reads once. */
final class Propositions {

    private static final String SELECT = "SELECT proposition.key AS key, statement.id AS statement_id,"
            + " proposition.part AS part, article.id AS article_id, article.published AS published,"
            + " article.outlet AS outlet, proposition.standing AS standing,"
            + " COALESCE(proposition.text, statement.content) AS text, proposition.form AS form,"
            + " vector.bytes AS vector FROM proposition JOIN statement ON statement.article = proposition.article"
            + " AND statement.number = proposition.statement JOIN article ON article.key = proposition.article"
            + " LEFT JOIN vector ON vector.article = proposition.article"
            + " AND vector.statement = proposition.statement AND proposition.part = 0";

    private final Session session;
    private final Map<Integer, Proposition> known = new HashMap<>();

    Propositions(Session session) {
        this.session = session;
    }

    /** A proposition with the number of its row. */
    record Kept(int key, Proposition proposition) {}

    /** Number and words of a statement. */
    private record There(int number, String content) {}

    /**
     * Puts the propositions of an article; those of statements that it has not are passed over.
     *
     * @return links of others that are moved apart
     */
    Set<Two> put(int article, List<Proposition> propositions) {
        Map<String, There> statements = new HashMap<>();
        session.list(
                        "SELECT id, number, content FROM statement WHERE article = ?",
                        row -> Map.entry(row.string("id"), new There(row.integer("number"), row.string("content"))),
                        article)
                .forEach(entry -> statements.put(entry.getKey(), entry.getValue()));
        Set<Two> apart = new LinkedHashSet<>(Nearness.addStory(session, article, propositions));
        for (Proposition proposition : propositions) {
            There there = statements.get(proposition.statementId());
            if (there != null) {
                apart.addAll(put(article, there, proposition));
            }
        }
        return apart;
    }

    private Set<Two> put(int article, There there, Proposition proposition) {
        Optional<String> text =
                proposition.text().equals(there.content) ? Optional.empty() : Optional.of(proposition.text());
        int key = session.first(
                        "INSERT INTO proposition (article, statement, part, standing, text, form)"
                                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING key",
                        row -> row.integer("key"),
                        article,
                        there.number,
                        proposition.part(),
                        proposition.standing().name(),
                        text,
                        PropositionForm.of(proposition))
                .orElseThrow();
        return Nearness.add(session, key, proposition);
    }

    /** @throws java.util.NoSuchElementException if it is gone */
    Proposition get(int key) {
        return known.computeIfAbsent(
                key,
                missing -> session.first(SELECT + " WHERE proposition.key = ?", Propositions::read, missing)
                        .orElseThrow()
                        .proposition());
    }

    /** Forgets what was read, so that memory stays bounded. */
    void forget() {
        known.clear();
    }

    int knownCount() {
        return known.size();
    }

    /** Those of claims, in the order of their members. */
    List<Kept> ofClaim(int claim) {
        return session.list(
                SELECT + " WHERE proposition.claim = ? ORDER BY proposition.number", Propositions::read, claim);
    }

    /** Those of a statement. */
    List<Kept> ofStatement(String statementId) {
        return session.list(
                SELECT + " WHERE statement.id = ? ORDER BY proposition.part", Propositions::read, statementId);
    }

    private static Kept read(Row row) throws SQLException {
        long moment = row.text("published")
                .map(value -> new Published(value, "store").latest())
                .orElse(Place.UNKNOWN);
        return new Kept(
                row.integer("key"),
                PropositionForm.read(
                        row.bytes("form"),
                        new PropositionForm.Columns(
                                row.string("statement_id"),
                                row.integer("part"),
                                row.string("article_id"),
                                moment,
                                row.text("outlet"),
                                Standing.valueOf(row.string("standing")),
                                row.string("text"),
                                Optional.ofNullable(row.bytesOrNull("vector")).map(ByteVector::of))));
    }

    /** The keys of rows by the ids of their propositions. */
    static Map<String, Integer> byId(List<Kept> kept) {
        Map<String, Integer> keys = new HashMap<>();
        kept.forEach(one -> keys.put(one.proposition.id(), one.key));
        return keys;
    }

    static List<Proposition> plain(List<Kept> kept) {
        List<Proposition> plain = new ArrayList<>();
        kept.forEach(one -> plain.add(one.proposition));
        return plain;
    }
}
