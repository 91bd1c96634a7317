package io.onrecord.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of an entry of a feed.
 *
 * @param number counts them over all feeds, upward
 * @param address of the entry's page
 * @param article what came of it; empty where nothing did
 * @param problem why nothing did
 * @param cameAt when, to the second
 */
public record FeedArrival(
        long number, String address, Optional<Arrived> article, Optional<String> problem, Instant cameAt) {}
