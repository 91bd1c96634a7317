package io.onrecord.model;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an article beside its text. What is not known is absent, never invented.
 *
 * @param outlet who published it
 * @param title its headline
 * @param authors its by-line
 * @param published when it was published
 * @param language BCP 47 tag
 * @param agency the wire agency it is credited to
 * @param capture how its bytes were had
 */
public record Metadata(
        Optional<String> outlet,
        Optional<String> title,
        List<String> authors,
        Optional<Published> published,
        Optional<String> language,
        Optional<String> agency,
        Optional<Capture> capture) {

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
    }
}
