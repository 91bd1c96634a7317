package io.onrecord.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of an article beside its text. What is not known is absent, never invented.
 *
 * @param outlet who published it
 * @param title its headline
 * @param authors its by-line
 * @param published when it was published; says itself where it was found
 * @param language BCP 47 tag
 * @param agency the wire agency it is credited to
 * @param capture how its bytes were had
 * @param from where the other values were found, such as {@code json-ld} or {@code open-graph}, by the names in
 *     {@link #SOURCED}; a value that is absent has no origin, a value that was simply given needs none
 */
public record Metadata(
        Optional<String> outlet,
        Optional<String> title,
        List<String> authors,
        Optional<Published> published,
        Optional<String> language,
        Optional<String> agency,
        Optional<Capture> capture,
        Map<String, String> from) {

    /** The values whose origin {@code from} can name. */
    public static final Set<String> SOURCED = Set.of("outlet", "title", "authors", "language", "agency");

    /** Nothing is known. */
    public static final Metadata NONE = new Metadata(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Metadata {
        authors = List.copyOf(authors);
        SortedMap<String, String> origins = new TreeMap<>(from);
        origins.forEach((value, origin) -> {
            if (!SOURCED.contains(value)) {
                throw new IllegalArgumentException(
                        "an origin is kept for " + new TreeSet<>(SOURCED) + ", not for '" + Check.shown(value) + "'");
            }
            Check.notBlank(origin, "origin of the " + value);
        });
        // In the order of names, so that equal articles are written alike.
        from = Collections.unmodifiableSortedMap(origins);
    }

    /** Values that were simply given. */
    public Metadata(
            Optional<String> outlet,
            Optional<String> title,
            List<String> authors,
            Optional<Published> published,
            Optional<String> language,
            Optional<String> agency,
            Optional<Capture> capture) {
        this(outlet, title, authors, published, language, agency, capture, Map.of());
    }

    /** These values, and another's where one is absent here. */
    public Metadata orElse(Metadata other) {
        SortedMap<String, String> origins = new TreeMap<>(from);
        other.from.forEach((value, origin) -> {
            if (!has(value)) {
                origins.put(value, origin);
            }
        });
        return new Metadata(
                outlet.or(other::outlet),
                title.or(other::title),
                authors.isEmpty() ? other.authors : authors,
                published.or(other::published),
                language.or(other::language),
                agency.or(other::agency),
                capture.or(other::capture),
                origins);
    }

    private boolean has(String value) {
        return switch (value) {
            case "outlet" -> outlet.isPresent();
            case "title" -> title.isPresent();
            case "authors" -> !authors.isEmpty();
            case "language" -> language.isPresent();
            default -> agency.isPresent();
        };
    }
}
