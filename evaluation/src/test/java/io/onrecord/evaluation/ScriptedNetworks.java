package io.onrecord.evaluation;

import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentencePair;
import io.onrecord.encoder.SentenceVector;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Networks that say what they are told: of pairs by a function, of sentences a vector that grows with their length. */
record ScriptedNetworks(Function<SentencePair, PairScores> scores, Set<String> trainedOn) implements SentenceNetworks {

    @Override
    public PairScorer openPairs() {
        return new PairScorer() {
            @Override
            public String model() {
                return "scripted pairs";
            }

            @Override
            public List<PairScores> score(List<SentencePair> pairs) {
                return pairs.stream().map(scores).toList();
            }

            @Override
            public Set<String> trainedOn() {
                return trainedOn;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public SentenceEncoder openSentences() {
        return new SentenceEncoder() {
            @Override
            public String model() {
                return "scripted sentences";
            }

            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public List<SentenceVector> encode(List<String> texts) {
                return texts.stream()
                        .map(text -> SentenceVector.of(new float[] {1, text.length() - 4}))
                        .toList();
            }

            @Override
            public void close() {}
        };
    }
}
