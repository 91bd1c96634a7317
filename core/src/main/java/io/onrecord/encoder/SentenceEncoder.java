package io.onrecord.encoder;

import java.util.List;

/**
 * Turns texts into vectors of meaning: texts that say alike lie near one another. Opened once, shared by all threads, closed
 * once; each call works on its caller's thread alone.
 *
 * <p>A vector depends on its text and on the model, and on nothing else: not on the texts beside it, nor on how many threads
 * there are. Of a long text only the beginning counts, as far as the implementation says.
 */
public interface SentenceEncoder extends AutoCloseable {

    /** Name and digest of the network; vectors of different models must not be compared. */
    String model();

    /** How many numbers a vector has. */
    int dimension();

    /**
     * The vectors of some texts, in their order. An empty text has a vector, too, which means nothing.
     *
     * @throws EncodingException if the runtime fails
     */
    List<SentenceVector> encode(List<String> texts);

    @Override
    void close();
}
