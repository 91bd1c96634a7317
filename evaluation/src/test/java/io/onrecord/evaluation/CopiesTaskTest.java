package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.onrecord.evaluation.copies.CopySet;
import io.onrecord.evaluation.copies.CopyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTaskTest {

    private static final String WIRE =
            "Ilan Serrat told the council of Tessel on Monday that the ferry would not be sold,"
                    + " whatever the offer, because too many people on the islands had no other way to reach a doctor.";
    private static final String OTHER =
            "The harbour board of Orlo has put off its vote on the new crane until June, after its"
                    + " treasurer found that nobody had asked what the old one would fetch.";

    @TempDir
    Path folder;

    @Test
    void aGeneratedSetIsGroupedRightlyAndTheBaselinesStandBeside() throws IOException {
        Evaluation evaluation = task(OptionalLong.of(1234), Optional.empty()).run(Path.of("none"), engine());
        assertThat(evaluation.figures().get("copies.precision")).isGreaterThanOrEqualTo(99);
        assertThat(evaluation.figures().get("copies.recall")).isGreaterThanOrEqualTo(95);
        assertThat(evaluation.figures().get("origin.accuracy")).isGreaterThanOrEqualTo(99);
        assertThat(evaluation.figures().get("exact.recall")).isLessThan(10);
        assertThat(evaluation.figures().get("jaccard.recall")).isLessThan(80);
        assertThat(evaluation.counts().get("apart.follow-up.gold")).isGreaterThan(1000);
        assertThat(evaluation.counts().get("copies.gold")).isGreaterThan(5000);
        assertThat(evaluation.toJson()).contains("\"copies.precision\":", "the seed 1234");
    }

    @Test
    void aSetThatWasWrittenGivesTheSameFigures() throws IOException {
        Path file = folder.resolve("set.jsonl");
        Evaluation generated = task(OptionalLong.of(2), Optional.of(file)).run(Path.of("none"), engine());
        assertThat(CopiesFile.read(file)).isEqualTo(new CopySet(2).families(1000));
        Evaluation read = task(OptionalLong.empty(), Optional.empty()).run(file, engine());
        assertThat(read.figures()).isEqualTo(generated.figures());
        assertThat(read.counts()).isEqualTo(generated.counts());
    }

    @Test
    void foundAndGoldPairsAreCounted() throws IOException {
        Path file = folder.resolve("gold.jsonl");
        CopiesFile.write(
                file,
                List.of(
                        text("a", WIRE, "1"),
                        text("b", WIRE.toUpperCase(Locale.ROOT), "1"),
                        text("c", WIRE + " She is 81.", "2"),
                        text("d", OTHER, "3"),
                        text("e", "Quite another text that somebody says is a copy of the one about the crane.", "3")));
        Evaluation evaluation = task(OptionalLong.empty(), Optional.empty()).run(file, engine());
        assertThat(evaluation.figures())
                .contains(
                        entry("copies.precision", 33.33),
                        entry("copies.recall", 50.0),
                        entry("exact.precision", 100.0),
                        entry("exact.recall", 50.0));
        assertThat(evaluation.counts())
                .contains(
                        entry("texts", 5L),
                        entry("copies.correct", 1L),
                        entry("copies.predicted", 3L),
                        entry("copies.gold", 2L),
                        entry("links.predicted", 3L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"id\": \"a\", \"text\": \"One.\"}; 'group'",
                "{\"id\": \"a\", \"group\": \"1\"}; 'text'",
                "{\"id\": \"a\", \"group\": \"1\", \"text\": \" \"}; 0 characters",
                "{\"id\": \"a\", \"group\": \"1\", \"text\": \"One.\", \"published\": \"May\"}; not 'May'",
                "{\"id\": \"a\", \"group\": \"1\", \"text\": \"One.\", \"edits\": [1]}; list of strings",
                "[]; JSON object"
            })
    void whatIsNoGoldIsRefusedWithItsLine(String line, String why) throws IOException {
        Path file = Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\": \"x\", \"text\": \"One.\", \"group\": \"x\"}\n" + line + "\n");
        assertThatThrownBy(() -> task(OptionalLong.empty(), Optional.empty()).run(file, engine()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining("gold.jsonl:2")
                .hasMessageContaining(why.equals("0 characters") ? "words" : why);
    }

    @Test
    void anIdThatComesTwiceIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\": \"x\", \"text\": \"One.\", \"group\": \"x\"}\n".repeat(2));
        assertThatThrownBy(() -> task(OptionalLong.empty(), Optional.empty()).run(file, engine()))
                .hasMessageContaining("gold.jsonl:2")
                .hasMessageContaining("'x'");
    }

    private static CopyText text(String id, String text, String group) {
        return new CopyText(
                id, text, Optional.empty(), "", group, false, List.of(), Optional.empty(), Optional.empty());
    }

    private static Task task(OptionalLong seed, Optional<Path> write) {
        TaskOptions options = new TaskOptions(Marks.AS_THEY_ARE, write, Optional.empty(), false).withSeed(seed);
        return Tasks.named("copies", options).orElseThrow();
    }

    private static Engine engine() {
        return IdentityTaskTest.engine();
    }
}
