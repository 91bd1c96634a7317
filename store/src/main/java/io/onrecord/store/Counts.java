package io.onrecord.store;

/**
 * How much a store holds.
 *
 * @param articles versions of articles
 * @param addresses different articles
 * @param speakers of articles; who is the same over articles counts once an article
 * @param statements of articles
 * @param disputes within articles
 * @param identities who is the same over articles
 */
public record Counts(long articles, long addresses, long speakers, long statements, long disputes, long identities) {}
