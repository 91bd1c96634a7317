package io.onrecord.store;

import io.onrecord.store.Arrived.Mark;
import java.time.Instant;
import java.util.Optional;

/**
 * A visit to the desk.
 *
 * @param lastVisit when the visit before this one ended; empty for the first
 * @param news behind the articles that were there then: what comes after it is new
 */
public record Visit(Optional<Instant> lastVisit, Mark news) {}
