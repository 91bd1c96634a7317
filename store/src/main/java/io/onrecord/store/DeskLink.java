package io.onrecord.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that lets anybody read who has it.
 *
 * @param prefix how its token begins, which no other link's does
 * @param digest of the token
 * @param opens the path of the one page that it opens, with what lies below; empty where it opens all
 * @param author who made it
 * @param usedAt when somebody last came by it, to some minutes
 */
public record DeskLink(
        String prefix,
        String digest,
        Optional<String> opens,
        String author,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> usedAt) {}
