package io.onrecord.claims;

/**
 * Two propositions to be matched, the one with the smaller id first.
 *
 * @param first one
 * @param second the other
 */
public record Pair(Proposition first, Proposition second) {

    public Pair {
        if (first.id().compareTo(second.id()) >= 0) {
            throw new IllegalArgumentException("a pair has two different propositions in the order of their ids, not "
                    + first.id() + " and " + second.id());
        }
    }

    /** Two propositions in whatever order. */
    public static Pair of(Proposition one, Proposition other) {
        return one.id().compareTo(other.id()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
