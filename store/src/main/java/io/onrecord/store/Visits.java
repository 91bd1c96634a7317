package io.onrecord.store;

import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When visitors were last there, and so what is new to each. Looks that follow one another within {@link #PAUSE} are one visit; what is new
 * stays new until it ends. Safe to share between threads.
 */
public final class Visits {

    /** Whoever comes back later than this makes another visit. */
    public static final Duration PAUSE = Duration.ofMinutes(30);

    private final Database database;
    private final Clock clock;

    Visits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(Instant seenAt, Mark seen, Optional<Instant> sinceAt, Mark since) {}

    /**
     * The visit that somebody is on, or last was on; nothing is changed.
     *
     * @return empty for who never was there
     */
    public Optional<Visit> of(String visitor) {
        return database.read(session -> known(session, visitor)).map(this::visit);
    }

    private Visit visit(Known known) {
        return isOver(known) ? new Visit(Optional.of(known.seenAt), known.seen) : new Visit(known.sinceAt, known.since);
    }

    private boolean isOver(Known known) {
        return known.seenAt.plus(PAUSE).isBefore(clock.instant());
    }

    /** Somebody looks: goes on with the visit, or begins one. Looks that change nothing within a minute write nothing. */
    public Visit look(String visitor) {
        Optional<Known> known = database.read(session -> known(session, visitor)
                .filter(one ->
                        one.seenAt.plusSeconds(60).isAfter(clock.instant()) && one.seen.equals(Arrivals.end(session))));
        if (known.isPresent()) {
            return visit(known.get());
        }
        return database.write(session -> {
            Visit visit = known(session, visitor).map(this::visit).orElse(new Visit(Optional.empty(), Mark.START));
            keep(session, visitor, Arrivals.end(session), visit);
            return visit;
        });
    }

    /** Somebody has seen all: nothing is new until something comes. */
    public Visit seen(String visitor) {
        return database.write(session -> {
            Mark end = Arrivals.end(session);
            Visit visit = new Visit(Optional.of(now()), end);
            keep(session, visitor, end, visit);
            return visit;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void keep(Session session, String visitor, Mark end, Visit visit) {
        session.update(
                "INSERT INTO visit (visitor, seen_at, seen_kept, seen_article, since_at, since_kept, since_article)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (visitor) DO UPDATE SET seen_at = excluded.seen_at,"
                        + " seen_kept = excluded.seen_kept, seen_article = excluded.seen_article,"
                        + " since_at = excluded.since_at, since_kept = excluded.since_kept,"
                        + " since_article = excluded.since_article",
                visitor,
                now().toString(),
                end.keptAt().toString(),
                end.article(),
                visit.lastVisit().map(Instant::toString),
                visit.news().keptAt().toString(),
                visit.news().article());
    }

    private static Optional<Known> known(Session session, String visitor) {
        return session.first("SELECT * FROM visit WHERE visitor = ?", Visits::known, visitor);
    }

    private static Known known(Row row) throws SQLException {
        return new Known(
                Instant.parse(row.string("seen_at")),
                new Mark(Instant.parse(row.string("seen_kept")), row.integer("seen_article")),
                row.text("since_at").map(Instant::parse),
                new Mark(Instant.parse(row.string("since_kept")), row.integer("since_article")));
    }
}
