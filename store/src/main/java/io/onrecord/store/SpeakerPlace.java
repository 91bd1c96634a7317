package io.onrecord.store;

/**
 * A speaker of an article.
 *
 * @param article its number in this store
 * @param speakerId in its record
 */
public record SpeakerPlace(int article, String speakerId) {}
