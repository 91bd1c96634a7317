package io.onrecord.store;

import java.time.Instant;

/**
 * A statement that a saved search found after it was saved.
 *
 * @param number by which hits are told apart and gone through, the later the higher as long as none is forgotten
 * @param article number of its article in this store
 * @param statementId its id
 * @param foundAt when it was found, to the second
 * @param seen whether somebody looked since
 */
public record SavedHit(long number, int article, String statementId, Instant foundAt, boolean seen) {}
