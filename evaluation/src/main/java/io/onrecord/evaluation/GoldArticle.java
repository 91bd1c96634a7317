package io.onrecord.evaluation;

import io.onrecord.model.Text;
import java.util.List;
import java.util.Optional;

/**
 * One article of a gold file.
 *
 * @param id its id, unique in the file
 * @param title its title, if the file has one
 * @param publisher who published it, if the file says so
 * @param text its text, with paragraphs as any reader of plain text tells them
 * @param given what the engine reads: the same, perhaps with its quotation marks turned
 * @param linked whether the parts are whole statements; else each holds one span of one role, and nothing is known of
 *     what belongs together
 * @param parts what people marked
 */
record GoldArticle(
        String id,
        Optional<String> title,
        Optional<String> publisher,
        Text text,
        Text given,
        boolean linked,
        List<Parts> parts) {

    GoldArticle {
        parts = List.copyOf(parts);
        if (given.length() != text.length()) {
            throw new IllegalArgumentException("the engine would read " + given.length() + " characters of " + id
                    + ", which has " + text.length());
        }
    }

    /** Whether nothing at all is marked in it. */
    boolean isEmpty() {
        return parts.stream().allMatch(Parts::isEmpty);
    }
}
