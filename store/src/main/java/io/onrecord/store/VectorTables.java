package io.onrecord.store;

import io.onrecord.encoder.ByteVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What statements mean, and which have to be asked for that. */
final class VectorTables {

    private static final String INSERT_PENDING = "INSERT INTO vector_pending (article) ";

    private final Database database;

    VectorTables(Database database) {
        this.database = database;
    }

    /** A vector and whose it is. */
    record Stored(String statementId, ByteVector vector) {}

    /** Notes, in the transaction that puts a record, that its statements have no vectors. */
    static void pending(Session session, int article, int statements) {
        session.update("DELETE FROM vector_pending WHERE article = ?", article);
        if (statements > 0) {
            session.update(INSERT_PENDING + "VALUES (?)", article);
        }
    }

    static List<Stored> of(Session session, int article) {
        return session.list(
                "SELECT statement.id AS id, vector.bytes AS bytes FROM vector"
                        + " JOIN statement ON statement.article = vector.article AND statement.number = vector.statement"
                        + " WHERE vector.article = ? ORDER BY vector.statement",
                row -> new Stored(row.string("id"), ByteVector.of(row.bytes("bytes"))),
                article);
    }

    /** How many statements wait for vectors of a model; what other models made is asked for again. */
    long await(String model) {
        boolean others =
                database.read(session -> session.count("SELECT count(*) FROM vector_model WHERE name <> ?", model) > 0);
        if (others) {
            database.writeAlone(session -> {
                session.update(
                        INSERT_PENDING + "SELECT DISTINCT article FROM vector"
                                + " JOIN vector_model ON vector_model.key = vector.model WHERE vector_model.name <> ?"
                                + " ON CONFLICT DO NOTHING",
                        model);
                session.update(
                        "DELETE FROM vector WHERE model IN (SELECT key FROM vector_model WHERE name <> ?)", model);
                return session.update("DELETE FROM vector_model WHERE name <> ?", model);
            });
        }
        return waiting();
    }

    /** How many statements wait. */
    long waiting() {
        return database.read(session -> session.count("SELECT COALESCE(sum(article.statements), 0) FROM vector_pending"
                + " JOIN article ON article.key = vector_pending.article"));
    }

    List<Pending> pending(int after, int most) {
        return database.read(session -> session
                .list(
                        "SELECT article FROM vector_pending WHERE article > ? ORDER BY article LIMIT ?",
                        row -> row.integer("article"),
                        after,
                        most)
                .stream()
                .map(article -> pending(session, article))
                .toList());
    }

    private static Pending pending(Session session, int article) {
        List<String> ids = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        session.list(
                "SELECT id, content FROM statement WHERE article = ? ORDER BY number",
                row -> {
                    ids.add(row.string("id"));
                    return contents.add(row.string("content"));
                },
                article);
        return new Pending(article, ids, contents);
    }

    /** Keeps vectors, all at once; how many articles took theirs. */
    int put(String model, List<Meant> all) {
        return database.writeAlone(session -> {
            int key = model(session, model);
            List<Integer> done = new ArrayList<>();
            Rows rows = new Rows("vector", "article, statement, model, bytes");
            for (Meant one : all) {
                int article = one.pending().article();
                // Read again meanwhile, or forgotten: the article waits, or is gone.
                List<String> ids = session.texts("SELECT id FROM statement WHERE article = ? ORDER BY number", article);
                if (!ids.isEmpty() && ids.equals(one.pending().statementIds())) {
                    session.update("DELETE FROM vector WHERE article = ?", article);
                    session.update("DELETE FROM vector_pending WHERE article = ?", article);
                    for (int number = 0; number < ids.size(); number++) {
                        rows.add(article, number, key, one.vectors().get(number).toArray());
                    }
                    // What is compared has vectors now.
                    ClaimTables.pending(session, article);
                    done.add(article);
                }
            }
            rows.write(session);
            ChangeLog.mark(session, database.dialect(), done);
            return done.size();
        });
    }

    private static int model(Session session, String model) {
        String find = "SELECT key FROM vector_model WHERE name = ?";
        Optional<Integer> found = session.first(find, row -> row.integer("key"), model);
        if (found.isPresent()) {
            return found.get();
        }
        session.update("INSERT INTO vector_model (name) VALUES (?) ON CONFLICT DO NOTHING", model);
        return session.first(find, row -> row.integer("key"), model).orElseThrow();
    }

    Optional<String> model() {
        List<String> models = database.read(session -> session.texts("SELECT name FROM vector_model"));
        return models.size() == 1 ? Optional.of(models.get(0)) : Optional.empty();
    }

    Map<String, ByteVector> vectors(String articleId) {
        return database.read(session -> {
            Map<String, ByteVector> vectors = new HashMap<>();
            session.first("SELECT key FROM article WHERE id = ?", row -> row.integer("key"), articleId)
                    .ifPresent(key -> of(session, key).forEach(one -> vectors.put(one.statementId(), one.vector())));
            return vectors;
        });
    }
}
