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
import org.junit.jupiter.params.provider.ValueSource;

class SpeakersTaskTest {

    /** Ana Orell by name and by pronoun, a guard who stays unnamed, and Peter Ito where the gold has another. */
    private static final String GIVEN = """
            {"id": "a", "text": "Ana Orell said no. She said yes. A guard said so. Peter Ito said go.", "statements": [\
            {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 17]], "speaker": {"name": "Ana Orell", "kind": "PERSON"}, "kindOfMention": "full-name"}, \
            {"source": [[19, 22]], "cue": [[23, 27]], "content": [[28, 31]], "speaker": {"name": "Ana Orell", "kind": "PERSON"}, "kindOfMention": "pronoun"}, \
            {"source": [[33, 40]], "cue": [[41, 45]], "content": [[46, 48]], "speaker": null, "unresolved": "unnamed", "kindOfMention": "description"}, \
            {"source": [[50, 59]], "cue": [[60, 64]], "content": [[65, 67]], "speaker": {"name": "Ilan Serrat", "kind": "PERSON"}, "kindOfMention": "full-name"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void statementsThatAreGivenAreAskedForAsTheyStand() throws IOException {
        Evaluation evaluation = run("speakers", GIVEN);
        assertThat(evaluation.figures())
                .contains(
                        entry("speakers.accuracy", 75.0),
                        entry("speakers.wrong", 25.0),
                        entry("speakers.unresolved", 0.0),
                        entry("mention.full-name", 50.0),
                        entry("mention.pronoun", 100.0),
                        entry("via.PRONOUN", 100.0));
        assertThat(evaluation.counts()).contains(entry("articles", 1L), entry("articles.missing", 0L));
    }

    /** Without what a network sees; with it 88.8. */
    @Test
    void theOpenPassagesKeepTheirLevel() throws IOException {
        String gold =
                Files.readString(Path.of("../testkit/src/main/resources/io/onrecord/testkit/gold/speakers-open.jsonl"));
        assertThat(run("speakers", gold).figures().get("speakers.accuracy")).isGreaterThanOrEqualTo(86);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"id\": \"a\", \"text\": \"No.\"}",
                "{\"id\": \"a\", \"text\": \"No.\", \"quotes\": [{\"start\": 0, \"end\": 9, \"speaker\": \"x\"}]}",
                "{\"id\": \"a\", \"text\": \"No.\", \"statements\": [{}]}",
                "{\"id\": \"a\", \"text\": \"No.\", \"published\": \"soon\", \"quotes\": []}",
                ""
            })
    void anotherFileIsRefusedWithThePlace(String line) {
        assertThatThrownBy(() -> run("speakers", line)).isInstanceOf(GoldFormatException.class);
    }

    @Test
    void pronounsAreJudgedBesideTheLastNameBefore() throws IOException {
        StringBuilder gap = new StringBuilder(
                "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n");
        for (int i = 0; i < 10; i++) {
            gap.append(i)
                    .append(
                            "\tAna Orell met Eva Ito in Lisden. She was late.\tShe\t33\tAna Orell\t0\tTRUE\tEva Ito\t14\tFALSE\t\n");
        }
        Evaluation evaluation = run("pronouns", gap.toString());
        assertThat(evaluation.figures()).contains(entry("pronouns.f1", 100.0), entry("nearest.f1", 0.0));
        assertThat(evaluation.counts()).contains(entry("pronouns.gold", 10L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one line",
                "head\none\ttwo",
                "head\n1\tNo.\tShe\tx\tA\t0\tTRUE\tB\t0\tFALSE\t",
                "head\n1\tNo.\tShe\t99\tA\t0\tTRUE\tB\t0\tFALSE\t"
            })
    void otherColumnsAreRefusedWithThePlace(String lines) {
        assertThatThrownBy(() -> run("pronouns", lines)).isInstanceOf(GoldFormatException.class);
    }

    private Evaluation run(String task, String gold) throws IOException {
        Path file = Files.writeString(folder.resolve("gold"), gold);
        return Tasks.named(task).orElseThrow().run(file, IdentityTaskTest.engine());
    }
}
