package io.onrecord.store;

import io.onrecord.claims.ClaimView;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts and titles of articles, for spans over articles. Within one transaction; each is read once, a bounded number is kept. */
final class Texts {

    private static final int MOST = 64;

    private final Session session;
    private final Map<Place, Units> known = new HashMap<>();

    Texts(Session session) {
        this.session = session;
    }

    /** Which text. */
    private record Place(String articleId, Location location) {}

    /** Spans as rows have them: pairs of start and end in code points. */
    List<int[]> stored(String articleId, Location location, List<Span> spans) {
        List<int[]> stored = new ArrayList<>();
        for (Span span : spans) {
            Units units = units(articleId, location);
            stored.add(new int[] {units.stored(span.start()), units.stored(span.end())});
        }
        return stored;
    }

    /** A span of UTF-16 units, from a row. */
    Span loaded(String articleId, Location location, int start, int end) {
        return units(articleId, location).loaded(start, end);
    }

    /** What rows of a table of places show, one behind the other. */
    List<ClaimView.Evidence> evidence(String table, int dispute, String articleId) {
        record Range(Location location, int start, int end) {}
        return session
                .list(
                        "SELECT location, start_at, end_at FROM " + table + " WHERE dispute = ? ORDER BY number",
                        row -> new Range(
                                Location.valueOf(row.string("location")),
                                row.integer("start_at"),
                                row.integer("end_at")),
                        dispute)
                .stream()
                .map(range -> {
                    Units units = units(articleId, range.location);
                    Span span = units.loaded(range.start, range.end);
                    return new ClaimView.Evidence(range.location, span, units.words(List.of(span)));
                })
                .toList();
    }

    private Units units(String articleId, Location location) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Place(articleId, location),
                place -> session.first(
                                "SELECT " + (location == Location.TEXT ? "text" : "title")
                                        + " AS words FROM article WHERE id = ?",
                                row -> new Units(row.text("words").orElse("")),
                                articleId)
                        .orElseGet(() -> new Units("")));
    }
}
