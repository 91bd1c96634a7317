package io.onrecord.store;

import io.onrecord.model.SpeakerKind;
import java.util.Optional;

/**
 * Which identities are listed.
 *
 * @param kind of one kind; empty for all but those whom articles keep unnamed
 * @param order what comes first
 * @param after behind which one the list goes on; empty for its beginning
 * @param limit how many at most
 */
public record SpeakerQuery(Optional<SpeakerKind> kind, Order order, Optional<After> after, int limit) {

    /** What comes first. */
    public enum Order {
        /** Those with the most statements. */
        STATEMENTS,
        /** By the letters of their names. */
        NAME
    }

    /**
     * A place in a list.
     *
     * @param key what the list goes by: a number of statements, or letters
     * @param id of the identity
     */
    public record After(String key, String id) {}

    public SpeakerQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one identity must be asked for, not " + limit);
        }
    }
}
