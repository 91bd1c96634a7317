package io.onrecord.model;

import java.util.List;

/**
 * An edge between two statements of a record.
 *
 * @param from id of the statement that disputes or supports
 * @param to id of the statement that is disputed or supported
 * @param kind what the edge says
 * @param evidence the words of the article's text that show it, never empty
 * @param confidence between 0 and 1
 */
public record Dispute(String from, String to, Kind kind, List<Span> evidence, double confidence) {

    /** What one statement does to another. */
    public enum Kind {
        DENIES,
        REJECTS,
        CONTRADICTS,
        CONCEDES,
        SUPPORTS,
        REPEATS;

        /** Whether such an edge says that a claim is not so. */
        public boolean isAgainst() {
            return this == DENIES || this == REJECTS || this == CONTRADICTS;
        }
    }

    public Dispute {
        if (from.equals(to)) {
            throw new IllegalArgumentException("statement " + from + " cannot dispute itself");
        }
        evidence = Spans.ordered(evidence, "evidence");
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("dispute from " + from + " to " + to + " shows no words");
        }
        Check.probability(confidence, "confidence of a dispute");
    }
}
