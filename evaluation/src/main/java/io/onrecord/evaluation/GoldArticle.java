package io.onrecord.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * One article of a gold file.
 *
 * @param id its id, unique in the file
 * @param title its title, if the file has one
 * @param text its text
 * @param linked whether the parts are whole statements; else each holds one span of one role, and nothing is known of
 *     what belongs together
 * @param parts what people marked
 */
record GoldArticle(String id, Optional<String> title, String text, boolean linked, List<Parts> parts) {

    GoldArticle {
        parts = List.copyOf(parts);
    }

    /** Whether nothing at all is marked in it. */
    boolean isEmpty() {
        return parts.stream().allMatch(Parts::isEmpty);
    }
}
