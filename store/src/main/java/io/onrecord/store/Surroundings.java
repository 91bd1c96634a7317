package io.onrecord.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where a version of an article stands among what else is kept.
 *
 * @param keptAt when it was first kept, to the second
 * @param newerThan id of the version that it came after; empty for the first one that is kept
 * @param newer id of the version that came after it; empty for the newest
 * @param identities who its speakers are over articles, by the speaker's id; without those of whom that is not known
 */
public record Surroundings(
        Instant keptAt, Optional<String> newerThan, Optional<String> newer, Map<String, Known> identities) {

    /**
     * An identity.
     *
     * @param id its id
     * @param name its name
     */
    public record Known(String id, String name) {}

    public Surroundings {
        identities = Map.copyOf(identities);
    }
}
