package io.onrecord.server.view;

import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.Store;
import io.onrecord.store.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is new to a visitor.
 *
 * @param visitor who
 * @param since when the visit before this one ended; empty for whoever was never here, to whom nothing is new
 * @param articles how many articles came since then
 * @param latest the last of these
 */
public record VisitView(String visitor, Optional<String> since, long articles, List<ArticleLine> latest) {

    private static final int SHOWN = 10;

    public VisitView {
        latest = List.copyOf(latest);
    }

    /** As it is, without being a visit. */
    public static VisitView of(Store store, String visitor) {
        return of(store, visitor, store.visits().of(visitor));
    }

    /** Of a visit. */
    public static VisitView of(Store store, String visitor, Optional<Visit> visit) {
        Optional<Instant> since = visit.flatMap(Visit::lastVisit);
        if (since.isEmpty()) {
            return new VisitView(visitor, Optional.empty(), 0, List.of());
        }
        Mark mark = visit.orElseThrow().news();
        return new VisitView(
                visitor,
                since.map(Instant::toString),
                store.arrivals().since(mark),
                store.arrivals().latest(mark, Optional.empty(), SHOWN).stream()
                        .map(ArticleLine::of)
                        .toList());
    }
}
