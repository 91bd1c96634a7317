package io.onrecord.store;

import io.onrecord.store.Doubtful.Place;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people still have to look at: statements that they neither accepted nor put right nor rejected, the least certain first. Statements in
 * page furniture and in versions of articles that have a newer one do not wait. Safe to share between threads.
 */
public final class Reviews {

    /** As in the index, to the letter. */
    private static final String CERTAINTY = "(statement.confidence * COALESCE(statement.speaker_confidence, 1))";

    private final Database database;

    Reviews(Database database) {
        this.database = database;
    }

    /**
     * The next statements, the least certain first. How certain one is: its confidence times that of its speaker, the chance that both are
     * right.
     *
     * @param after those behind this place; empty for the first
     * @param most how many at most
     */
    public List<Doubtful> waiting(ReviewQuery wanted, Optional<Place> after, int most) {
        String no = database.dialect().sql("{false}");
        StringBuilder sql = new StringBuilder("SELECT " + CERTAINTY + " AS certainty, statement.article AS article,"
                + " statement.number AS number, article.id AS article_id, COALESCE(corrected.id, statement.id) AS id"
                + " FROM statement JOIN article ON article.key = statement.article"
                // Of one that goes on from a corrected one.
                + PutRight.BESIDE + " WHERE statement.reviewed = " + no + " AND statement.furniture = " + no
                + " AND NOT EXISTS (SELECT 1 FROM article newer WHERE newer.newer_than = statement.article)"
                // Of one that goes with its head when that is rejected.
                + " AND (corrected.article IS NULL OR corrected.id IS NOT NULL)");
        List<Object> values = new ArrayList<>();
        after.ifPresent(place -> {
            sql.append(" AND (" + CERTAINTY + ", statement.article, statement.number) > (?, ?, ?)");
            values.addAll(List.of(place.certainty(), place.article(), place.statement()));
        });
        restrict(sql, values, wanted);
        sql.append(" ORDER BY " + CERTAINTY + ", statement.article, statement.number LIMIT ?");
        values.add(most);
        return database.read(session -> session.list(sql.toString(), Reviews::doubtful, values.toArray()));
    }

    private void restrict(StringBuilder sql, List<Object> values, ReviewQuery wanted) {
        wanted.outlet().ifPresent(outlet -> {
            // The articles first, once: rows of articles are wide, and there are many statements to each.
            sql.append(" AND statement.article IN (SELECT key FROM article WHERE " + Dialect.same("outlet") + ")");
            values.add(outlet);
        });
        wanted.stance().ifPresent(stance -> {
            sql.append(" AND statement.stance = ?");
            values.add(stance.name());
        });
        wanted.speaker().ifPresent(speaker -> {
            sql.append(" AND statement.article IN (SELECT article FROM speaker WHERE " + Dialect.has("name") + ")"
                    + " AND " + Dialect.has("statement.speaker_name"));
            values.add(Dialect.containing(speaker));
            values.add(Dialect.containing(speaker));
        });
        if (!wanted.since().equals(LocalDate.MIN)) {
            sql.append(" AND statement.article IN (SELECT key FROM article WHERE"
                    + " COALESCE(published_last_day, substr(kept_at, 1, 10))"
                    + database.dialect().byCharacters() + " >= ?)");
            values.add(wanted.since().toString());
        }
    }

    private static Doubtful doubtful(Row row) throws SQLException {
        return new Doubtful(
                new Place(row.real("certainty"), row.integer("article"), row.integer("number")),
                row.string("article_id"),
                row.string("id"));
    }

    /** How far it is, over all that is kept. */
    public ReviewProgress progress() {
        String no = database.dialect().sql("{false}");
        return database.read(session -> new ReviewProgress(
                session.count("SELECT count(*) FROM statement WHERE reviewed = " + no + " AND furniture = " + no
                        + " AND article NOT IN (SELECT newer_than FROM article WHERE newer_than IS NOT NULL)"),
                reviewed(session, "ACCEPTED"),
                reviewed(session, "CORRECTED"),
                reviewed(session, "REJECTED"),
                reviewed(session, "ADDED")));
    }

    private static long reviewed(Session session, String review) {
        return session.count(
                "SELECT count(*) FROM corrected_statement WHERE author IS NOT NULL AND review = ?", review);
    }

    /** After the rows of {@code corrected_statement} of an article were made: which of its statements somebody looked at. */
    static void mark(Session session, Dialect dialect, int article) {
        session.update(
                dialect.sql("UPDATE statement SET reviewed = NOT reviewed WHERE article = ? AND reviewed <> (EXISTS"
                        + " (SELECT 1 FROM corrected_statement corrected WHERE corrected.article = statement.article"
                        + " AND corrected.statement = statement.number AND corrected.author IS NOT NULL))"),
                article);
    }
}
