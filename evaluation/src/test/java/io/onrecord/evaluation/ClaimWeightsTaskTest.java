package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.claims.Judges;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import io.onrecord.evaluation.MeaningChain.Prepared;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimWeightsTaskTest {

    private static final ScriptedNetworks NETWORKS = new ScriptedNetworks(ClaimWeightsTaskTest::scores, Set.of());

    @TempDir
    Path folder;

    @Test
    void itSaysWhatWeightsAreWorthOnAnotherEventAndWritesThoseOfAll() throws IOException {
        gold("dam", "mill");
        Path tables = folder.resolve("tables");

        Evaluation evaluation = new ClaimWeightsTask(Optional.of(NETWORKS), Optional.of(tables)).run(folder, engine());

        assertThat(evaluation.figures())
                .containsKeys(
                        "held-out.plain.b_cubed.f1",
                        "held-out.pairs.gold_spans.b_cubed.f1",
                        "shipped.pairs.disputes.precision",
                        "held-out.plain.contradicts.recall");
        assertThat(evaluation.counts()).containsEntry("articles", 8L).containsEntry("articles.missing", 0L);
        for (String table : Judges.shipped().tables().keySet()) {
            assertThat(Files.readString(tables.resolve(table)))
                    .startsWith("# Fitted by `onrecord evaluate claim-weights` on 2 events")
                    .contains("\nBIAS\t");
        }
        assertThat(weight(tables.resolve("same.tsv"), "LEAST_SHARED")).isPositive();
        assertThat(weight(tables.resolve("same-pairs.tsv"), "PAIR_SAME")).isPositive();
        assertThat(Files.readString(tables.resolve("same.tsv"))).doesNotContain("PAIR_");
    }

    @Test
    void whatAnEventIsJudgedByKnowsNothingOfIt() throws IOException {
        gold("dam", "mill");
        ClaimsGold both = ClaimsFolder.read(folder);

        Judges without = fit(both).fit(Optional.of("dam"), NETWORKS.openPairs());

        assertThat(without.tables())
                .isEqualTo(fit(both.of("mill"))
                        .fit(Optional.empty(), NETWORKS.openPairs())
                        .tables())
                .isNotEqualTo(
                        fit(both).fit(Optional.empty(), NETWORKS.openPairs()).tables());
    }

    @Test
    void oneEventIsNotEnough() throws IOException {
        gold("dam");
        assertThatThrownBy(() -> new ClaimWeightsTask(Optional.of(NETWORKS), Optional.empty()).run(folder, engine()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining("two or more are needed");
    }

    private static ClaimFit fit(ClaimsGold gold) {
        List<ArticleRecord> records = gold.records(ScriptedEngine.PRODUCER);
        return new ClaimFit(
                gold,
                ClaimRun.of(gold, records, ClaimChain.NONE).aligned(),
                Prepared.of(records, NETWORKS.openSentences()).propositions());
    }

    private static double weight(Path table, String feature) throws IOException {
        return Files.readAllLines(table).stream()
                .filter(line -> line.startsWith(feature + "\t"))
                .mapToDouble(line -> Double.parseDouble(line.substring(feature.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** Of each event four articles: two say that a thing leaked, one that it did not, one something else. */
    private void gold(String... events) throws IOException {
        StringBuilder articles = new StringBuilder();
        StringBuilder statements = new StringBuilder();
        StringBuilder claims = new StringBuilder();
        StringBuilder disputes = new StringBuilder();
        for (String event : events) {
            List<String> contents = List.of(
                    "the " + event + " of Velia leaked on Serrat",
                    "the " + event + " of Velia leaked upon Serrat badly",
                    "the " + event + " of Velia never leaked on Serrat",
                    "the " + event + " of Velia costs Serrat dear");
            List<String> of = List.of("leak", "leak", "dry", "cost");
            for (int i = 0; i < contents.size(); i++) {
                String content = contents.get(i);
                String id = event + i;
                articles.append("{\"id\": \"" + id + "\", \"published\": \"2026-03-0" + (i + 1)
                        + "\", \"text\": \"Ana Oldin said " + content + ".\"}\n");
                statements.append("{\"article\": \"" + id + "\", \"event\": \"" + event
                        + "\", \"statements\": [{\"id\": \"1\", \"source\": [[0, 9]], \"cue\": [[10, 14]], \"content\": [[15, "
                        + (15 + content.length()) + "]], \"within\": null, \"claim\": \"" + event + of.get(i)
                        + "\"}]}\n");
            }
            claims.append("{\"id\": \"" + event + "leak\", \"contradicts\": [\"" + event + "dry\"]}\n");
            claims.append("{\"id\": \"" + event + "dry\"}\n{\"id\": \"" + event + "cost\"}\n");
            disputes.append("{\"article\": \"" + event + "2\", \"from\": \"1\", \"to\": {\"claim\": \"" + event
                    + "leak\"}, \"kind\": \"CONTRADICTS\", \"evidence\": [[15, 20]]}\n");
        }
        Files.writeString(folder.resolve("articles.jsonl"), articles);
        Files.writeString(folder.resolve("statements.jsonl"), statements);
        Files.writeString(folder.resolve("claims.jsonl"), claims);
        Files.writeString(folder.resolve("disputes.jsonl"), disputes);
    }

    private static ScriptedEngine engine() {
        return new ScriptedEngine(article -> new Outcome.Kept<>(
                new ArticleRecord(article, List.of(), List.of(said(article)), List.of(), ScriptedEngine.PRODUCER)));
    }

    private static Statement said(Article article) {
        int end = article.text().value().length() - 1;
        return Statements.of(
                article, new Parts(List.of(new Span(0, 9)), List.of(new Span(10, 14)), List.of(new Span(15, end))));
    }

    private static PairScores scores(SentencePair pair) {
        boolean same = pair.a().contains("leaked")
                && pair.b().contains("leaked")
                && !pair.a().contains("never")
                && !pair.b().contains("never");
        double is = same ? 0.9 : 0.1;
        return new PairScores(
                is,
                is,
                new PairScores.Relation(is, 1 - is, 0),
                new PairScores.Stance(0, 0, 1),
                new PairScores.Bearing(is, 1 - is));
    }
}
