package io.onrecord.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proposition is called: its statement's id for the first of that statement, and with the part behind a dot for the others.
 * Immutable.
 *
 * @param statement the statement's id
 * @param part counts the propositions of the statement from 0
 */
public record PropositionId(String statement, int part) {

    private static final Pattern LATER = Pattern.compile("(.+)\\.([1-9]\\d{0,8})", Pattern.DOTALL);

    public PropositionId {
        if (statement.isBlank()) {
            throw new IllegalArgumentException("a proposition has a statement");
        }
        if (part < 0) {
            throw new IllegalArgumentException("parts of a statement count from 0, not from " + part);
        }
    }

    /**
     * As it is written; what has no part behind a dot is the first of its statement.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public static PropositionId of(String written) {
        Matcher later = LATER.matcher(written);
        return later.matches()
                ? new PropositionId(later.group(1), Integer.parseInt(later.group(2)))
                : new PropositionId(written, 0);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return part == 0 ? statement : statement + "." + part;
    }
}
