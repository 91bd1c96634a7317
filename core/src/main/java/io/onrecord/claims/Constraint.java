package io.onrecord.claims;

/**
 * What a user decided about the claims of two statements; it wins over every link. Anchored to statements, whose ids do not change
 * when claims are made anew.
 *
 * @param kind what was decided
 * @param first id of a proposition, which for the first of a statement is the statement's own
 * @param second id of another
 */
public record Constraint(Kind kind, String first, String second) {

    /** What can be decided. */
    public enum Kind {
        /** The two put one claim. */
        MERGE,
        /** The two do not. */
        SPLIT
    }

    public Constraint {
        if (first.equals(second)) {
            throw new IllegalArgumentException("a decision is about two statements, not twice about " + first);
        }
    }
}
