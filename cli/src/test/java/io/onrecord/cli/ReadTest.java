package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.onrecord.Networks;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Span;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord read} on good input, with the shipped network. */
class ReadTest {

    private static final String QUOTE = "“We will appeal,” said Ms Ito. The mayor insisted that the dam was safe.\n";

    @TempDir
    private Path folder;

    @Test
    void aListingShowsSourceCuePlaceAndWords() throws IOException {
        Run run = Run.of("read", Run.example("hedge-dispute.txt"));
        assertThat(run.code()).isZero();
        Golden.holds("hedge-dispute.txt", run.out().substring(run.out().indexOf("hedge-dispute.txt")));
    }

    @Test
    void standardInputIsRead() {
        Run run = Run.withInput(QUOTE, "read", "-");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Ms Ito · said · direct · paragraph 1", "“We will appeal,”");
        assertThat(run.out()).contains("The mayor · insisted · claims · indirect", "that the dam was safe");
    }

    @Test
    void whatATextDoesNotSayItselfIsGiven() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "“We will appeal,” said Ms Ito on Friday.");
        Path known = Files.writeString(
                folder.resolve("known.jsonl"),
                "{\"id\":\"a\",\"outlet\":\"The Herald\",\"text\":\"“We will appeal,” said Ms Ito.\"}\n");
        Run run = Run.of(
                "read",
                "--no-store",
                "-f",
                "jsonl",
                "--outlet",
                "The Courier",
                "--published",
                "2026-03-14",
                plain,
                known);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines().get(0))
                .contains("\"outlet\":\"The Courier\"", "2026-03-14", "command-line", "\"value\":\"2026-03-13\"");
        assertThat(run.lines().get(1)).contains("\"outlet\":\"The Herald\"", "2026-03-14");
        for (String none : List.of("soon", "2026-02-30", "")) {
            Run wrong = Run.of("read", "--no-store", "--published", none, plain);
            assertThat(wrong.code()).as(none).isEqualTo(ExitCode.USAGE);
            assertThat(wrong.err()).contains("--published", "is no date");
        }
        assertThat(Run.of("read", "--no-store", "--outlet", " ", plain).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void speakersOfAGazetteerHaveItsIds() throws IOException {
        Path csv =
                Files.writeString(folder.resolve("known.csv"), "name,kind,aliases,wikidata\nMara Ito,person,Ito,Q7\n");
        Path lines = Files.writeString(
                folder.resolve("known.jsonl"),
                "{\"name\":\"Mara Ito\",\"aliases\":[\"Ito\"],\"external\":{\"wikidata\":\"Q7\"}}\n");
        for (Path known : List.of(csv, lines)) {
            Run run = Run.withInput(QUOTE, "read", "-f", "jsonl", "--gazetteer", known, "-");
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("\"external\":{\"wikidata\":\"Q7\"}", "\"aliases\":[\"Mara Ito\"]");
        }
    }

    @Test
    void everyRecordOfTheExamplesFitsTheSchemaAndLosesNothing() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RecordJson.schema());
        for (String offsets : List.of("codepoint", "utf16")) {
            Run run = Run.of(
                    "read",
                    "-q",
                    "--model",
                    offsets.equals("utf16") ? "fast" : "default",
                    "-f",
                    "jsonl",
                    "--with-text",
                    "--offsets",
                    offsets,
                    Run.root().resolve("examples"));
            assertThat(run.code()).isZero();
            assertThat(run.lines()).hasSize(15);
            for (String line : run.lines()) {
                assertThat(schema.validate(JsonMapper.shared().readTree(line)))
                        .as(line)
                        .isEmpty();
                RecordJson.Options options = new RecordJson.Options(
                        true, offsets.equals("utf16") ? RecordJson.Offsets.UTF16 : RecordJson.Offsets.CODE_POINT);
                assertThat(new RecordJson(options).write(RecordJson.read(line))).isEqualTo(line);
            }
        }
    }

    @Test
    void theExamplesHaveTheStatementsAReaderFinds() {
        Run run = Run.of("read", "-q", "-f", "jsonl", "--with-text", Run.example("lighthouse-keeper.txt"));
        ArticleRecord record = RecordJson.read(run.lines().get(0));
        assertThat(record.statements()).hasSizeGreaterThan(20);
        assertThat(record.statements())
                .allSatisfy(statement ->
                        assertThat(statement.attribution().content()).isNotEmpty());
    }

    @Test
    void statementsOfATitleThatTheTextDoesNotRepeatReferToTheTitle() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.writeString(file, """
                {"id":"apart","title":"Dam is safe, says mayor","text":"It rained in Tessel."}
                {"id":"repeated","title":"Dam is safe, says mayor","text":"Dam is safe, says mayor\\n\\nIt rained in Tessel."}
                """);
        List<ArticleRecord> records =
                Run.of("read", "-f", "jsonl", "--with-text", "--mode", "recall", file).lines().stream()
                        .map(RecordJson::read)
                        .toList();
        assertThat(records.get(0).statements()).hasSize(1);
        Span content =
                records.get(0).statements().get(0).attribution().content().get(0);
        assertThat(content.of("Dam is safe, says mayor")).startsWith("Dam is safe");
        assertThat(Run.of("read", "--mode", "recall", file).out()).contains("title, 0–23");
        assertThat(records.get(1).statements()).hasSize(1);
        assertThat(records.get(1).statements().get(0).attribution().in().name()).isEqualTo("TEXT");
    }

    @Test
    void theSameInputGivesTheSameBytesAloneAndAmongOthersOnAnyNumberOfThreads() throws IOException {
        Path alone = Run.example("harbour-talks.txt");
        String wanted = Run.of("read", "-f", "jsonl", "--threads", 1, alone).out();
        assertThat(Run.of("read", "-f", "jsonl", "--threads", 4, alone).out()).isEqualTo(wanted);

        Path many = folder.resolve("many");
        Files.createDirectories(many);
        String text = Files.readString(alone);
        for (int i = 0; i < 100; i++) {
            Files.writeString(
                    many.resolve(String.format(Locale.ROOT, "%03d.txt", i)),
                    "Item " + i + ". " + QUOTE.repeat(i % 7 + 1));
        }
        Files.writeString(many.resolve("050b.txt"), text);
        String one = Run.of("read", "-q", "-f", "jsonl", "--threads", 1, many).out();
        assertThat(Run.of("read", "-q", "-f", "jsonl", "--threads", 4, many).out())
                .isEqualTo(one);
        String statements = wanted.replaceFirst("^.*?\"speakers\"", "\"speakers\"")
                .replaceAll("\"(id|within|from|to)\":\"[^\"]*\"", "");
        assertThat(one.replaceAll("\"(id|within|from|to)\":\"[^\"]*\"", "")).contains(statements.stripTrailing());
    }

    @Test
    void anotherLocaleAndTimeZoneChangeNothing() {
        Object[] command = {
            "read", "-f", "jsonl", "--with-text", Run.example("kite-festival.txt"), Run.example("wire.jsonl")
        };
        String wanted = Run.of(command).out();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Run.of(command).out()).isEqualTo(wanted);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void resultsGoToAFileThatAppearsAtTheEnd() {
        Path file = folder.resolve("records.jsonl");
        Run run = Run.of("read", "-f", "jsonl", "-o", file, Run.example("wire.jsonl"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(file).content().hasLineCount(3);
        assertThat(folder.resolve("records.jsonl.partial")).doesNotExist();
    }

    @Test
    void anInterruptedRunGoesOnWhereItWas() throws IOException {
        Path whole = folder.resolve("whole.jsonl");
        Run.of("read", "-q", "-f", "jsonl", "-o", whole, Run.example("wire.jsonl"));
        List<String> lines = Files.readAllLines(whole);
        Path file = folder.resolve("records.jsonl");
        Path partial = folder.resolve("records.jsonl.partial");
        Files.writeString(partial, lines.get(0) + "\n" + lines.get(1).substring(0, 200));

        Run refused = Run.of("read", "-f", "jsonl", "-o", file, Run.example("wire.jsonl"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("--resume");

        Run resumed = Run.of("read", "-f", "jsonl", "-o", file, "--resume", Run.example("wire.jsonl"));
        assertThat(resumed.code()).isZero();
        assertThat(resumed.err()).contains("1 article had been read before");
        assertThat(file).hasSameTextualContentAs(whole);
        assertThat(partial).doesNotExist();

        Run again = Run.of("read", "-f", "jsonl", "-o", file, "--resume", Run.example("wire.jsonl"));
        assertThat(again.code()).isZero();
        assertThat(file).hasSameTextualContentAs(whole);
    }

    @Test
    void anArticleThatTheInputHasTwiceIsWrittenTwiceAfterAResumeToo() throws IOException {
        Path input = folder.resolve("twice.jsonl");
        String line = "{\"id\":\"a\",\"text\":\"“We will appeal,” said Ms Ito.\"}\n";
        Files.writeString(input, line + line);
        Path whole = folder.resolve("whole.jsonl");
        Run.of("read", "-q", "-f", "jsonl", "-o", whole, input);
        Path file = folder.resolve("records.jsonl");
        Files.writeString(
                folder.resolve("records.jsonl.partial"),
                Files.readAllLines(whole).get(0) + "\n");
        assertThat(Run.of("read", "-f", "jsonl", "-o", file, "--resume", input).code())
                .isZero();
        assertThat(file).hasSameTextualContentAs(whole).content().hasLineCount(2);
    }

    @Test
    void aRunWithOtherOptionsDoesNotGoOn() throws IOException {
        Path file = folder.resolve("records.jsonl");
        Run.of("read", "-q", "-f", "jsonl", "-o", file, Run.example("wire.jsonl"));
        Run run = Run.of("read", "-f", "jsonl", "-o", file, "--resume", "--with-text", Run.example("wire.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("other options");
        assertThat(folder.resolve("records.jsonl.partial")).doesNotExist();
        Run precise =
                Run.of("read", "-f", "jsonl", "-o", file, "--resume", "--mode", "precision", Run.example("wire.jsonl"));
        assertThat(precise.code()).isEqualTo(1);
        assertThat(precise.err()).contains("mode=precision");
    }

    @Test
    void aFileThatHoldsSomethingElseIsNotTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("precious.txt"), "precious data without a line break");
        Run run = Run.of("read", "-f", "jsonl", "-o", file, "--resume", Run.example("wire.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(file).hasContent("precious data without a line break");
        assertThat(folder.resolve("precious.txt.partial")).doesNotExist();
    }

    @Test
    void anInputIsNotWrittenOver() throws IOException {
        Path input = Files.writeString(folder.resolve("a.txt"), QUOTE);
        assertThat(Run.of("read", "-o", input, input).code()).isEqualTo(2);
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), input);
        assertThat(Run.of("read", "-o", link, input).code()).isEqualTo(2);
        assertThat(Run.of("read", "-o", folder.resolve("out.txt"), folder).code())
                .isEqualTo(2);
        assertThat(input).hasContent(QUOTE);
        assertThat(Run.of("read", "-o", "/dev/null", input).code()).isEqualTo(1);
    }

    @Test
    void anOutputThatIsALinkIsWrittenThrough() throws IOException {
        Path target = Files.createDirectory(folder.resolve("real")).resolve("records.jsonl");
        Files.writeString(target, "");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), target);
        assertThat(Run.of("read", "-q", "-f", "jsonl", "-o", link, Run.example("wire.jsonl"))
                        .code())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(target).content().hasLineCount(3);
    }

    @Test
    void colourIsForATerminalOrForWhoAsks() {
        String plain = Run.withInput(QUOTE, "read", "-").out();
        assertThat(plain).doesNotContain("\u001b");
        assertThat(Run.withInput(QUOTE, "read", "--color", "always", "-").out()).contains("\u001b[36mMs Ito\u001b[0m");
        Run terminal = Run.onTerminal(QUOTE, "read", "-");
        assertThat(terminal.out().contains("\u001b")).isEqualTo(System.getenv("NO_COLOR") == null);
        assertThat(Run.onTerminal(QUOTE, "read", "--color", "never", "-").out()).isEqualTo(plain);
    }

    @Test
    void aRunWhoseReaderHasGoneEndsQuietly() throws IOException {
        for (int i = 0; i < 5; i++) {
            Run run = Run.withBrokenOutput(
                    "read", "--model", "fast", "--threads", 4, Run.root().resolve("examples"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("standard output cannot be written");
        }
    }

    @Test
    void recordsOfAnotherProducerAreNotMixedIn() throws IOException {
        Path file = folder.resolve("records.jsonl");
        Run.of("read", "-q", "-f", "jsonl", "-o", file, Run.example("wire.jsonl"));
        Files.writeString(file, Files.readString(file).replace("\"version\":\"", "\"version\":\"9."));
        Run run = Run.of("read", "-f", "jsonl", "-o", file, "--resume", Run.example("wire.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("records.jsonl.partial:1").contains("another file");
    }

    @Test
    void modesAndALeastConfidenceLeaveOutMoreOrLessAndStandInTheRecord() {
        Path article = Run.example("harbour-talks.txt");
        ArticleRecord everything =
                RecordJson.read(Run.of("read", "-f", "jsonl", "--with-text", "--mode", "recall", article)
                        .out());
        ArticleRecord precise =
                RecordJson.read(Run.of("read", "-f", "jsonl", "--with-text", "--mode", "precision", article)
                        .out());
        assertThat(precise.statements()).hasSizeLessThan(everything.statements().size());
        assertThat(precise.producer().options()).isEqualTo("mode=precision");
        ArticleRecord sure =
                RecordJson.read(Run.of("read", "-f", "jsonl", "--with-text", "--min-confidence", "0.9", article)
                        .out());
        assertThat(sure.producer().options()).isEqualTo("min-confidence=0.9");
        assertThat(sure.statements())
                .isNotEmpty()
                .allMatch(statement -> statement.attribution().confidence().statement() >= 0.9);
        assertThat(Run.of("read", "--min-confidence", "0.9", article).out())
                .contains(sure.statements().size() + " statements");
    }

    @Test
    void aModeOrConfidenceThatIsNoneIsAUsageError() {
        Run mode = Run.of("read", "--mode", "bold", Run.example("wire.jsonl"));
        assertThat(mode.code()).isEqualTo(2);
        assertThat(mode.err()).contains("precision, balanced, recall");
        Run confidence = Run.of("read", "--min-confidence", "90", Run.example("wire.jsonl"));
        assertThat(confidence.code()).isEqualTo(2);
        assertThat(confidence.err()).contains("'90.0' is not 0 to 1");
    }

    @Test
    void recordsAreKeptInAStoreOnceAndARunGoesOnFromIt() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.jsonl"), """
                {"id": "a", "text": "“The dam is safe,” Ilan Serrat said."}
                {"id": "b", "text": "Mara Oldin denied that the dam was safe."}
                """);
        Path file = folder.resolve("onrecord.db");

        Run first = Run.of("read", "--store", file, lines);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(Run.of("read", "--store", file, lines).code()).isZero();
        try (Store store = Store.open(file.toString())) {
            assertThat(store.counts().articles()).isEqualTo(2);
            assertThat(store.counts().statements()).isEqualTo(2);
        }
        Run again = Run.of("read", "--resume", "--store", file, lines);
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("0 articles read").contains("2 articles had been read before");
    }

    @Test
    void aStoreThatIsNoneIsToldAndNothingIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "my notes, not a store\n");
        Path article = Files.writeString(folder.resolve("a.txt"), "“No,” Ilan Serrat said.");

        Run run = Run.of("read", "--store", file, article);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("notes.txt");
        assertThat(file).hasContent("my notes, not a store\n");
    }

    @Test
    void aReportListsEverySkippedInputWithStageAndReasonAndTheCounts() throws IOException {
        Path good = Files.writeString(folder.resolve("good.txt"), "“The dam is safe,” Ilan Serrat said.");
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        Path gone = folder.resolve("gone.txt");
        Path report = folder.resolve("report.jsonl");

        Run run = Run.of("read", "--quiet", "--report", report, good, empty, gone);

        assertThat(run.code()).isEqualTo(3);
        List<String> lines = Files.readAllLines(report);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("{\"format\":\"onrecord-report/1\"").contains("good.txt", "\"producer\"");
        assertThat(lines.get(1)).contains("empty.txt", "\"stage\":\"reading\"", "there is no text in it");
        assertThat(lines.get(2)).contains("gone.txt", "no such file");
        assertThat(lines.get(3)).contains("\"articles\":1", "\"statements\":1", "\"skippedByStage\":{\"reading\":2}");
        assertThat(folder.resolve("report.jsonl.partial")).doesNotExist();
    }

    @Test
    void aStoreIsNotWrittenOver() throws IOException {
        Path article = Files.writeString(folder.resolve("a.txt"), "“No,” Ilan Serrat said.");
        Path store = folder.resolve("kept.partial");
        assertThat(Run.of("read", "--quiet", "--store", store, article).code()).isZero();
        byte[] before = Files.readAllBytes(store);
        // Also not by the name that results have until they are finished.
        Path behind = folder.resolve("kept");
        for (Path over : List.of(store, behind)) {
            for (Run run : List.of(
                    Run.of("read", "--store", store, "--report", over, article),
                    Run.of("read", "--store", store, "-o", over, article),
                    Run.of("training", "speakers", "--store", store, "-o", over))) {
                assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
                assertThat(run.err()).contains("--store and ", " name the same file");
            }
        }
        Run watch = Run.of("watch", "--once", "--store", store, "--state", store, "http://127.0.0.1:1/feed");
        assertThat(watch.code()).as(watch.err()).isEqualTo(ExitCode.USAGE);
        assertThat(watch.err()).contains("--store and --state name the same file");
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
    }

    @Test
    void aStoreThatIsDamagedIsNamedWhenARunGoesOn() throws Exception {
        Path article = Files.writeString(folder.resolve("a.txt"), "“No,” Ilan Serrat said.");
        Path store = folder.resolve("onrecord.db");
        assertThat(Run.of("read", "--quiet", "--store", store, article).code()).isZero();
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + store);
                java.sql.Statement sql = open.createStatement()) {
            sql.executeUpdate("ALTER TABLE article RENAME TO gone");
        }
        Run run = Run.of("read", "--resume", "--store", store, article);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(store.toString()).doesNotContain("a fault of Onrecord");
    }

    @Test
    void aReportIsNotWrittenOverAnInputOrTheResults() throws IOException {
        Path article = Files.writeString(folder.resolve("a.txt"), "“No,” Ilan Serrat said.");
        Path out = folder.resolve("out.jsonl");

        assertThat(Run.of("read", "--report", article, article).code()).isEqualTo(2);
        assertThat(Run.of("read", "-f", "jsonl", "-o", out, "--report", out, article)
                        .code())
                .isEqualTo(2);
        assertThat(Run.of("read", "-f", "jsonl", "-o", out, "--report", folder.resolve("./out.jsonl"), article)
                        .err())
                .contains("--report and -o name the same file");
        assertThat(Run.of("read", "--report", folder, article).err()).contains("no plain file");
        assertThat(article).hasContent("“No,” Ilan Serrat said.");
    }

    @Test
    void theCodeOfALanguageIsTakenInCapitalsAndAWrongOneShownAsItWasGiven() throws IOException {
        Path article = Files.writeString(folder.resolve("a.txt"), "“No,” Ilan Serrat said.");

        assertThat(Run.of("read", "--quiet", "--language", "EN", article).code())
                .isZero();
        assertThat(Run.of("read", "--quiet", "--language", "Any", article).code())
                .isZero();
        assertThat(Run.of("read", "--language", "English", article).err()).contains("such as en, not 'English'");
    }

    @Test
    void resumeWithoutAFileIsAUsageError() {
        assertThat(Run.of("read", "--resume", Run.example("wire.jsonl")).code()).isEqualTo(2);
    }

    @Test
    void aTerminalIsNotSteeredByAnArticle() {
        Run run = Run.withInput("“We \u001b[31mwill\u0007 appeal,” said \u202eMs Ito.\n", "read", "-");
        assertThat(run.out()).doesNotContain("\u001b", "\u0007", "\u202e").contains("appeal");
        assertThat(Run.withInput("Ms \u001b]0;x\u0007Ito left.\n", "text", "-").out())
                .doesNotContain("\u001b", "\u0007");
    }

    @Test
    void theTextIsShownAsItWasRead() {
        Run run = Run.withInput("One 🙂.\n\nTwo.\n", "text", "-");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("stdin: 13 characters, 2 paragraphs\n[1: 0–6] One 🙂.\n[2: 8–12] Two.\n\n");
    }

    @Test
    void aModelThatIsNoneIsSaidToBeSo() throws IOException {
        Path file = folder.resolve("none.onnx");
        Files.writeString(file, "not a network");
        Run run = Run.of("read", "--model", file, Run.example("wire.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("none.onnx").contains("not a network that ONNX Runtime can open");
        assertThat(Run.of("read", "--model", folder.resolve("gone.onnx"), Run.example("wire.jsonl"))
                        .err())
                .contains("does not exist");
        assertThat(Run.of("read", "--model", "small", Run.example("wire.jsonl")).err())
                .contains("name default, fast, large, or the file of a network");
    }

    @Test
    void theLargeModelReadsTooAndIsTheFileThatWasMade() {
        Run run = Run.of("read", "-q", "-f", "jsonl", "--model", "large", Run.example("harbour-talks.txt"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"model\":\"e5-l12-minilm-l6-polnear-1 sha256:");
        assertThat(Networks.shipped())
                .anySatisfy(one -> assertThat(one.what()).isEqualTo("the large network that finds statements"))
                .allSatisfy(one -> assertThat(one.whole()).as(one.what()).isTrue());
    }

    @Test
    void anotherModelFileCanBeNamed() {
        Path model = Run.root().resolve("encoder-onnx/src/main/resources/io/onrecord/encoder/onnx/default.onnx");
        Run named = Run.of("read", "-f", "jsonl", "--model", model, Run.example("wire.jsonl"));
        assertThat(named.out())
                .isEqualTo(
                        Run.of("read", "-f", "jsonl", Run.example("wire.jsonl")).out());
    }
}
