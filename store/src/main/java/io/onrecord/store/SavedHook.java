package io.onrecord.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Whom to tell of what a saved search finds.
 *
 * @param searchId id of the search
 * @param address that it is sent to
 * @param secret by which whoever gets it sees that it is genuine; only ever shown when it is made
 * @param failures how often in a row it could not be sent
 * @param nextAt when it may be tried next
 * @param disabled why it is not tried any more
 * @param waiting how many statements are still to be sent
 */
public record SavedHook(
        String searchId,
        String address,
        String secret,
        int failures,
        Instant nextAt,
        Optional<String> disabled,
        long waiting) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "SavedHook[" + searchId + ", " + address + "]";
    }
}
