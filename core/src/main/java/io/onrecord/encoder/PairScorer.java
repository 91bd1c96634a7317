package io.onrecord.encoder;

import java.util.List;
import java.util.Set;

/**
 * Compares sentences two by two: how near in meaning, whether they state the same, whether one contradicts or weakens the
 * other. It reads both at once, so it sees a changed number or a "not" that a distance between two vectors does not; and it
 * takes a pass of the network for each pair, so it is for candidates that something cheaper found. Opened once, shared by
 * all threads, closed once.
 */
public interface PairScorer extends AutoCloseable {

    /** Name and digest of what does the scoring, as records name their producer. */
    String model();

    /**
     * Scores pairs. The scores of a pair depend on its two sentences alone, to the last bit: not on the other pairs, their
     * order or number. Of a long sentence only the beginning is read, as far as the implementation says;
     * nothing fails for its length.
     *
     * @param pairs any number; runs of some dozens are fastest
     * @return scores of each pair, in the order of the pairs
     * @throws EncodingException if the runtime fails
     */
    List<PairScores> score(List<SentencePair> pairs);

    /** SHA-256, in small hexadecimal letters, of the files it was trained on: no figure on one of them is an honest one. */
    default Set<String> trainedOn() {
        return Set.of();
    }

    @Override
    void close();
}
