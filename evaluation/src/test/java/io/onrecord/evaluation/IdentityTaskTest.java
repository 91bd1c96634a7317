package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTaskTest {

    private static final String GOLD = """
            {"id": "p", "articles": [\
            {"id": "a", "published": "2026-03-01", "outlet": "Selm Post", "speakers": [\
            {"local": "1", "name": "Ana Orell", "kind": "PERSON", "roles": [{"title": "mayor", "of": "Kelm"}], "descriptions": [], "aliases": []}, \
            {"local": "2", "name": "Avenia", "kind": "GOVERNMENT", "roles": [], "descriptions": [], "aliases": []}]}, \
            {"id": "b", "published": "2026-03-02", "speakers": [\
            {"local": "1", "name": "Orell", "kind": "PERSON", "roles": [{"title": "mayor", "of": "Kelm"}], "descriptions": [], "aliases": []}, \
            {"local": "2", "name": "Ana Orell", "kind": "PERSON", "roles": [{"title": "miller"}], "descriptions": [], "aliases": []}, \
            {"local": "3", "name": "Avenian government", "kind": "GOVERNMENT", "roles": [], "descriptions": [], "aliases": []}]}], \
            "same": [[["a", "1"], ["b", "1"]], [["a", "2"], ["b", "3"]]], "apart": [[["a", "1"], ["b", "2"]]], "open": [[["b", "2"], ["a", "2"]]]}
            """;

    @TempDir
    Path folder;

    @Test
    void pairsAreJudgedBesideTheBaselineOfTheSameName() throws IOException {
        Evaluation evaluation = run(GOLD);
        assertThat(evaluation.figures())
                .contains(
                        entry("identity.p", 100.0),
                        entry("identity.r", 100.0),
                        entry("identity.f1", 100.0),
                        entry("identity.apart.recall", 100.0),
                        entry("baseline.p", 0.0),
                        entry("baseline.r", 0.0),
                        entry("baseline.f1", 0.0),
                        entry("baseline.apart.recall", 50.0));
        assertThat(evaluation.counts())
                .contains(
                        entry("articles", 2L),
                        entry("speakers", 5L),
                        entry("identity.gold", 2L),
                        entry("identity.apart.gold", 2L),
                        entry("identity.open", 1L),
                        entry("baseline.predicted", 1L));
    }

    @Test
    void theOpenHalfOfTheGoldPassagesIsMostlyRight() throws IOException {
        Path gold = Path.of(System.getProperty("onrecord.root"))
                .resolve("testkit/src/main/resources/io/onrecord/testkit/gold/identity-open.jsonl");
        Evaluation evaluation = task().run(gold, engine());
        assertThat(evaluation.counts()).contains(entry("passages", 20L), entry("identity.apart.correct", 26L));
        assertThat(evaluation.figures().get("identity.f1")).isGreaterThan(95.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"PERSON\"; \"ROBOT\"; :1: 'ROBOT' is no kind of speaker",
                "[\"b\", \"2\"]]]; [\"z\", \"2\"]]]; :1: no article has the speaker [\"z\",\"2\"]",
                "2026-03-01; March; :1: 'published' is a day such as 2024-05-16, not 'March'",
                "\"apart\"; \"aprt\"; :1: expected an object with the list 'apart'",
                "[[[\"a\", \"1\"], [\"b\", \"2\"]]]; [[[\"a\", \"1\"], [\"b\", \"1\"]]]; :1: Pair"
            })
    void whatIsNoGoldFileIsToldByLine(String part, String wrong, String message) {
        assertThatThrownBy(() -> run(GOLD.replace(part, wrong)))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining(message);
    }

    private Evaluation run(String gold) throws IOException {
        return task().run(Files.writeString(folder.resolve("gold.jsonl"), gold), engine());
    }

    private static Task task() {
        return Tasks.named("identity").orElseThrow();
    }

    static Engine engine() {
        return new ScriptedEngine(article -> {
            throw new AssertionError("the speakers are given");
        });
    }
}
