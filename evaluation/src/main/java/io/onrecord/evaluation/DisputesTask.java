package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the second of two sentences, from another outlet, weakens or strengthens the first: {@code weakens.average_precision}
 * and {@code strengthens.average_precision}; beside each the share of pairs that do, which is what chance comes to, and what
 * the cosine of the sentences' vectors does.
 */
final class DisputesTask implements Task {

    private static final List<String> RELATIONS = List.of("weakens", "strengthens");

    private final Optional<SentenceNetworks> networks;

    DisputesTask(Optional<SentenceNetworks> networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "disputes";
    }

    @Override
    public String describes() {
        return "Whether a sentence weakens or strengthens another (JSON Lines: a, b, relation: weakens or strengthens, label:"
                + " 0 or 1).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        List<PairLine> lines = PairLine.read(file, "a", "b");
        int[] relations = new int[lines.size()];
        boolean[] labels = new boolean[lines.size()];
        for (int i = 0; i < labels.length; i++) {
            PairLine line = lines.get(i);
            relations[i] = line.choice("relation", RELATIONS);
            labels[i] = line.flag("label").orElseThrow(() -> line.line().problem("there is no 'label', 0 or 1"));
        }
        PairRun run = PairRun.of(file, PairLine.pairs(lines), networks.orElseThrow());
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int relation = 0; relation < RELATIONS.size(); relation++) {
            Ranking ranking = new Ranking();
            Ranking cosine = new Ranking();
            for (int i = 0; i < labels.length; i++) {
                if (relations[i] == relation) {
                    var bearing = run.scores().get(i).bearing();
                    ranking.add(relation == 0 ? bearing.weakens() : bearing.strengthens(), labels[i]);
                    cosine.add(run.cosines().get(i), labels[i]);
                }
            }
            put(RELATIONS.get(relation), ranking, cosine, figures, counts);
        }
        return run.evaluation(name(), file, figures, counts, engine.producer());
    }

    private static void put(
            String name, Ranking ranking, Ranking cosine, Map<String, Double> figures, Map<String, Long> counts) {
        ranking.averagePrecision().ifPresent(value -> figures.put(name + ".average_precision", value));
        cosine.averagePrecision().ifPresent(value -> figures.put(name + ".cosine.average_precision", value));
        ranking.baseRate().ifPresent(value -> figures.put(name + ".base_rate", value));
        if (ranking.size() > 0) {
            counts.put(name + ".pairs", ranking.size());
            counts.put(name + ".positive", ranking.right());
        }
    }
}
