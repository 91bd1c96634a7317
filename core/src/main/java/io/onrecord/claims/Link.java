package io.onrecord.claims;

/**
 * What two propositions are to one another. The first is the one with the smaller id, so that a link is the same from both
 * sides.
 *
 * @param first id of a proposition
 * @param second id of another
 * @param kind what links them
 * @param score how sure it is, between 0 and 1; in thousandths, as stores keep it
 */
public record Link(String first, String second, Kind kind, double score) {

    /** What links two propositions. */
    public enum Kind {
        /** The same truth conditions. */
        SAME,
        /** They cannot be true together. */
        CONTRADICTS
    }

    private static final int PARTS = 1000;

    public Link {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException(
                    "a link goes from the smaller id to the greater, not from " + first + " to " + second);
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the score of a link lies between 0 and 1, not " + score);
        }
        score = (double) parts(score) / PARTS;
    }

    /** A score in thousandths. */
    public static int parts(double score) {
        return (int) Math.round(score * PARTS);
    }

    /** As one number, as stores keep it: the score in thousandths, below 0 where the two contradict one another. */
    public int parts() {
        return kind == Kind.SAME ? parts(score) : -parts(score);
    }

    /**
     * A link from that number.
     *
     * @param one id of a proposition
     * @param other id of another, in either order
     */
    public static Link ofParts(String one, String other, int parts) {
        boolean turned = one.compareTo(other) > 0;
        return new Link(
                turned ? other : one,
                turned ? one : other,
                parts < 0 ? Kind.CONTRADICTS : Kind.SAME,
                (double) Math.abs(parts) / PARTS);
    }

    /** The other end of a link. */
    public String other(String id) {
        return id.equals(first) ? second : first;
    }
}
