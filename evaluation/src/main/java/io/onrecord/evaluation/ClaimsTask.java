package io.onrecord.evaluation;

import io.onrecord.model.ArticleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claims and disputes over the articles of a {@link ClaimsFolder}, all of which the engine reads.
 *
 * <ul>
 *   <li>{@code claims.b_cubed}: {@link BCubed} over the gold statements that have a claim; one that the engine did not find is a
 *       claim of its own. {@code claims.b_cubed_gold_spans}: the same with the gold's spans instead of the engine's.
 *   <li>{@code baseline.singletons}: each statement a claim of its own. {@code baseline.words}: contents half of whose words are
 *       the same are one claim, and so are chains of them (gold spans).
 *   <li>{@code disputes}: {@link DisputeScore}, edges of the statements that the engine found; kinds must be the same.
 *       {@code disputes_gold_spans}: with the gold's spans.
 *   <li>{@code event.EVENT.claims} and {@code event.EVENT.disputes}: the main figures of each event apart.
 * </ul>
 */
final class ClaimsTask implements Task {

    private final ClaimChain chain;
    private final Optional<Path> listing;

    /**
     * @param chain what makes claims of statements
     * @param listing where each edge is written with whether it is right; empty for nowhere
     */
    ClaimsTask(ClaimChain chain, Optional<Path> listing) {
        this.chain = chain;
        this.listing = listing;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public String describes() {
        return "Claims and disputes over articles (a folder: articles, statements, claims and disputes, each .jsonl).";
    }

    @Override
    public Evaluation run(Path folder, Engine engine) throws IOException {
        ClaimsGold gold = ClaimsFolder.read(folder);
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        List<ArticleRecord> read = gold.read(engine);
        ClaimRun found = ClaimRun.of(gold, read, chain);
        ClaimRun given = ClaimRun.of(gold, gold.records(engine.producer()), chain);
        found.claims(gold).report("claims.b_cubed", figures);
        given.claims(gold).report("claims.b_cubed_gold_spans", figures);
        WordGroups.singletons(gold).report("baseline.singletons", figures);
        WordGroups.alike(gold).report("baseline.words", figures);
        DisputeScore score = found.disputes(gold);
        score.report("disputes", figures, counts);
        calibration(score, figures, counts);
        given.disputes(gold).report("disputes_gold_spans", figures, counts);
        for (String event : gold.events()) {
            ClaimsGold part = gold.of(event);
            found.claims(part).report("event." + event + ".claims", figures);
            found.disputes(part).reportShort("event." + event + ".disputes", figures, counts);
        }
        counts.put("articles", (long) gold.articles().size());
        counts.put("articles.missing", (long) gold.articles().size() - read.size());
        counts.put("statements", (long) found.statements());
        counts.put("statements.gold", (long) given.aligned().size());
        counts.put("statements.aligned", (long) found.aligned().size());
        if (listing.isPresent()) {
            Files.writeString(
                    listing.get(),
                    "from the engine's spans\n" + score.listing() + "from gold spans\n"
                            + given.disputes(gold).listing(),
                    StandardCharsets.UTF_8);
        }
        return new Evaluation(name(), folder.toString(), figures, counts, engine.producer());
    }

    /** How far the confidence of edges is from the share that is right, and how well it tells right from wrong. */
    private static void calibration(DisputeScore score, Map<String, Double> figures, Map<String, Long> counts) {
        Reliability reliability = score.reliability(edge -> true);
        reliability
                .calibrationError()
                .ifPresent(error -> figures.put("disputes.ece", AttributionScore.rounded(100 * error, 2)));
        reliability.area().ifPresent(area -> figures.put("disputes.auc", AttributionScore.rounded(100 * area, 2)));
        counts.put("disputes.edges", (long) reliability.items());
    }
}
