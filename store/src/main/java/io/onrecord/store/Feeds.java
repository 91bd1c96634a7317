package io.onrecord.store;

import io.onrecord.model.Ids;
import io.onrecord.store.Session.Row;
import io.onrecord.store.StoreException.Reason;
import io.onrecord.store.Watched.Health;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The feeds that are watched, what is remembered of each, and what came of them. Whoever looks at feeds takes one at a time ({@link #take}),
 * so that several programs with one store do not look at the same, and gives signs of life ({@link #hold}); one that was killed loses it after
 * {@link #HELD}. Safe to share between threads.
 */
public final class Feeds {

    /** How long a feed stays with who took it and gives no sign. */
    public static final Duration HELD = Duration.ofMinutes(1);

    /** The longest interval. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** Entries without an article that are remembered of each feed. */
    private static final int FAILED = 200;

    private static final int LONGEST_ADDRESS = 2_000;

    private static final String FEEDS =
            "SELECT feed.*, (SELECT count(*) FROM feed_entry WHERE feed_entry.feed = feed.key"
                    + " AND feed_entry.article IS NOT NULL) AS articles FROM feed";

    private final Database database;
    private final Clock clock;

    Feeds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of them, by their addresses. */
    public List<Watched> all() {
        return database.read(session -> session.list(
                FEEDS + " ORDER BY feed.address" + database.dialect().byCharacters(), Feeds::feed));
    }

    /** One of them. */
    public Optional<Watched> get(String id) {
        return database.read(session -> get(session, id));
    }

    private static Optional<Watched> get(Session session, String id) {
        return session.first(FEEDS + " WHERE feed.id = ?", Feeds::feed, id);
    }

    /**
     * Watches a feed from now on; one that is watched already stays as it is.
     *
     * @param interval from a minute to {@link #LONGEST}
     */
    public Watched add(String address, Duration interval, String by) {
        if (address.isBlank() || address.length() > LONGEST_ADDRESS) {
            throw new StoreException(
                    Reason.UNFIT, "the address of a feed has from 1 to " + LONGEST_ADDRESS + " characters");
        }
        String id = Ids.entry("feed\u0000" + address);
        String now = now();
        return database.write(session -> {
            session.update(
                    database.dialect()
                            .sql("INSERT INTO feed (id, address, minutes, paused, added_by, added_at, next_at,"
                                    + " failures) VALUES (?, ?, ?, {false}, ?, ?, ?, 0) ON CONFLICT (id) DO NOTHING"),
                    id,
                    address,
                    minutes(interval),
                    by,
                    now,
                    now);
            return get(session, id).orElseThrow();
        });
    }

    private static long minutes(Duration interval) {
        if (interval.compareTo(Duration.ofMinutes(1)) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new StoreException(
                    Reason.UNFIT,
                    "a feed is looked at every minute at most, and every " + LONGEST.toDays() + " days at least");
        }
        return interval.toMinutes();
    }

    /**
     * Changes how a feed is watched.
     *
     * @return as it is now; empty if it is not watched
     */
    public Optional<Watched> change(String id, Duration interval, boolean paused) {
        return database.write(session -> {
            session.update("UPDATE feed SET minutes = ?, paused = ? WHERE id = ?", minutes(interval), paused, id);
            return get(session, id);
        });
    }

    /**
     * Looks at a feed as soon as may be.
     *
     * @return whether it is watched
     */
    public boolean hasten(String id) {
        return database.write(session -> session.update("UPDATE feed SET next_at = ? WHERE id = ?", now(), id)) > 0;
    }

    /**
     * Watches a feed no more, and forgets what it had listed; its articles stay.
     *
     * @return whether it was watched
     */
    public boolean remove(String id) {
        return database.write(session -> session.update("DELETE FROM feed WHERE id = ?", id)) > 0;
    }

    /**
     * What came of a feed, the last first.
     *
     * @param before number of the entry that was had last; empty for the first
     * @param most how many at most
     */
    public List<FeedArrival> entries(String id, Optional<Long> before, int most) {
        return database.read(session -> session.list(
                "SELECT feed_entry.key AS entry_key, feed_entry.address AS entry_address, feed_entry.problem AS problem,"
                        + " feed_entry.came_at AS came_at, article.key AS key, article.id AS id, article.address AS address,"
                        + " article.title AS title, article.outlet AS outlet, article.published AS published,"
                        + " article.kept_at AS kept_at, article.statements AS statements FROM feed_entry"
                        + " JOIN feed ON feed.key = feed_entry.feed"
                        + " LEFT JOIN article ON article.key = feed_entry.article"
                        + " WHERE feed.id = ? AND feed_entry.key < ? ORDER BY feed_entry.key DESC LIMIT ?",
                Feeds::entry,
                id,
                before.orElse((long) Integer.MAX_VALUE),
                most));
    }

    /**
     * Takes a feed that is due, so that nobody else does. One that was looked at, or is held, in a time to come is due and free: the clock
     * was put back since. A little of that is only the clocks of two machines.
     *
     * @param holder tells who takes it from all others
     * @return empty where none is due, or others hold all that are
     */
    public Optional<FeedTask> take(String holder) {
        String now = now();
        String due = database.dialect()
                .sql(" WHERE paused = {false} AND (next_at <= ? OR looked_at > ?)"
                        + " AND (holder IS NULL OR held_until <= ? OR held_until > ?)");
        String ahead = inAWhile(HELD.multipliedBy(2));
        boolean any =
                database.read(session -> session.count("SELECT count(*) FROM feed" + due, now, ahead, now, ahead)) > 0;
        if (!any) {
            // A look at feeds must not keep others from writing.
            return Optional.empty();
        }
        return database.write(session -> {
            database.alone(session, "feed");
            Optional<FeedTask> task = session.first(
                    "SELECT * FROM feed" + due + " ORDER BY next_at, key LIMIT 1",
                    row -> new FeedTask(
                            row.string("id"),
                            row.string("address"),
                            Duration.ofMinutes(row.integer("minutes")),
                            row.text("state"),
                            holder),
                    now,
                    ahead,
                    now,
                    ahead);
            task.ifPresent(one -> session.update(
                    "UPDATE feed SET holder = ?, held_until = ? WHERE id = ?", holder, heldUntil(), one.id()));
            return task;
        });
    }

    private String heldUntil() {
        return inAWhile(HELD);
    }

    private String inAWhile(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whoever took feeds still works on them. */
    public void hold(String holder) {
        database.write(
                session -> session.update("UPDATE feed SET held_until = ? WHERE holder = ?", heldUntil(), holder));
    }

    /**
     * Remembers how far the work on a feed is, and holds it on.
     *
     * @return false if it is another's by now, or removed: nothing was changed
     */
    public boolean remember(FeedTask task, String state) {
        return database.write(session -> session.update(
                        "UPDATE feed SET state = ?, held_until = ? WHERE id = ? AND holder = ?",
                        state,
                        heldUntil(),
                        task.id(),
                        task.holder()))
                > 0;
    }

    /**
     * Articles came of an entry.
     *
     * @param address of the entry's page
     */
    public void came(FeedTask task, String address, List<String> articleIds) {
        String now = now();
        database.write(session -> {
            int added = 0;
            for (String articleId : articleIds) {
                added += session.update(
                        "INSERT INTO feed_entry (feed, address, article, came_at)"
                                + " SELECT feed.key, ?, article.key, ? FROM feed, article"
                                + " WHERE feed.id = ? AND article.id = ? ON CONFLICT (feed, article) DO NOTHING",
                        address,
                        now,
                        task.id(),
                        articleId);
            }
            if (added > 0) {
                session.update("UPDATE feed SET new_at = ? WHERE id = ?", now, task.id());
            }
            return added;
        });
    }

    /**
     * Nothing came of an entry.
     *
     * @param address of the entry's page
     */
    public void failed(FeedTask task, String address, String problem) {
        database.write(session -> {
            session.update(
                    "INSERT INTO feed_entry (feed, address, problem, came_at) SELECT key, ?, ?, ? FROM feed WHERE id = ?",
                    address,
                    problem,
                    now(),
                    task.id());
            return session.update(
                    "DELETE FROM feed_entry WHERE key IN (SELECT feed_entry.key FROM feed_entry JOIN feed"
                            + " ON feed.key = feed_entry.feed WHERE feed.id = ? AND feed_entry.article IS NULL"
                            + " ORDER BY feed_entry.key DESC LIMIT 1000 OFFSET " + FAILED + ")",
                    task.id());
        });
    }

    /**
     * A look is over: the feed is anybody's again.
     *
     * @param next when it is due next
     * @param failures how many looks failed, one after the other; 0 if this one did not
     * @param problem why it failed
     */
    public void looked(FeedTask task, Instant next, int failures, Optional<String> problem) {
        database.write(session -> session.update(
                "UPDATE feed SET looked_at = ?, next_at = ?, failures = ?, problem = ?, holder = NULL, held_until = NULL"
                        + " WHERE id = ? AND holder = ?",
                now(),
                next.truncatedTo(ChronoUnit.SECONDS).toString(),
                failures,
                problem,
                task.id(),
                task.holder()));
    }

    /** A look was broken off: whoever comes next goes on with it. */
    public void release(FeedTask task) {
        database.write(session -> session.update(
                "UPDATE feed SET holder = NULL, held_until = NULL WHERE id = ? AND holder = ?",
                task.id(),
                task.holder()));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Watched feed(Row row) throws SQLException {
        return new Watched(
                row.string("id"),
                row.string("address"),
                Duration.ofMinutes(row.integer("minutes")),
                row.flag("paused"),
                row.string("added_by"),
                Instant.parse(row.string("added_at")),
                new Health(
                        row.text("looked_at").map(Instant::parse),
                        row.text("new_at").map(Instant::parse),
                        row.integer("failures"),
                        row.text("problem"),
                        Instant.parse(row.string("next_at"))),
                row.big("articles"));
    }

    private static FeedArrival entry(Row row) throws SQLException {
        return new FeedArrival(
                row.big("entry_key"),
                row.string("entry_address"),
                row.text("id").isPresent() ? Optional.of(Arrivals.arrived(row)) : Optional.empty(),
                row.text("problem"),
                Instant.parse(row.string("came_at")));
    }
}
