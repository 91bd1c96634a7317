package io.onrecord.memory;

import io.onrecord.search.Counts;
import java.util.List;

/**
 * How many statements there are of each kind, those of each sort counted as if nothing were asked of that sort.
 *
 * @param counts of what the index knows; its groups are those of {@code speakers}
 * @param speakers those who made most, and those who were asked for
 */
public record Facets(Counts counts, List<Speaking> speakers) {
    public Facets {
        speakers = List.copyOf(speakers);
    }

    /**
     * Somebody who made some.
     *
     * @param id of the identity
     * @param name of the identity
     * @param count how many
     */
    public record Speaking(String id, String name, long count) {}
}
