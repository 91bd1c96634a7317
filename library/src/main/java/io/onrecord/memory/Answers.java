package io.onrecord.memory;

import java.util.List;

/**
 * What was found.
 *
 * @param list the best first, or without words the latest first; as many as were asked for and are still kept
 * @param total how many there are in all, as far as they can be gone through
 * @param more whether there are more still, worse than these
 */
public record Answers(List<Answer> list, long total, boolean more) {
    public Answers {
        list = List.copyOf(list);
    }
}
