package io.onrecord.store;

/**
 * A statement that was looked for.
 *
 * @param articleId id of its article
 * @param address of the article
 * @param statementId its id, as it was asked for: in the corrected record, or in the engine's
 * @param content its words, as they were corrected
 */
public record StatementPlace(String articleId, String address, String statementId, String content) {}
