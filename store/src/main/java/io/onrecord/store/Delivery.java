package io.onrecord.store;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt to tell somebody what a saved search found.
 *
 * @param at when, to the second
 * @param statements how many were sent
 * @param status what the other side answered, of HTTP; empty where it did not
 * @param problem why it counts as failed; empty where it does not
 */
public record Delivery(Instant at, int statements, Optional<Integer> status, Optional<String> problem) {}
