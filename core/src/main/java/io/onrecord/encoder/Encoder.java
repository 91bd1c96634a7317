package io.onrecord.encoder;

import io.onrecord.model.Text;

/** Scores the word pieces of a text. Opened once, shared by all threads, closed once. */
public interface Encoder extends AutoCloseable {

    /** Name and digest of what does the scoring. */
    String model();

    /**
     * Scores every piece of a text. The scores depend on this text alone.
     *
     * @throws EncodingException if the runtime fails
     */
    TokenScores encode(Text text);

    @Override
    void close();
}
