package io.onrecord.evaluation.copies;

import java.util.List;
import java.util.Optional;

/**
 * A text of the set, and what it is a copy of.
 *
 * @param id unique within the set
 * @param text headline, where it has one, and paragraphs
 * @param published ISO 8601; some have no date
 * @param outlet who printed it
 * @param group texts of one group are copies of one another; nobody else is a copy of them
 * @param origin whether it is what the others of its group were made from
 * @param edits what was done to the origin, such as {@code cut} and {@code lede}; empty for an origin or a reprint
 * @param like of a hard negative, the group that it resembles without being a copy
 * @param kind of a hard negative, such as {@code follow-up}
 */
public record CopyText(
        String id,
        String text,
        Optional<String> published,
        String outlet,
        String group,
        boolean origin,
        List<String> edits,
        Optional<String> like,
        Optional<String> kind) {

    public CopyText {
        edits = List.copyOf(edits);
        if (id.isBlank() || group.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a text of the set has an id, a group and words, not '" + id + "', '"
                    + group + "' and " + text.length() + " characters");
        }
    }
}
