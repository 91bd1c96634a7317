package io.onrecord.copies;

import java.util.Locale;

/**
 * What makes two texts copies.
 *
 * @param kind how much of each is in the other
 * @param score the share of the shorter text that stands in the longer one, from 0 to 1; estimated where a text is long
 */
public record Link(Kind kind, double score) {

    /** From the strictest on. */
    public enum Kind {
        /** The same words in the same order; typography and case may differ. */
        EXACT,
        /** Most of the shorter text is in the longer one, and it is at least half of it. */
        NEAR,
        /** Most of the shorter text is in the longer one, which has more than as much again of its own: a cut version. */
        CONTAINED;

        /** The name in files and on the command line: small letters. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Link {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the score of a link lies between 0 and 1, not " + score);
        }
        if (kind == Kind.EXACT && score != 1) {
            throw new IllegalArgumentException("an exact copy has the score 1, not " + score);
        }
    }
}
