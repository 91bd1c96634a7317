package io.onrecord.copies;

import java.util.List;

/**
 * Texts that are copies of one another, by their numbers in the {@link Signatures}.
 *
 * @param origin the one published first; of those, or where no date is known, the one with the smallest id
 * @param copies all others, in the same order; at least one
 */
public record Group(int origin, List<Copy> copies) {

    /**
     * A copy.
     *
     * @param index its number
     * @param link to the origin. The score may lie below what makes a link, where a copy of a copy is meant
     */
    public record Copy(int index, Link link) {}

    public Group {
        copies = List.copyOf(copies);
        if (copies.isEmpty()) {
            throw new IllegalArgumentException("a group has an origin and at least one copy");
        }
    }
}
