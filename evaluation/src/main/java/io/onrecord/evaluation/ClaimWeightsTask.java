package io.onrecord.evaluation;

import io.onrecord.claims.Judges;
import io.onrecord.claims.Matcher;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.evaluation.MeaningChain.Prepared;
import io.onrecord.model.ArticleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits the weights by which statements are joined to claims and set against one another ({@link ClaimFit}), on gold spans.
 *
 * <p>Figures are those of {@link ClaimsTask}: {@code held-out.…} over each event with the weights fitted on the others,
 * {@code shipped.…} with the weights that ship; {@code ….plain} by words and vectors, {@code ….pairs} with the network for pairs
 * beside them; {@code ….gold_spans} with the gold's spans instead of the engine's. Candidates, claims and edges are sought among all
 * articles; what an event's statements come to is counted.
 */
final class ClaimWeightsTask implements Task {

    private final Optional<SentenceNetworks> networks;
    private final Optional<Path> folder;

    /**
     * @param networks what compares sentences
     * @param folder where the tables fitted on all events are written; empty for nowhere
     */
    ClaimWeightsTask(Optional<SentenceNetworks> networks, Optional<Path> folder) {
        this.networks = networks;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "claim-weights";
    }

    @Override
    public String describes() {
        return "Fits the weights that compare statements on a folder of claims, and says what they are worth on other events.";
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        ClaimsGold gold = ClaimsFolder.read(file);
        if (gold.events().size() < 2) {
            throw new GoldFormatException(
                    file, "weights are judged on an event that they were not fitted on: two or more are needed");
        }
        SentenceNetworks open =
                networks.orElseThrow(() -> new IllegalStateException("nothing to compare sentences with"));
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        List<ArticleRecord> read = gold.read(engine);
        counts.put("articles", (long) gold.articles().size());
        counts.put("articles.missing", (long) gold.articles().size() - read.size());
        try (SentenceEncoder sentences = open.openSentences();
                PairScorer pairs = new RememberedPairs(open.openPairs())) {
            List<ArticleRecord> given = gold.records(engine.producer());
            Prepared prepared = Prepared.of(given, sentences);
            ClaimFit fit =
                    new ClaimFit(gold, ClaimRun.of(gold, given, ClaimChain.NONE).aligned(), prepared.propositions());
            counts.put("pairs", (long) fit.pairs());
            Map<String, Judges> heldOut = new HashMap<>();
            for (String event : gold.events()) {
                heldOut.put(event, fit.fit(Optional.of(event), pairs));
            }
            Map<String, Matcher> matchers = new LinkedHashMap<>();
            matchers.put("plain", Matcher.plain());
            matchers.put("pairs", Matcher.with(pairs));
            Prepared found = Prepared.of(read, sentences);
            matchers.forEach((name, matcher) -> {
                Measured measured = new Measured(gold, matcher, figures, counts);
                measured.report(name, read, found, heldOut);
                measured.report(name + ".gold_spans", given, prepared, heldOut);
            });
            if (folder.isPresent()) {
                write(folder.get(), fit.fit(Optional.empty(), pairs), gold, pairs.model());
            }
        }
        return new Evaluation(name(), file.toString(), figures, counts, engine.producer());
    }

    /** Figures of one way to compare. */
    private record Measured(ClaimsGold gold, Matcher matcher, Map<String, Double> figures, Map<String, Long> counts) {

        void report(String name, List<ArticleRecord> records, Prepared prepared, Map<String, Judges> heldOut) {
            Map<String, ClaimRun> byEvent = new HashMap<>();
            heldOut.forEach((event, judges) -> byEvent.put(event, run(records, prepared, judges)));
            report("held-out." + name, ClaimRun.joined(gold, byEvent));
            report("shipped." + name, run(records, prepared, Judges.shipped()));
        }

        private ClaimRun run(List<ArticleRecord> records, Prepared prepared, Judges judges) {
            return ClaimRun.of(gold, records, all -> prepared.link(matcher.judging(judges)));
        }

        private void report(String name, ClaimRun run) {
            run.claims(gold).report(name + ".b_cubed", figures);
            DisputeScore disputes = run.disputes(gold);
            disputes.reportShort(name + ".disputes", figures, counts);
            disputes.reportContrary(name + ".contradicts", figures, counts);
            disputes.reliability(edge -> true)
                    .calibrationError()
                    .ifPresent(error -> figures.put(name + ".disputes.ece", AttributionScore.rounded(100 * error, 2)));
        }
    }

    private static void write(Path folder, Judges judges, ClaimsGold gold, String network) throws IOException {
        Files.createDirectories(folder);
        String fitted = "# Fitted by `onrecord evaluate claim-weights` on "
                + gold.events().size() + " events";
        for (Map.Entry<String, String> table : judges.tables().entrySet()) {
            String by = table.getKey().contains("pairs") ? ", with " + network : "";
            Files.writeString(
                    folder.resolve(table.getKey()), fitted + by + ".\n" + table.getValue(), StandardCharsets.UTF_8);
        }
    }
}
