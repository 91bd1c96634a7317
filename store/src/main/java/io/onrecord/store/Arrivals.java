package io.onrecord.store;

import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The articles in the order they came, every version of them. Safe to share between threads. */
public final class Arrivals {

    private static final String COLUMNS =
            "SELECT key, id, address, title, outlet, published, kept_at, statements FROM article";

    private final Database database;

    Arrivals(Database database) {
        this.database = database;
    }

    /**
     * The last that came, the newest first.
     *
     * @param since only what came after this
     * @param before only what came before this; empty for the newest
     * @param most how many at most
     */
    public List<Arrived> latest(Mark since, Optional<Mark> before, int most) {
        String sql =
                COLUMNS + " WHERE (kept_at, key) > (?, ?)" + (before.isPresent() ? " AND (kept_at, key) < (?, ?)" : "")
                        + " ORDER BY kept_at DESC, key DESC LIMIT ?";
        return database.read(session -> before.isPresent()
                ? session.list(
                        sql,
                        Arrivals::arrived,
                        since.keptAt().toString(),
                        since.article(),
                        before.get().keptAt().toString(),
                        before.get().article(),
                        most)
                : session.list(sql, Arrivals::arrived, since.keptAt().toString(), since.article(), most));
    }

    /** How many came after a mark. */
    public long since(Mark mark) {
        return database.read(session -> session.count(
                "SELECT count(*) FROM article WHERE (kept_at, key) > (?, ?)",
                mark.keptAt().toString(),
                mark.article()));
    }

    /** Behind the last that came. */
    public Mark end() {
        return database.read(Arrivals::end);
    }

    static Mark end(Session session) {
        return session.first("SELECT kept_at, key FROM article ORDER BY kept_at DESC, key DESC LIMIT 1", Arrivals::mark)
                .orElse(Mark.START);
    }

    private static Mark mark(Row row) throws SQLException {
        return new Mark(Instant.parse(row.string("kept_at")), row.integer("key"));
    }

    static Arrived arrived(Row row) throws SQLException {
        Mark mark = mark(row);
        return new Arrived(
                mark,
                row.string("id"),
                row.string("address"),
                row.text("title"),
                row.text("outlet"),
                row.text("published"),
                mark.keptAt(),
                row.integer("statements"));
    }
}
