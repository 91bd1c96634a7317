package io.onrecord.claims;

import io.onrecord.model.Span;
import java.util.List;

/**
 * What two propositions are to one another. The first is the one with the smaller id, so that a link is the same from both
 * sides.
 *
 * @param first id of a proposition
 * @param second id of another
 * @param kind what links them
 * @param score how sure it is, between 0 and 1
 * @param firstWords the words of the first that differ from the second, in its own article; empty where none can be shown
 * @param secondWords the same of the second
 */
public record Link(
        String first, String second, Kind kind, double score, List<Span> firstWords, List<Span> secondWords) {

    /** What links two propositions. */
    public enum Kind {
        /** The same truth conditions. */
        SAME,
        /** They cannot be true together. */
        CONTRADICTS
    }

    public Link {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException(
                    "a link goes from the smaller id to the greater, not from " + first + " to " + second);
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the score of a link lies between 0 and 1, not " + score);
        }
        firstWords = List.copyOf(firstWords);
        secondWords = List.copyOf(secondWords);
    }

    /** The other end of a link. */
    public String other(String id) {
        return id.equals(first) ? second : first;
    }

    /** The differing words of one end. */
    public List<Span> words(String id) {
        return id.equals(first) ? firstWords : secondWords;
    }
}
