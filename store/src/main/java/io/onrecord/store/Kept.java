package io.onrecord.store;

import io.onrecord.model.Producer;
import java.time.Instant;
import java.util.Optional;

/**
 * What the store knows of one version of an article beside its record.
 *
 * @param articleId id of the article
 * @param address of the article
 * @param producer what made its record
 * @param keptAt when it was first kept, to the second
 * @param readAt when the record that is kept now was put, to the second
 * @param newerThan id of the version that it came after; empty for the first one that is kept
 * @param statements how many its record has
 */
public record Kept(
        String articleId,
        String address,
        Producer producer,
        Instant keptAt,
        Instant readAt,
        Optional<String> newerThan,
        int statements) {}
