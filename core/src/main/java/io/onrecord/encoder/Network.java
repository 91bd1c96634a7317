package io.onrecord.encoder;

import java.util.List;

/**
 * A trained network that a runtime has opened: rows of piece ids in, scores out. Opened once, shared by all threads,
 * closed once.
 */
public interface Network extends AutoCloseable {

    /** Name and digest of the network, as records name their producer. */
    String model();

    /** The vocabulary, entry by id. */
    List<String> vocabulary();

    /** How many word pieces a window may hold, the two special ones not counted. */
    int window();

    /**
     * Runs some windows as one batch.
     *
     * @param rows ids of each window with its special pieces; rows may differ in length
     * @return scores of each row in the same order, without the special pieces
     * @throws EncodingException if the runtime fails
     */
    List<WindowScores> run(List<int[]> rows);

    @Override
    void close();
}
