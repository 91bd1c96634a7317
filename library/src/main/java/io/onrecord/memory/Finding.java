package io.onrecord.memory;

import java.util.List;

/**
 * What was found, and how many of it there are of each kind.
 *
 * @param list in the order that was asked for; as many as were asked for and are still kept
 * @param total how many there are in all
 * @param facets of all of them
 */
public record Finding(List<Answer> list, long total, Facets facets) {
    public Finding {
        list = List.copyOf(list);
    }
}
