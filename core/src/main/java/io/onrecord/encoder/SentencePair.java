package io.onrecord.encoder;

/**
 * Two sentences to be compared, each without its speaker: what was said, not who said it. Immutable.
 *
 * @param a the one that is looked from: the claim, the earlier statement
 * @param b the one that is looked at: the headline, the later statement
 */
public record SentencePair(String a, String b) {

    /**
     * @throws IllegalArgumentException if one is blank
     */
    public SentencePair {
        if (a.isBlank() || b.isBlank()) {
            throw new IllegalArgumentException("a sentence to be compared must not be blank");
        }
    }

    /** The same pair, looked at from the other side. */
    public SentencePair turned() {
        return new SentencePair(b, a);
    }
}
