package io.onrecord.store;

import java.util.List;

/**
 * Which articles changed, for what is derived from them outside of the database. Each has one row with the number of its last
 * change; a number is never smaller than one that was seen before, and what was not seen yet has at least the number that
 * {@link #horizon} gave.
 */
final class ChangeLog {

    private ChangeLog() {}

    /** An article and its last change. */
    record Entry(int article, long number) {}

    /** Notes that articles changed, in the transaction that changes them. */
    static void mark(Session session, Dialect dialect, List<Integer> articles) {
        // Of PostgreSQL's transactions a later one may be done first, so that a counter would be seen with gaps.
        String next =
                dialect == Dialect.SQLITE ? "(SELECT COALESCE(max(number), 0) + 1 FROM change)" : "txid_current()";
        session.batch(
                "INSERT INTO change (article, number) VALUES (?, " + next + ")"
                        + " ON CONFLICT (article) DO UPDATE SET number = excluded.number",
                articles.stream().map(article -> new Object[] {article}).toList());
    }

    /** What every change that is not seen yet reaches. */
    static long horizon(Session session, Dialect dialect) {
        return session.count(
                dialect == Dialect.SQLITE
                        ? "SELECT COALESCE(max(number), 0) + 1 FROM change"
                        : "SELECT txid_snapshot_xmin(txid_current_snapshot())");
    }

    /** Changes from a number on, by article. */
    static List<Entry> since(Session session, long number, int after, int most) {
        return session.list(
                "SELECT article, number FROM change WHERE number >= ? AND article > ? ORDER BY article LIMIT ?",
                row -> new Entry(row.integer("article"), row.big("number")),
                number,
                after,
                most);
    }

    static long count(Session session, long since, int after) {
        return session.count("SELECT count(*) FROM change WHERE number >= ? AND article > ?", since, after);
    }
}
