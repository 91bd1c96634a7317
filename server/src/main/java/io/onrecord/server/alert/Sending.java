package io.onrecord.server.alert;

import io.onrecord.reading.web.Posted;
import io.onrecord.reading.web.Poster;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Json;
import io.onrecord.server.view.HitView;
import io.onrecord.server.view.SavedView;
import io.onrecord.store.SavedHit;
import io.onrecord.store.SavedHook;
import io.onrecord.store.SavedSearch;
import io.onrecord.store.SavedSearches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends what saved searches found to whom they tell. For one thread. */
final class Sending {

    /** Statements of one notification. */
    private static final int MOST = 100;

    /** So often in a row it may fail before it is given up. */
    static final int FAILURES = 10;

    /** Longer than an attempt takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int SHOWN = 300;

    private final Shelf shelf;
    private final SavedSearches saved;
    private final Poster poster;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Clock clock;

    /** @param firstWait after the first failure; each further one waits twice as long, up to {@code longestWait} */
    Sending(Shelf shelf, Poster poster, Duration firstWait, Duration longestWait, Clock clock) {
        this.shelf = shelf;
        this.saved = shelf.store().saved();
        this.poster = poster;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.clock = clock;
    }

    /**
     * Sends what can be sent now.
     *
     * @return whether there may be more at once
     */
    boolean run() {
        boolean more = false;
        for (SavedHook hook : saved.due()) {
            List<SavedHit> hits = saved.take(hook, PATIENCE, MOST);
            Optional<SavedSearch> search = saved.get(hook.searchId());
            if (!hits.isEmpty() && search.isPresent()) {
                more |= send(hook, search.get(), hits);
            }
        }
        return more;
    }

    private boolean send(SavedHook hook, SavedSearch search, List<SavedHit> hits) {
        List<HitView> statements = SavedView.found(shelf, search, hits).stream()
                .map(SavedView.Found::statement)
                .toList();
        if (statements.isEmpty()) {
            // Forgotten since.
            saved.sent(search.id(), hits, 0, Optional.empty());
            return true;
        }
        byte[] body = Json.bytes(new Notification(new Notification.OfSearch(search.id(), search.name()), statements));
        Instant now = clock.instant();
        Posted posted = poster.post(
                hook.address(),
                "application/json",
                Map.of(
                        Signature.HEADER,
                        Signature.of(hook.secret(), now, body),
                        // The same if it is sent again, so that whoever got it and could not say so knows it.
                        "Onrecord-Delivery",
                        search.id() + "-" + hits.get(hits.size() - 1).number()),
                body);
        if (posted.problem().isEmpty()) {
            saved.sent(search.id(), hits, statements.size(), posted.status());
            return true;
        }
        failed(hook, statements.size(), posted);
        return false;
    }

    private void failed(SavedHook hook, int statements, Posted posted) {
        String problem = cut(posted.problem().orElse(""));
        int failures = hook.failures() + 1;
        Optional<String> disabled = Optional.empty();
        if (!posted.forNow()) {
            disabled = Optional.of("it would fail again: " + problem);
        } else if (failures >= FAILURES) {
            disabled = Optional.of("it failed " + failures + " times in a row, at last since " + problem);
        }
        saved.failed(hook.searchId(), statements, posted.status(), problem, wait(failures), disabled);
    }

    private Duration wait(int failures) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    private static String cut(String problem) {
        return problem.length() <= SHOWN ? problem : problem.substring(0, SHOWN) + "…";
    }
}
