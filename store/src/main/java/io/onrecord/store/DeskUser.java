package io.onrecord.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may use a shared desk.
 *
 * @param name as it stands beside what this one puts right
 * @param prefix how the token begins, to tell it from others
 * @param digest of the token
 * @param usedAt when the token, or a session begun with it, was last seen, to some minutes
 */
public record DeskUser(
        String name, DeskRole role, String prefix, String digest, Instant addedAt, Optional<Instant> usedAt) {}
