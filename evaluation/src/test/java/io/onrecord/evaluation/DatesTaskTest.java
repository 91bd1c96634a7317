package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTaskTest {

    private static final Path TIMEBANK = Path.of("../../shared/data/dates/timebank-train.tsv");

    private static final String EXPRESSIONS = """
            2024-05-16T10:00:00\tTIME\t2024-05-16T10:00:00
            Wednesday evening\tTIME\t2024-05-15TEV
            today\tDATE\t2024-05-16
            last week\tDATE\t2024-WXX
            last year\tDATE\t2022
            recently\tDATE\tPAST_REF
            soon\tDATE\tPAST_REF
            three days\tDURATION\tP3D
            every month\tSET\tP1M
            the third quarter\tDURATION\t2023-Q3
            a year earlier\tDATE\t2022-Q3

            2019-01-01\tDATE\t2019-01-01
            yesterday\tDATE\t2018-12-31
            """;

    private static final String STATEMENTS = """
            {"id": "a", "published": "2024-05-16", "text": "Ito said on Wednesday no.", "case": "weekday", "statement": \
            {"source": [[0, 3]], "cue": [[4, 8]], "content": [[22, 24]]}, \
            "date": {"value": "2024-05-15", "precision": "DAY", "basis": "ON_TEXT", "text": "Wednesday"}}
            {"id": "b", "published": "2024-05-16", "text": "Ito said no.", "statement": \
            {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}, \
            "date": {"value": "2024-05-16", "precision": "DAY", "basis": "PUBLISHED"}}
            {"id": "c", "published": null, "text": "Ito said no.", "statement": \
            {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}, "date": null}
            {"id": "d", "published": "2024-02-31", "text": "Ito said today no.", "statement": \
            {"source": [[0, 3]], "cue": [[4, 8]], "content": [[15, 17]]}, \
            "date": {"value": "2024-02-29", "precision": "DAY", "basis": "ON_TEXT"}}
            """;

    @TempDir
    Path folder;

    @Test
    void theOpenPassagesKeepTheirLevel() throws IOException {
        String gold =
                Files.readString(Path.of("../testkit/src/main/resources/io/onrecord/testkit/gold/dates-open.jsonl"));
        assertThat(run(gold).figures().get("dates.accuracy")).isGreaterThanOrEqualTo(98);
    }

    @Test
    void expressionsAreMeasuredByKindBesideTheDateOfTheDocument() throws IOException {
        Evaluation evaluation = run(EXPRESSIONS);
        assertThat(evaluation.figures())
                .contains(
                        entry("dates.accuracy", 71.43),
                        entry("dates.fits", 85.71),
                        entry("dates.alone", 57.14),
                        entry("dates.day", 100.0),
                        entry("dates.week", 0.0),
                        entry("dates.quarter", 100.0),
                        entry("dates.reference", 50.0),
                        entry("dates.none", 100.0),
                        entry("baseline.accuracy", 14.29))
                .doesNotContainKey("dates.month");
        assertThat(evaluation.counts())
                .contains(
                        entry("documents", 2L),
                        entry("dates.accuracy.correct", 5L),
                        entry("dates.accuracy.gold", 7L),
                        entry("dates.all.gold", 11L));
    }

    @Test
    void statementsAreMeasuredByWhatDatesThem() throws IOException {
        Evaluation evaluation = run(STATEMENTS);
        assertThat(evaluation.figures())
                .contains(
                        entry("dates.accuracy", 75.0),
                        entry("dates.text", 50.0),
                        entry("dates.published", 100.0),
                        entry("dates.none", 100.0),
                        entry("dates.value", 75.0),
                        entry("baseline.accuracy", 50.0));
        assertThat(evaluation.counts()).contains(entry("statements", 4L), entry("dates.accuracy.correct", 3L));
        assertThat(evaluation.toTable()).contains("dates.accuracy ").contains("(3 of 4)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "2024-05-16\tDATE", "2024-02-31\tDATE\t2024-02-31", "May\tDATE\tMay", "a\tb\t \n"})
    void aFileWithoutDocumentsOrWithABadLineIsAnError(String lines) throws IOException {
        Path file = gold(lines);
        assertThatThrownBy(() -> task().run(file, engine()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageStartingWith(file.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "statement": {"source": [], "cue": [[0, 1]], "content": [[1, 2]]}                                  | no 'date'
            "date": null                                                                                       | no 'statement'
            "statement": {"source": [], "cue": [[0, 1]], "content": []}, "date": null                          | a statement has content
            "statement": {"source": [], "cue": [[0, 9]], "content": [[1, 2]]}, "date": null                    | outside the text
            "statement": {"source": [], "cue": [[0, 1]], "content": [[1, 2]]}, "date": {"value": "2024"}       | no string 'precision'
            "statement": {"source": [], "cue": [], "content": [[1, 2]]}, "date": {"value": "x", "precision": "DAY", "basis": "ON_TEXT"}    | not an ISO 8601 date
            "statement": {"source": [], "cue": [], "content": [[1, 2]]}, "date": {"value": "2024", "precision": "AGE", "basis": "ON_TEXT"} | AGE
            """)
    void aBadStatementIsNamed(String fields, String problem) throws IOException {
        Path file = gold("{\"id\": \"a\", \"text\": \"xyz\", " + fields + "}\n");
        assertThatThrownBy(() -> task().run(file, engine()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageStartingWith(file + ":1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void whatIsNotUtf8IsAnError() throws IOException {
        Path file = folder.resolve("gold.tsv");
        Files.write(file, "2024-05-16\tDATE\t2024-05-16\ncaf\u00e9\tDATE\t2024".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> task().run(file, engine()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void theExpressionsOfTimeBankAreMostlyRead() throws IOException {
        assumeThat(TIMEBANK).as("the corpora are not here").exists();
        Evaluation evaluation = task().run(TIMEBANK, engine());
        assertThat(evaluation.figures().get("dates.accuracy")).isGreaterThan(85);
        assertThat(evaluation.figures().get("dates.reference")).isGreaterThan(90);
        assertThat(evaluation.figures().get("dates.none")).isGreaterThan(95);
    }

    private Evaluation run(String lines) throws IOException {
        return task().run(gold(lines), engine());
    }

    private static Task task() {
        return Tasks.named("dates").orElseThrow();
    }

    private static ScriptedEngine engine() {
        return new ScriptedEngine(article -> {
            throw new AssertionError("dates need no network");
        });
    }

    private Path gold(String lines) throws IOException {
        Path file = folder.resolve("gold");
        Files.writeString(file, lines);
        return file;
    }
}
