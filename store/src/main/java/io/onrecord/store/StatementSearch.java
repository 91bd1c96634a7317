package io.onrecord.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements by the beginning of their ids. */
final class StatementSearch {

    private static final String FOUND = "SELECT article.id AS article_id, article.address AS address, ";
    private static final String ENGINE = FOUND
            + "statement.id AS id, COALESCE(corrected.content, statement.content) AS content FROM statement"
            + " JOIN article ON article.key = statement.article" + PutRight.BESIDE + " WHERE ";
    private static final String CORRECTED = FOUND
            + "corrected.id AS id, COALESCE(corrected.content, '') AS content FROM corrected_statement corrected"
            + " JOIN article ON article.key = corrected.article WHERE corrected.id IS NOT NULL AND ";

    /** Follows every hexadecimal digit. */
    private static final String LAST = "g";

    private final Database database;

    StatementSearch(Database database) {
        this.database = database;
    }

    List<StatementPlace> find(String prefix, int most) {
        return database.read(session -> {
            Map<String, StatementPlace> found = new LinkedHashMap<>();
            for (String sql : List.of(
                    ENGINE + "statement.id >= ? AND statement.id < ? ORDER BY statement.id LIMIT ?",
                    CORRECTED + "corrected.id >= ? AND corrected.id < ? ORDER BY corrected.id LIMIT ?")) {
                session.list(sql, StatementSearch::place, prefix, prefix + LAST, most)
                        .forEach(place -> found.putIfAbsent(place.statementId(), place));
            }
            return found.values().stream().limit(most).toList();
        });
    }

    private static StatementPlace place(Session.Row row) throws java.sql.SQLException {
        return new StatementPlace(
                row.string("article_id"), row.string("address"), row.string("id"), row.string("content"));
    }

    Optional<StatementPlace> nearest(String prefix) {
        for (int length = prefix.length() - 1; length > 0; length--) {
            List<StatementPlace> found = find(prefix.substring(0, length), 1);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }
}
