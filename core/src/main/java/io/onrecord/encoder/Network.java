package io.onrecord.encoder;

import java.util.List;
import java.util.Map;

/**
 * A trained network that a runtime has opened: rows of pieces in, scores out. Opened once, shared by all threads,
 * closed once.
 */
public interface Network extends AutoCloseable {

    /** Name and digest of the network, as records name their producer. */
    String model();

    /** The vocabulary, entry by id. */
    List<String> vocabulary();

    /** How many word pieces a window may hold, the two special ones not counted. */
    int window();

    /** What is added to the tag scores for two tags in a row. */
    Transitions transitions();

    /** What clues weigh where a pronoun is beside names that this network has seen with it; empty if it does not say. */
    default Map<String, Double> pronounWeights() {
        return Map.of();
    }

    /**
     * Runs some windows as one batch.
     *
     * @param rows pieces of each window with its special ones; rows may differ in length
     * @return scores of each row in the same order, without the special pieces
     * @throws EncodingException if the runtime fails
     */
    List<WindowScores> run(List<WindowRow> rows);

    @Override
    void close();
}
