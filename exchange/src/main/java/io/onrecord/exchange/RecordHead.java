package io.onrecord.exchange;

import io.onrecord.model.Producer;

/**
 * What tells one written record from another, without its text or its statements.
 *
 * @param articleId id of the article
 * @param address of the article
 * @param options how it was written
 * @param producer what made the record
 */
public record RecordHead(String articleId, String address, RecordJson.Options options, Producer producer) {}
