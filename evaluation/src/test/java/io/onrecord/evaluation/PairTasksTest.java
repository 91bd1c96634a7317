package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import io.onrecord.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the network says stands in the second sentence: similarity, paraphrase, agrees, disagrees, weakens, strengthens. */
class PairTasksTest {

    private static final String SCORED = """
            {"a": "The dam is safe.", "b": "0.9 0 0 0 0 0", "score": 5}
            {"a": "The dam is safe.", "b": "0.5 0 0 0 0 0", "score": 2.5}
            {"a": "The dam is safe.", "b": "0.1 0 0 0 0 0", "score": 0}
            """;

    private static final String DECIDED = """
            {"a": "The dam is safe.", "b": "0 0.9 0 0 0 0", "same": 1}
            {"a": "The dam is safe.", "b": "0 0.25 0 0 0 0", "same": true}
            {"a": "The dam is safe.", "b": "0 0.7 0 0 0 0", "same": 0}
            {"a": "The dam is safe.", "b": "0 0.2 0 0 0 0", "same": 0}
            """;

    private static final String STANCES = """
            {"claim": "The dam is safe.", "headline": "0 0 0.8 0.1 0 0", "stance": "for"}
            {"claim": "The dam is safe.", "headline": "0 0 0.1 0.8 0 0", "stance": "against"}
            {"claim": "The dam is safe.", "headline": "0 0 0.7 0.1 0 0", "stance": "observing"}
            {"claim": "The dam is safe.", "headline": "0 0 0.1 0.1 0 0", "stance": "observing"}
            """;

    private static final String BEARINGS = """
            {"a": "The dam is safe.", "b": "0 0 0 0 0.9 0.1", "relation": "weakens", "label": 1}
            {"a": "The dam is safe.", "b": "0 0 0 0 0.8 0.2", "relation": "weakens", "label": 0}
            {"a": "The dam is safe.", "b": "0 0 0 0 0.7 0.3", "relation": "weakens", "label": 1}
            {"a": "The dam is safe.", "b": "0 0 0 0 0.1 0.3", "relation": "weakens", "label": 0}
            {"a": "The dam is safe.", "b": "0 0 0 0 0.1 0.4", "relation": "strengthens", "label": 0}
            """;

    @TempDir
    Path folder;

    private Path gold(String lines) throws IOException {
        return Files.writeString(folder.resolve("gold.jsonl"), lines);
    }

    private static Evaluation run(String task, Path file, Set<String> trainedOn) throws IOException {
        SentenceNetworks networks = new ScriptedNetworks(PairTasksTest::scores, trainedOn);
        ScriptedEngine engine =
                new ScriptedEngine(article -> new Outcome.Skipped<>("x", Outcome.Stage.ENCODING, "not to be read"));
        return Tasks.named(task, TaskOptions.DEFAULT.withNetworks(networks))
                .orElseThrow()
                .run(file, engine);
    }

    private static PairScores scores(SentencePair pair) {
        String[] said = pair.b().split(" ", -1);
        double agrees = Double.parseDouble(said[2]);
        double disagrees = Double.parseDouble(said[3]);
        return new PairScores(
                Double.parseDouble(said[0]),
                Double.parseDouble(said[1]),
                new PairScores.Relation(0, 0, 1),
                new PairScores.Stance(agrees, disagrees, 1 - agrees - disagrees),
                new PairScores.Bearing(Double.parseDouble(said[5]), Double.parseDouble(said[4])));
    }

    @Test
    void scoredPairsGiveACorrelation() throws IOException {
        Evaluation found = run("same-claim", gold(SCORED), Set.of());
        assertThat(found.figures())
                .contains(entry("same_claim.pearson", 1.0), entry("network.pearson", 1.0))
                .doesNotContainKeys("same_claim.accuracy", "cosine.pearson");
        assertThat(found.counts()).containsExactly(entry("pairs.scored", 3L));
        assertThat(found.producer().model()).isEqualTo("scripted pairs");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void decidedPairsGiveAccuracyAndF1BesideSayingYesToAll() throws IOException {
        Evaluation found = run("same-claim", gold(DECIDED), Set.of());
        assertThat(found.figures())
                .contains(
                        entry("same_claim.accuracy", 75.0),
                        entry("always_yes.accuracy", 50.0),
                        entry("same_claim.p", 66.67),
                        entry("same_claim.r", 100.0),
                        entry("same_claim.f1", 80.0))
                .doesNotContainKey("same_claim.pearson");
    }

    @Test
    void howWellAThresholdOfOthersDecidesIsTheMeanOfTenOrders() throws IOException {
        String clear = (line("0.9", 1) + line("0.1", 0)).repeat(10);
        Evaluation found = run("same-claim", gold(clear), Set.of());
        assertThat(found.figures())
                .contains(
                        entry("crossed.accuracy", 100.0),
                        entry("crossed.accuracy.least", 100.0),
                        entry("crossed.accuracy.most", 100.0));
        assertThat(found.counts()).contains(entry("crossed.accuracy.gold", 200L));

        // One of those that are least sure is decided by itself, or not, as it is parted from the others.
        String close = clear + line("0.3", 1) + line("0.3", 1) + line("0.35", 0);
        assertThat(run("same-claim", gold(close), Set.of()).figures()).satisfies(figures -> {
            double least = figures.getOrDefault("crossed.accuracy.least", -1.0);
            double most = figures.getOrDefault("crossed.accuracy.most", -1.0);
            assertThat(least).isBetween(80.0, most);
            assertThat(figures.getOrDefault("crossed.accuracy", -1.0)).isBetween(least, most);
        });
    }

    private static String line(String paraphrase, int same) {
        return "{\"a\": \"The dam is safe.\", \"b\": \"0 " + paraphrase + " 0 0 0 0\", \"same\": " + same + "}\n";
    }

    @Test
    void aFileMayHoldBoth() throws IOException {
        assertThat(run("same-claim", gold(SCORED + DECIDED), Set.of()).figures())
                .contains(entry("same_claim.pearson", 1.0), entry("same_claim.accuracy", 75.0));
    }

    @Test
    void scoresThatAreAllAlikeHaveNoCorrelation() throws IOException {
        String line = "{\"a\": \"The dam.\", \"b\": \"0.9 0 0 0 0 0\", \"score\": 5}\n";
        Evaluation found = run("same-claim", gold(line + line), Set.of());
        assertThat(found.figures()).doesNotContainKey("same_claim.pearson");
        assertThat(found.counts()).containsEntry("pairs.scored", 2L);
    }

    @Test
    void stancesGiveAccuracyAndTheMeanF1OfTheThree() throws IOException {
        Evaluation found = run("stance-to-claim", gold(STANCES), Set.of());
        assertThat(found.figures())
                .contains(
                        entry("stance_to_claim.accuracy", 75.0),
                        entry("stance_to_claim.macro_f1", 77.78),
                        entry("stance_to_claim.for.p", 50.0),
                        entry("stance_to_claim.observing.r", 50.0));
    }

    @Test
    void disputesAreRankedAndStandBesideChanceAndTheCosine() throws IOException {
        Evaluation found = run("disputes", gold(BEARINGS), Set.of());
        assertThat(found.figures())
                .contains(
                        entry("weakens.average_precision", 83.33),
                        entry("weakens.cosine.average_precision", 50.0),
                        entry("weakens.base_rate", 50.0),
                        entry("strengthens.base_rate", 0.0))
                .doesNotContainKey("strengthens.average_precision");
        assertThat(found.counts()).contains(entry("weakens.pairs", 4L), entry("weakens.positive", 2L));
    }

    @Test
    void figuresOnAFileThatWasTrainedOnSaySo() throws Exception {
        Path file = gold(SCORED);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(SCORED.getBytes(StandardCharsets.UTF_8));
        Evaluation found = run("same-claim", file, Set.of(HexFormat.of().formatHex(digest)));
        assertThat(found.toTable())
                .contains("note: the network was trained on this file")
                .contains("training/pairs");
        assertThat(found.toJson()).contains("\"notes\":[\"the network was trained on this file");
        assertThat(run("same-claim", file, Set.of("00")).toJson()).doesNotContain("notes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "same-claim | {\"a\": \"x\", \"b\": \"y\"} | neither a number 'score' nor 'same'",
                "same-claim | {\"a\": \"x\", \"b\": \"y\", \"score\": 5.1} | 'score' is a number from 0 to 5, not 5.1",
                "same-claim | {\"a\": \"x\", \"b\": \"y\", \"score\": \"3\"} | 'score' is a number from 0 to 5, not \"3\"",
                "same-claim | {\"a\": \"x\", \"b\": \"y\", \"same\": 2} | 'same' is 0 or 1, not 2",
                "same-claim | {\"a\": \" \", \"b\": \"y\", \"same\": 1} | 'a' is blank",
                "same-claim | {\"a\": \"x\", \"same\": 1} | there is no string 'b'",
                "same-claim | {\"a\": \"x\" | not a JSON object",
                "stance-to-claim | {\"claim\": \"x\", \"headline\": \"y\", \"stance\": \"maybe\"} | 'stance' is one of for, against, observing, not 'maybe'",
                "stance-to-claim | {\"claim\": \"x\", \"headline\": \"y\"} | there is no string 'stance'",
                "disputes | {\"a\": \"x\", \"b\": \"y\", \"relation\": \"denies\", \"label\": 1} | 'relation' is one of weakens, strengthens, not 'denies'",
                "disputes | {\"a\": \"x\", \"b\": \"y\", \"relation\": \"weakens\"} | there is no 'label', 0 or 1"
            })
    void aBrokenLineIsNamedAndNothingIsRun(String task, String line, String message) throws IOException {
        String good = switch (task) {
            case "same-claim" -> SCORED;
            case "disputes" -> BEARINGS;
            default -> STANCES;
        };
        Path file = gold(good + line + "\n");
        long number = good.lines().count() + 1;
        assertThatThrownBy(() -> run(task, file, Set.of()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageStartingWith(file + ":" + number + ": ")
                .hasMessageContaining(message);
    }
}
