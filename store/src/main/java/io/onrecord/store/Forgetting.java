package io.onrecord.store;

import java.util.List;

/** Deletes articles for good. */
final class Forgetting {

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    Forgotten forget(Selection selection) {
        Forgotten forgotten = database.write(session -> forget(session, selection));
        return new Forgotten(forgotten.articles(), forgotten.statements(), database.wipe());
    }

    /** A version of an article that goes. */
    private record Gone(int key, int statements) {}

    private Forgotten forget(Session session, Selection selection) {
        List<Gone> gone = select(session, selection);
        List<Object[]> keys = gone.stream().map(one -> new Object[] {one.key}).toList();
        // Whose older version goes is newer than what that one was newer than. Identities are made of all their
        // members.
        session.batch(
                "UPDATE article SET newer_than = (SELECT older.newer_than FROM article older WHERE older.key = ?)"
                        + " WHERE newer_than = ?",
                gone.stream().map(one -> new Object[] {one.key, one.key}).toList());
        session.batch(
                "DELETE FROM identity WHERE key IN (SELECT identity FROM identity_member WHERE article = ?)", keys);
        session.batch("DELETE FROM article WHERE key = ?", keys);
        return new Forgotten(
                gone.size(), gone.stream().mapToLong(Gone::statements).sum(), false);
    }

    private List<Gone> select(Session session, Selection selection) {
        if (selection instanceof Selection.Address one) {
            return select(session, Articles.AT, one.address(), one.address());
        }
        if (selection instanceof Selection.Version one) {
            return select(session, "id = ?", one.articleId());
        }
        if (selection instanceof Selection.Outlet all) {
            return select(session, "outlet = ?", all.outlet());
        }
        Selection.Before before = (Selection.Before) selection;
        String day = "COALESCE(published_last_day, substr(kept_at, 1, 10))";
        return select(
                session,
                day + database.dialect().byCharacters() + " < ?",
                before.day().toString());
    }

    private static List<Gone> select(Session session, String where, Object... values) {
        return session.list(
                "SELECT key, statements FROM article WHERE " + where + " ORDER BY key DESC",
                row -> new Gone(row.integer("key"), row.integer("statements")),
                values);
    }
}
