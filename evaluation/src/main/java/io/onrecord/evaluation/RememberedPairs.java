package io.onrecord.evaluation;

import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Asks a network once for each pair, however often it is asked itself. Not safe for use by several threads. */
final class RememberedPairs implements PairScorer {

    private final PairScorer network;
    private final Map<SentencePair, PairScores> known = new HashMap<>();

    /**
     * @param network that this closes
     */
    RememberedPairs(PairScorer network) {
        this.network = network;
    }

    @Override
    public String model() {
        return network.model();
    }

    @Override
    public List<PairScores> score(List<SentencePair> pairs) {
        Set<SentencePair> unknown = new LinkedHashSet<>(pairs);
        unknown.removeAll(known.keySet());
        List<SentencePair> asked = new ArrayList<>(unknown);
        List<PairScores> scores = asked.isEmpty() ? List.of() : network.score(asked);
        for (int i = 0; i < asked.size(); i++) {
            known.put(asked.get(i), scores.get(i));
        }
        return pairs.stream()
                .map(pair -> Objects.requireNonNull(known.get(pair)))
                .toList();
    }

    @Override
    public Set<String> trainedOn() {
        return network.trainedOn();
    }

    @Override
    public void close() {
        network.close();
    }
}
