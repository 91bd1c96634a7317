package io.onrecord.store;

import io.onrecord.store.Session.Row;
import io.onrecord.store.StoreException.Reason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Searches that people saved, what they found since, and whom to tell of it. A statement counts as found once for each search, when it is in an
 * article that was kept after the search was saved. Nothing of an article stands here, so that what is forgotten is forgotten here, too.
 *
 * <p>Safe to share between threads and processes. Methods that name a search by an id that is not there do nothing, or give nothing.
 */
public final class SavedSearches {

    /** So many hits of a search are kept, the latest. */
    public static final int HITS = 1_000;

    /** So many deliveries of a search are kept, the latest. */
    public static final int DELIVERIES = 100;

    private static final String SEARCH =
            "SELECT id, name, query, author, saved_at, (SELECT count(*) FROM saved_hit WHERE search = saved_search.key)"
                    + " AS found, (SELECT count(*) FROM saved_hit WHERE search = saved_search.key AND seen = {false}) AS fresh"
                    + " FROM saved_search";
    private static final String KEY = "(SELECT key FROM saved_search WHERE id = ?)";

    /** Nothing that failed waits for longer; what seems to was put off before the clock was put back. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    SavedSearches(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Saves a search; what there is now does not count as found.
     *
     * @throws StoreException if name or query are empty or too long
     */
    public SavedSearch save(String name, String query, String author) {
        if (name.isBlank() || name.length() > SavedSearch.LONGEST_NAME || query.length() > SavedSearch.LONGEST_QUERY) {
            throw new StoreException(
                    Reason.UNFIT,
                    "a search is saved by a name of 1 to " + SavedSearch.LONGEST_NAME + " characters, and what it looks"
                            + " for has up to " + SavedSearch.LONGEST_QUERY + ": make it shorter");
        }
        return database.write(session -> {
            if (database.dialect() == Dialect.POSTGRESQL) {
                // An article that is being kept has its number and is not seen yet: wait for it.
                session.execute("LOCK TABLE article IN SHARE MODE");
            }
            String id = session.texts("SELECT " + sql("{random}")).get(0);
            session.update(
                    "INSERT INTO saved_search (id, name, query, author, saved_at, followed, after_article)"
                            + " VALUES (?, ?, ?, ?, ?, ?, (SELECT COALESCE(max(key), 0) FROM article))",
                    id,
                    name.strip(),
                    query,
                    author,
                    now().toString(),
                    ChangeLog.horizon(session, database.dialect()));
            return session.first(sql(SEARCH) + " WHERE id = ?", SavedSearches::search, id)
                    .orElseThrow();
        });
    }

    private String sql(String template) {
        return database.dialect().sql(template);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static SavedSearch search(Row row) throws SQLException {
        return new SavedSearch(
                row.string("id"),
                row.string("name"),
                row.string("query"),
                row.string("author"),
                Instant.parse(row.string("saved_at")),
                row.big("fresh"),
                row.big("found"));
    }

    /** All of them, those first that were saved last. */
    public List<SavedSearch> all() {
        return database.read(session -> session.list(sql(SEARCH) + " ORDER BY key DESC", SavedSearches::search));
    }

    /** One by its id. */
    public Optional<SavedSearch> get(String id) {
        return database.read(session -> session.first(sql(SEARCH) + " WHERE id = ?", SavedSearches::search, id));
    }

    /** Calls it something else. */
    public void rename(String id, String name) {
        if (name.isBlank() || name.length() > SavedSearch.LONGEST_NAME) {
            throw new StoreException(
                    Reason.UNFIT, "the name of a search has 1 to " + SavedSearch.LONGEST_NAME + " characters");
        }
        database.write(session -> session.update("UPDATE saved_search SET name = ? WHERE id = ?", name.strip(), id));
    }

    /** Deletes it with what it found; whether it was there. */
    public boolean delete(String id) {
        return database.write(session -> session.update("DELETE FROM saved_search WHERE id = ?", id)) > 0;
    }

    /** Somebody looked at what it found. */
    public void look(String id) {
        database.write(session ->
                session.update(sql("UPDATE saved_hit SET seen = {true} WHERE seen = {false} AND search = ") + KEY, id));
    }

    /**
     * What it found since it was saved, the latest first.
     *
     * @param before only with lesser numbers than this one; {@link Long#MAX_VALUE} for all
     * @param most how many at most
     */
    public List<SavedHit> hits(String id, long before, int most) {
        return database.read(session -> session.list(
                "SELECT key, article, statement, found_at, seen FROM saved_hit WHERE search = " + KEY
                        + " AND key < ? ORDER BY key DESC LIMIT ?",
                SavedSearches::hit,
                id,
                before,
                most));
    }

    private static SavedHit hit(Row row) throws SQLException {
        return new SavedHit(
                row.big("key"),
                row.integer("article"),
                row.string("statement"),
                Instant.parse(row.string("found_at")),
                row.flag("seen"));
    }

    /** Up to which change it was looked for; see {@link Store#changes}. */
    public long followed(String id) {
        return database.read(session -> session.first(
                        "SELECT followed FROM saved_search WHERE id = ?", row -> row.big("followed"), id)
                .orElse(Long.MAX_VALUE));
    }

    /**
     * Numbers of articles that changed from a change on and were first kept after the search was saved, in their order.
     *
     * @param after only with greater numbers than this one
     * @param most how many at most
     */
    public List<Integer> changed(String id, long since, int after, int most) {
        return database.read(session -> session.list(
                "SELECT article.key AS key FROM change JOIN article ON article.key = change.article WHERE change.number >= ?"
                        + " AND article.key > ? AND article.key > (SELECT after_article FROM saved_search WHERE id = ?)"
                        + " ORDER BY article.key LIMIT ?",
                row -> row.integer("key"),
                since,
                after,
                id,
                most));
    }

    /**
     * A statement that may be new.
     *
     * @param article number of its article
     * @param statementId its id
     */
    public record Found(int article, String statementId) {}

    /**
     * Keeps what was found; what was found before, or is gone meanwhile, is left out.
     *
     * @return how much of it is new
     */
    public int add(String id, List<Found> found) {
        return database.write(session -> {
            int added = 0;
            for (Found one : found) {
                added += session.update(
                        sql("INSERT INTO saved_hit (search, article, statement, found_at, seen, sent)"
                                + " SELECT saved_search.key, article.key, ?, ?, {false}, {false} FROM saved_search, article"
                                + " WHERE saved_search.id = ? AND article.key = ? ON CONFLICT DO NOTHING"),
                        one.statementId(),
                        now().toString(),
                        id,
                        one.article());
            }
            session.update(
                    "DELETE FROM saved_hit WHERE search = " + KEY
                            + " AND key <= (SELECT key FROM saved_hit WHERE search = " + KEY
                            + " ORDER BY key DESC LIMIT 1 OFFSET " + HITS + ")",
                    id,
                    id);
            return added;
        });
    }

    /** All before a change was looked for. */
    public void follow(String id, long change) {
        database.write(session -> session.update("UPDATE saved_search SET followed = ? WHERE id = ?", change, id));
    }

    /** From now on, what it finds is sent to an address; what it found before is not. */
    public void hook(String id, String address, String secret) {
        database.write(session -> {
            session.update(sql("UPDATE saved_hit SET sent = {true} WHERE search = ") + KEY, id);
            session.update("DELETE FROM saved_delivery WHERE search = " + KEY, id);
            return session.update(
                    "INSERT INTO saved_hook (search, address, secret, failures, next_at) SELECT key, ?, ?, 0, ? FROM saved_search"
                            + " WHERE id = ? ON CONFLICT (search) DO UPDATE SET address = excluded.address, secret = excluded.secret,"
                            + " failures = 0, next_at = excluded.next_at, disabled = NULL",
                    address,
                    secret,
                    now().toString(),
                    id);
        });
    }

    /** It is sent nowhere any more. */
    public void unhook(String id) {
        database.write(session -> session.update("DELETE FROM saved_hook WHERE search = " + KEY, id));
    }

    /** It is tried again, though it failed too often. */
    public void enable(String id) {
        database.write(session -> session.update(
                "UPDATE saved_hook SET failures = 0, disabled = NULL, next_at = ? WHERE search = " + KEY,
                now().toString(),
                id));
    }

    /** Whom it tells. */
    public Optional<SavedHook> hook(String id) {
        return database.read(session -> hooks(session, " WHERE saved_search.id = ?", id)).stream()
                .findFirst();
    }

    /** Those that have something to send and may be tried now. */
    public List<SavedHook> due() {
        return database.read(session -> hooks(
                session,
                sql(" WHERE disabled IS NULL AND (next_at <= ? OR next_at > ?) AND EXISTS (SELECT 1 FROM saved_hit"
                        + " WHERE search = saved_search.key AND sent = {false})"),
                now().toString(),
                now().plus(LONGEST_WAIT).toString()));
    }

    private List<SavedHook> hooks(Session session, String where, Object... values) {
        return session.list(
                sql("SELECT id, address, secret, failures, next_at, disabled, (SELECT count(*) FROM saved_hit"
                                + " WHERE search = saved_search.key AND sent = {false}) AS waiting FROM saved_hook"
                                + " JOIN saved_search ON saved_search.key = saved_hook.search")
                        + where,
                row -> new SavedHook(
                        row.string("id"),
                        row.string("address"),
                        row.string("secret"),
                        row.integer("failures"),
                        Instant.parse(row.string("next_at")),
                        row.text("disabled"),
                        row.big("waiting")),
                values);
    }

    /**
     * Takes the next few that are to be sent, for one sender: no other gets them for some time.
     *
     * @param patience after which another may
     * @param most how many at most
     * @return the earliest first; nothing if another sender has them
     */
    public List<SavedHit> take(SavedHook hook, Duration patience, int most) {
        return database.write(session -> {
            int taken = session.update(
                    "UPDATE saved_hook SET next_at = ? WHERE next_at = ? AND disabled IS NULL AND search = " + KEY,
                    now().plus(patience).toString(),
                    hook.nextAt().toString(),
                    hook.searchId());
            return taken == 0
                    ? List.of()
                    : session.list(
                            sql("SELECT key, article, statement, found_at, seen FROM saved_hit WHERE search = " + KEY
                                    + " AND sent = {false} ORDER BY key LIMIT ?"),
                            SavedSearches::hit,
                            hook.searchId(),
                            most);
        });
    }

    /** They were sent: more can be. */
    public void sent(String id, List<SavedHit> hits, int statements, Optional<Integer> status) {
        database.write(session -> {
            session.batch(
                    sql("UPDATE saved_hit SET sent = {true} WHERE key = ?"),
                    hits.stream().map(hit -> new Object[] {hit.number()}).toList());
            session.update(
                    "UPDATE saved_hook SET failures = 0, next_at = ? WHERE search = " + KEY, now().toString(), id);
            if (status.isPresent()) {
                deliver(session, id, statements, status, Optional.empty());
            }
            return hits.size();
        });
    }

    /**
     * They could not be sent.
     *
     * @param wait until they may be tried again, in whole seconds
     * @param disabled why they are not; empty if they are
     */
    public void failed(
            String id,
            int statements,
            Optional<Integer> status,
            String problem,
            Duration wait,
            Optional<String> disabled) {
        database.write(session -> {
            session.update(
                    "UPDATE saved_hook SET failures = failures + 1, next_at = ?, disabled = CAST(? AS TEXT) WHERE search = "
                            + KEY,
                    now().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                            .toString(),
                    disabled,
                    id);
            deliver(session, id, statements, status, Optional.of(problem));
            return statements;
        });
    }

    private void deliver(
            Session session, String id, int statements, Optional<Integer> status, Optional<String> problem) {
        session.update(
                "INSERT INTO saved_delivery (search, sent_at, statements, status, problem)"
                        + " SELECT key, ?, ?, CAST(? AS INTEGER), CAST(? AS TEXT) FROM saved_search WHERE id = ?",
                now().toString(),
                statements,
                status,
                problem,
                id);
        session.update(
                "DELETE FROM saved_delivery WHERE search = " + KEY
                        + " AND key <= (SELECT key FROM saved_delivery WHERE search = " + KEY
                        + " ORDER BY key DESC LIMIT 1 OFFSET " + DELIVERIES + ")",
                id,
                id);
    }

    /** How sending went, the latest first. */
    public List<Delivery> deliveries(String id) {
        return database.read(session -> session.list(
                "SELECT sent_at, statements, status, problem FROM saved_delivery WHERE search = " + KEY
                        + " ORDER BY key DESC",
                row -> new Delivery(
                        Instant.parse(row.string("sent_at")),
                        row.integer("statements"),
                        row.number("status"),
                        row.text("problem")),
                id));
    }
}
