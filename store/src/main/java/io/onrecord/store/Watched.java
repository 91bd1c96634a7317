package io.onrecord.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed that is watched.
 *
 * @param id derived from its address
 * @param address of the feed
 * @param interval between two looks, where the feed does not say how long it keeps; in whole minutes
 * @param paused whether it is left alone for now
 * @param addedBy who added it
 * @param addedAt when, to the second
 * @param health how it is
 * @param articles how many came of it and are kept
 */
public record Watched(
        String id,
        String address,
        Duration interval,
        boolean paused,
        String addedBy,
        Instant addedAt,
        Health health,
        long articles) {

    /**
     * How a feed is.
     *
     * @param lookedAt when it was last looked at; empty if it never was
     * @param newAt when the last article came of it
     * @param failures how many of the last looks failed, one after the other
     * @param problem why the last one did; empty where it did not
     * @param nextAt when it is due next
     */
    public record Health(
            Optional<Instant> lookedAt,
            Optional<Instant> newAt,
            int failures,
            Optional<String> problem,
            Instant nextAt) {}
}
