package io.onrecord.evaluation;

import io.onrecord.encoder.PairScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a headline takes a claim for true, for false, or only reports it: {@code stance_to_claim.accuracy}, {@code .macro_f1},
 * and precision, recall and F1 of each of the three.
 */
final class StanceToClaimTask implements Task {

    private static final List<String> STANCES = List.of("for", "against", "observing");

    private final Optional<SentenceNetworks> networks;

    StanceToClaimTask(Optional<SentenceNetworks> networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "stance-to-claim";
    }

    @Override
    public String describes() {
        return "What a headline does with a claim (JSON Lines: claim, headline, stance: for, against or observing).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        List<PairLine> lines = PairLine.read(file, "claim", "headline");
        int[] gold = new int[lines.size()];
        for (int i = 0; i < gold.length; i++) {
            gold[i] = lines.get(i).choice("stance", STANCES);
        }
        PairRun run = PairRun.of(file, PairLine.pairs(lines), networks.orElseThrow());
        ByClass classes = new ByClass("stance_to_claim", STANCES);
        for (int i = 0; i < gold.length; i++) {
            classes.add(gold[i], found(run.scores().get(i).stance()));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        classes.put(figures, counts);
        return run.evaluation(name(), file, figures, counts, engine.producer());
    }

    private static int found(PairScores.Stance stance) {
        if (stance.agrees() >= stance.disagrees() && stance.agrees() >= stance.observes()) {
            return 0;
        }
        return stance.disagrees() >= stance.observes() ? 1 : 2;
    }
}
