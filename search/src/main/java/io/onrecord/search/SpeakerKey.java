package io.onrecord.search;

/**
 * A speaker of an article.
 *
 * @param article its number in the store
 * @param speakerId in its record
 */
public record SpeakerKey(int article, String speakerId) {

    /** As a number: two speakers of one article have the same only by a rare chance. */
    long hash() {
        return (long) article << 32 | speakerId.hashCode() & 0xFFFFFFFFL;
    }
}
