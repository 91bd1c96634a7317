package io.onrecord.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes articles for good. */
final class Forgetting {

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    Forgotten forget(Selection selection) {
        Forgotten forgotten = database.writeAlone(session -> forget(session, selection));
        return new Forgotten(forgotten.articles(), forgotten.statements(), database.wipe());
    }

    /** What would be forgotten. */
    Forgotten preview(Selection selection) {
        return database.read(session -> {
            List<Gone> gone = select(session, selection);
            return new Forgotten(
                    gone.size(), gone.stream().mapToLong(Gone::statements).sum(), false);
        });
    }

    /** A version of an article that goes. */
    private record Gone(int key, String digest, int statements, Optional<Integer> newerThan) {}

    private Forgotten forget(Session session, Selection selection) {
        List<Gone> gone = select(session, selection);
        // Whose older version goes is newer than what that one was newer than.
        session.batch(
                "UPDATE article SET newer_than = (SELECT older.newer_than FROM article older WHERE older.key = ?)"
                        + " WHERE newer_than = ?",
                gone.stream().map(one -> new Object[] {one.key, one.key}).toList());
        for (Gone one : gone) {
            // One by one: what stands between two that go is looked for among those that stay.
            OriginTables.removing(session, one.key);
            ClaimTables.removing(session, one.key);
            IdentityUpdating.removing(session, one.key);
            session.update(
                    "DELETE FROM identity WHERE key IN (SELECT identity FROM identity_member WHERE article = ?)",
                    one.key);
            session.update("DELETE FROM article WHERE key = ?", one.key);
        }
        CorrectionTables.forget(
                session, gone.stream().map(Gone::digest).distinct().toList());
        // The version before one that goes may be the newest now.
        List<Integer> changed = gone.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.key), one.newerThan.stream()))
                .distinct()
                .toList();
        ChangeLog.mark(session, database.dialect(), changed);
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
                "SELECT key, text_digest, statements, newer_than FROM article WHERE " + where + " ORDER BY key DESC",
                row -> new Gone(
                        row.integer("key"),
                        row.string("text_digest"),
                        row.integer("statements"),
                        row.number("newer_than")),
                values);
    }
}
