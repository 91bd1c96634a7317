package io.onrecord.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits the best first, as many as were asked for
 * @param total how many there are in all; with words at most so many as are ranked
 * @param more whether there are still more than {@code total}, which are not ranked
 */
public record Found(List<Hit> hits, long total, boolean more) {
    public Found {
        hits = List.copyOf(hits);
    }
}
