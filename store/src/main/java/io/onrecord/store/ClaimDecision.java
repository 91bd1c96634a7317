package io.onrecord.store;

import io.onrecord.claims.Constraint;
import java.time.Instant;

/**
 * What a user decided about claims.
 *
 * @param decision which two statements put one claim, or do not
 * @param author who decided
 * @param at when, to the second
 */
public record ClaimDecision(Constraint decision, String author, Instant at) {}
