package io.onrecord.evaluation;

import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Identity.Member;
import java.util.List;
import java.util.Set;

/**
 * Some articles' speakers, and which of them are one.
 *
 * @param id of the passage
 * @param appearances of all speakers
 * @param same pairs of members that are one
 * @param apart pairs that are not
 * @param open pairs of which it cannot be told
 */
record IdentityPassage(String id, List<Appearance> appearances, Set<Pair> same, Set<Pair> apart, Set<Pair> open) {

    /** Two members, in either order. */
    record Pair(Member first, Member second) {
        Pair {
            if (first.toString().compareTo(second.toString()) > 0) {
                Member swapped = first;
                first = second;
                second = swapped;
            }
        }
    }

    IdentityPassage {
        appearances = List.copyOf(appearances);
        same = Set.copyOf(same);
        apart = Set.copyOf(apart);
        open = Set.copyOf(open);
        for (Pair pair : apart) {
            if (same.contains(pair)) {
                throw new IllegalArgumentException(pair + " is both the same and apart");
            }
        }
    }
}
