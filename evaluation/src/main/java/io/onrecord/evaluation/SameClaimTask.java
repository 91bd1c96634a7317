package io.onrecord.evaluation;

import io.onrecord.encoder.PairScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Whether two sentences state the same. Scored pairs ({@code score}, 0 to 5) give {@code same_claim.pearson}; decided ones ({@code
 * same}, 0 or 1) give {@code same_claim.accuracy}, {@code .p}, {@code .r} and {@code .f1}; {@code crossed.accuracy} decides each
 * fifth by the threshold of the other four, over ten orders of the pairs, {@code .least} and {@code .most} in one of them,
 * {@code at_half.accuracy} all by a half. Beside them what the network for pairs and the cosine of the sentences' vectors, which the first figure mixes, come to each by itself, and what saying yes to all does.
 */
final class SameClaimTask implements Task {

    private static final double HIGHEST = 5;
    private static final int PARTS = 5;
    private static final int ORDERS = 10;
    private static final String NAME = "same_claim";

    private final Optional<SentenceNetworks> networks;

    SameClaimTask(Optional<SentenceNetworks> networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "same-claim";
    }

    @Override
    public String describes() {
        return "Whether two sentences state the same, against pairs scored for likeness or decided (JSON Lines: a, b, and"
                + " score or same).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        List<PairLine> lines = PairLine.read(file, "a", "b");
        List<Optional<Double>> scores = new ArrayList<>();
        List<Optional<Boolean>> same = new ArrayList<>();
        for (PairLine line : lines) {
            scores.add(line.number("score", HIGHEST));
            same.add(line.flag("same"));
            if (scores.get(scores.size() - 1).isEmpty()
                    && same.get(same.size() - 1).isEmpty()) {
                throw line.line().problem("there is neither a number 'score' nor 'same' as 0 or 1");
            }
        }
        PairRun run = PairRun.of(file, PairLine.pairs(lines), networks.orElseThrow());
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        scored(scores, run, figures, counts);
        decided(same, run.scores(), figures, counts);
        return run.evaluation(name(), file, figures, counts, engine.producer());
    }

    private static void scored(
            List<Optional<Double>> gold, PairRun run, Map<String, Double> figures, Map<String, Long> counts) {
        List<Double> wanted = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        List<Double> network = new ArrayList<>();
        List<Double> cosines = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            if (gold.get(i).isPresent()) {
                wanted.add(gold.get(i).get());
                found.add(run.scores().get(i).similarity(run.cosines().get(i)));
                network.add(run.scores().get(i).similarity());
                cosines.add(run.cosines().get(i));
            }
        }
        Correlation.of(found, wanted).ifPresent(value -> figures.put(NAME + ".pearson", value));
        Correlation.of(network, wanted).ifPresent(value -> figures.put("network.pearson", value));
        Correlation.of(cosines, wanted).ifPresent(value -> figures.put("cosine.pearson", value));
        if (!wanted.isEmpty()) {
            counts.put("pairs.scored", (long) wanted.size());
        }
    }

    private static void decided(
            List<Optional<Boolean>> gold,
            List<PairScores> scores,
            Map<String, Double> figures,
            Map<String, Long> counts) {
        Shares shares = new Shares();
        List<Threshold.Decided> decided = new ArrayList<>();
        long both = 0;
        long found = 0;
        long same = 0;
        for (int i = 0; i < gold.size(); i++) {
            if (gold.get(i).isPresent()) {
                boolean is = gold.get(i).get();
                boolean said = scores.get(i).isParaphrase();
                decided.add(new Threshold.Decided(scores.get(i).paraphrase(), is));
                shares.add(NAME + ".accuracy", is == said);
                shares.add("always_yes.accuracy", is);
                both += is && said ? 1 : 0;
                found += said ? 1 : 0;
                same += is ? 1 : 0;
            }
        }
        List<Double> orders = crossed(decided, shares);
        decided.forEach(one -> shares.add("at_half.accuracy", one.isRight(0.5)));
        shares.put(figures, counts);
        if (!decided.isEmpty()) {
            figures.put("crossed.accuracy.least", Collections.min(orders));
            figures.put("crossed.accuracy.most", Collections.max(orders));
        }
        if (counts.containsKey(NAME + ".accuracy.gold")) {
            Detected.put(NAME, both, found, same, figures, counts);
        }
    }

    /** Which pairs are a fifth is chance, and moves a threshold: of each of some orders how many are decided rightly, in per cent. */
    private static List<Double> crossed(List<Threshold.Decided> decided, Shares shares) {
        List<Double> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            List<Threshold.Decided> mixed = new ArrayList<>(decided);
            Collections.shuffle(mixed, new Random(order));
            long right = 0;
            for (boolean is : Threshold.crossed(mixed, PARTS)) {
                shares.add("crossed.accuracy", is);
                right += is ? 1 : 0;
            }
            orders.add(AttributionScore.rounded(100.0 * right / Math.max(1, mixed.size()), 2));
        }
        return orders;
    }
}
