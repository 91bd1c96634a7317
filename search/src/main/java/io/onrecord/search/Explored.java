package io.onrecord.search;

import java.util.List;

/**
 * What was found, and how many of it there are of each kind.
 *
 * @param hits in the order that was asked for, as many as were
 * @param total how many there are in all
 * @param counts of all of them
 */
public record Explored(List<Hit> hits, long total, Counts counts) {

    static final Explored NOTHING = new Explored(List.of(), 0, Counts.NONE);

    public Explored {
        // Not copied: they are made when they are asked for, so that a long list takes little memory.
        hits = java.util.Collections.unmodifiableList(hits);
    }
}
