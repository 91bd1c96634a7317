package io.onrecord.search;

import java.util.Optional;
import java.util.Set;

/**
 * What is asked, and counted, by what the index does not know.
 *
 * @param known groups of speakers, and copies
 * @param groups who made the statements, any of these groups of speakers; empty for anybody
 * @param copies whether the articles are to be copies, or to be none; empty for either
 */
public record Beside(Grouping known, Set<Integer> groups, Optional<Boolean> copies) {

    /** Nothing is known or asked. */
    public static final Beside NONE = new Beside(Grouping.NONE, Set.of(), Optional.empty());

    public Beside {
        groups = Set.copyOf(groups);
    }
}
