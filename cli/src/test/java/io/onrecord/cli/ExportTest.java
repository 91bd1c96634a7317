package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.corrections.Change;
import io.onrecord.exchange.RecordJson;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Identities;
import io.onrecord.store.Store;
import io.onrecord.store.StoredRecords;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept comes out, in any format, and goes in again. */
class ExportTest {

    private static final int ARTICLES = 8;
    private static final int STATEMENTS = 5;

    @TempDir
    private Path folder;

    /** Made once: a store flushes the disk for each article. */
    @TempDir
    private static Path made;

    private static final List<ArticleRecord> RECORDS = IntStream.range(0, ARTICLES)
            .mapToObj(seed -> NewsRecords.of(seed, STATEMENTS))
            .toList();

    private Path store = Path.of(".");
    private String lastError = "";

    @BeforeAll
    static void makeTheStore() {
        try (Store open = Store.open(made.resolve("onrecord.db").toString())) {
            RECORDS.forEach(open::put);
        }
    }

    @BeforeEach
    void aStore() throws IOException {
        store = Files.copy(made.resolve("onrecord.db"), folder.resolve("onrecord.db"));
    }

    @AfterEach
    void noFaultAndNothingHalfWritten() throws IOException {
        assertThat(lastError).doesNotContain("\tat ", "fault of Onrecord");
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".partial"));
        }
    }

    private Run export(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("export"));
        words.addAll(List.of(arguments));
        Run run = Run.of(words.toArray());
        lastError = run.err();
        return run;
    }

    private Run exportStored(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("--store", store));
        words.addAll(List.of(arguments));
        return export(words.toArray());
    }

    private Path recordsFile(ArticleRecord... chosen) throws IOException {
        RecordJson json = new RecordJson(new RecordJson.Options(true, RecordJson.Offsets.CODE_POINT));
        StringBuilder lines = new StringBuilder();
        for (ArticleRecord record : chosen) {
            lines.append(json.write(record)).append('\n');
        }
        return Files.writeString(folder.resolve("records.jsonl"), lines);
    }

    @Test
    void everyStatementIsARow() {
        Run run = exportStored("--format", "jsonl");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(ARTICLES * STATEMENTS);
        for (ArticleRecord record : RECORDS) {
            for (Statement statement : record.statements()) {
                assertThat(run.out()).contains("{\"statement_id\":\"" + statement.id() + "\"");
            }
        }
        assertThat(run.err()).contains("exported 40 statements of 8 articles");
    }

    @Test
    void theEndingOfTheFileTellsTheFormat() throws IOException {
        Path file = folder.resolve("statements.csv");
        Run run = exportStored("-o", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("to " + file);
        assertThat(Files.readAllLines(file)).hasSize(1 + ARTICLES * STATEMENTS);
        assertThat(Files.readAllLines(file).get(0)).startsWith("statement_id,article_id,outlet,published,title,");
    }

    @Test
    void everySubjectHasItsRows() {
        assertThat(exportStored("articles", "-f", "csv").lines()).hasSize(1 + ARTICLES);
        assertThat(exportStored("speakers", "-f", "csv").lines()).hasSize(1 + 6 * ARTICLES);
        assertThat(exportStored("disputes", "-f", "csv").lines()).hasSize(1);
        assertThat(exportStored("identities", "-f", "csv").lines()).hasSize(1 + 6 * ARTICLES);
        assertThat(exportStored("records", "-f", "jsonl").lines()).hasSize(ARTICLES);
    }

    @Test
    void recordsGoIntoAnotherStoreAndComeOutTheSame() {
        Path file = folder.resolve("records.jsonl");
        assertThat(exportStored("records", "--with-text", "-o", file).code()).isZero();
        Path other = folder.resolve("other.db");
        Run in = Run.of("import", "--store", other, file);
        assertThat(in.code()).isZero();
        assertThat(in.err()).contains("imported 8 new to " + other);
        assertThat(Run.of("import", "--store", other, file).err()).contains("8 already there");
        List<ArticleRecord> back = new ArrayList<>();
        try (Store open = Store.open(other.toString())) {
            for (StoredRecords all = open.records(); all.hasNext(); ) {
                back.add(all.next());
            }
        }
        assertThat(back).isEqualTo(RECORDS);
    }

    @Test
    void recordsAreExportedFromAFileWithoutAnyStore() throws IOException {
        Path file = recordsFile(RECORDS.get(0), RECORDS.get(1));
        Run run = export("--from", file, "--format", "csv");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1 + 2 * STATEMENTS);
        Run piped = Run.withInput(
                Files.readString(file, StandardCharsets.UTF_8), "export", "--from", "-", "--format", "csv");
        assertThat(piped.out()).isEqualTo(run.out());
    }

    @Test
    void aLineThatIsNoRecordIsSkippedAndTheOthersAreExported() throws IOException {
        Path file = recordsFile(RECORDS.get(0));
        Files.writeString(file, "{\"format\":\"onrecord/1\"}\n" + Files.readString(file));
        Run run = export("--from", file, "--format", "jsonl");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(STATEMENTS);
        assertThat(run.err()).contains("skipped " + file + ":1:");
    }

    @Test
    void recordsWithoutTheirTextAreRefusedWithWhatToDo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bare.jsonl"), new RecordJson(RecordJson.Options.DEFAULT).write(RECORDS.get(0)) + "\n");
        Path out = folder.resolve("out.csv");
        Run run = export("--from", file, "-o", out);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(":1:").contains("without its text");
        assertThat(out).doesNotExist();
    }

    @Test
    void filtersNarrowWhatIsWritten() {
        ArticleRecord first = RECORDS.get(0);
        String outlet = first.article().metadata().outlet().orElseThrow();
        assertThat(exportStored("-f", "jsonl", "--outlet", outlet).lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(outlet));
        assertThat(exportStored("-f", "jsonl", "--article", first.article().id())
                        .lines())
                .hasSize(STATEMENTS);
        String speaker = first.speakers().get(0).name();
        assertThat(exportStored(
                                "-f",
                                "jsonl",
                                "--speaker",
                                speaker,
                                "--article",
                                first.article().address())
                        .lines())
                .hasSize((int) first.statements().stream()
                        .filter(statement -> statement.speaker().toString().contains(speaker))
                        .count());
        Run none = exportStored("-f", "csv", "--since", "2040");
        assertThat(none.code()).isZero();
        assertThat(none.lines()).hasSize(1);
        assertThat(none.err()).contains("nothing passes the filters; 8 articles were looked at");
    }

    @Test
    void theNewestVersionIsExportedAndOlderOnesForThoseWhoAsk() {
        Path versions = folder.resolve("versions.db");
        try (Store open = Store.open(versions.toString())) {
            open.put(Versions.of("We will appeal"));
            open.put(Versions.of("We will not appeal"));
        }
        Run newest = export("--store", versions, "-f", "jsonl");
        assertThat(newest.lines()).singleElement().asString().contains("We will not appeal");
        assertThat(export("--store", versions, "-f", "jsonl", "--all-versions").lines())
                .hasSize(2);
        assertThat(export("articles", "--store", versions, "-f", "jsonl", "--all-versions")
                        .lines()
                        .get(1))
                .contains("\"newer_than\":\""
                        + Versions.of("We will appeal").article().id());
    }

    @Test
    void whoIsTheSameOverArticlesIsInTheRows() {
        try (Store open = Store.open(store.toString())) {
            open.putIdentities(Identities.of(open.appearances()).all());
            assertThat(open.identities()).isNotEmpty();
        }
        Run rows = exportStored("-f", "jsonl");
        assertThat(rows.lines()).allMatch(line -> line.contains("\"identity_id\":"));
        Run identities = exportStored("identities", "-f", "jsonl");
        assertThat(identities.lines()).allMatch(line -> line.startsWith("{\"identity_id\":"));
        assertThat(identities.err()).contains("identities");
    }

    @Test
    void claimsOfTheDemoAreARowForEachStatementAndEachDispute() {
        Path demo = folder.resolve("demo.db");
        assertThat(Run.of("demo", "--store", demo).code()).isZero();
        Run run = export("claims", "--store", demo, "-f", "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSizeGreaterThan(100).allMatch(line -> line.startsWith("{\"claim_id\":\""));
        assertThat(run.out().contains("\"part\":\"STATES\"")).isTrue();
        List<String> ids = run.lines().stream()
                .map(line -> line.substring(13, 45))
                .distinct()
                .toList();
        assertThat(ids).isSorted();
        Run asked = Run.of("claims", "--store", demo, "-f", "csv");
        assertThat(run.lines()).hasSize(asked.lines().size() - 1);
        int shown = 0;
        try (Store open = Store.open(demo.toString())) {
            for (String line : run.lines()) {
                JsonNode row = JsonMapper.shared().readTree(line);
                ArticleRecord record =
                        open.get(row.get("article_id").asString()).orElseThrow();
                Location in = Location.valueOf(row.get("location").asString().toUpperCase(Locale.ROOT));
                assertThat(cut(record.textOf(in), row.get("content_spans")))
                        .containsExactly(row.get("content").asString().split(" … ", -1));
                for (int i = 0; row.has("evidence") && i < row.get("evidence").size(); i++) {
                    Location where = Location.valueOf(
                            row.get("evidence_locations").get(i).asString().toUpperCase(Locale.ROOT));
                    assertThat(cut(record.textOf(where), row.get("evidence_spans"))
                                    .get(i))
                            .isEqualTo(row.get("evidence").get(i).asString());
                    shown++;
                }
            }
        }
        assertThat(shown).as("words that show disputes").isPositive();
    }

    /** What code points say of a text. */
    private static List<String> cut(String text, JsonNode spans) {
        List<String> words = new ArrayList<>();
        for (JsonNode span : spans) {
            int start = text.offsetByCodePoints(0, span.get(0).asInt());
            int end = text.offsetByCodePoints(0, span.get(1).asInt());
            words.add(text.substring(start, end));
        }
        return words;
    }

    @Test
    void whatPeoplePutRightIsExportedAndSaid() {
        ArticleRecord record = RECORDS.get(0);
        try (Store open = Store.open(store.toString())) {
            open.correct(
                    record.article().id(),
                    record.statements().get(0).id(),
                    new Change.SpeakerIs("Mara Oldin", Optional.empty()),
                    "a tester",
                    Optional.empty());
        }
        Run rows = exportStored("-f", "jsonl", "--article", record.article().id());
        assertThat(rows.lines().get(0)).contains("\"speaker\":\"Mara Oldin\"", "\"corrected\":true");
        assertThat(rows.lines().get(1)).contains("\"corrected\":false");
        Run whole = exportStored(
                "records", "-f", "jsonl", "--article", record.article().id());
        assertThat(whole.out()).doesNotContain("Mara Oldin");
    }

    @Test
    void aWorkbookOfArticlesCanBeReadAgain() {
        Path book = folder.resolve("articles.xlsx");
        assertThat(exportStored("articles", "--with-text", "-o", book).code()).isZero();
        Run read = Run.of(
                "text",
                "-q",
                "--language",
                "any",
                "--sheet",
                "articles",
                "--text-column",
                "text",
                "--address-column",
                "address",
                book);
        assertThat(read.code()).as(read.err()).isZero();
        for (ArticleRecord record : RECORDS) {
            assertThat(read.out()).contains(record.article().address()).contains("[1: 0–");
        }
    }

    @Test
    void everyFormatWritesEverySubjectItSays() {
        for (String name : Formats.ALL.names()) {
            for (ExportFormat format : Formats.ALL.named(name)) {
                for (Subject subject : format.subjects()) {
                    Path out = folder.resolve(name + "-" + subject);
                    String what = ExportCommand.What.of(subject);
                    Run run = exportStored(what, "--format", name, "--with-text", "-o", out);
                    assertThat(run.code())
                            .as(name + " of " + what + ": " + run.err())
                            .isZero();
                    assertThat(out).exists();
                }
            }
        }
    }

    @Test
    void aStreamIsWhatTheFileWouldBe() throws IOException {
        for (String name : List.of("csv", "jsonl", "html")) {
            Path out = folder.resolve("out." + name);
            exportStored("-o", out);
            assertThat(exportStored("--format", name).out()).isEqualTo(Files.readString(out));
        }
    }

    @Test
    void slipsAreUsageErrorsWithWhatToDo() throws IOException {
        refused("Name a format with --format, or a file with -o whose ending tells it");
        refused("tells no format: name one with --format", "-o", folder.resolve("out.zzz"));
        refused("There is no format 'docx'; there are jsonl, csv, xlsx", "-f", "docx");
        refused("html holds statements, not speakers", "speakers", "-f", "html");
        refused("'yesterday' is no date; write 2024, 2024-05 or 2024-05-16", "-f", "csv", "--since", "yesterday");
        refused("'shouts' is none of says, claims", "-f", "csv", "--stance", "shouts");
        refused("lies between 0 and 1", "-f", "csv", "--min-confidence", "93");
        refused("nothing lies between 2025-01-01 and 2024-12-31", "-f", "csv", "--since", "2025", "--until", "2024");
        Path file = recordsFile(RECORDS.get(0));
        refused("exclude each other", "-f", "csv", "--from", file);
        Run over = export("--from", file, "-f", "csv", "-o", file);
        assertThat(over.code()).isEqualTo(2);
        assertThat(over.err()).contains("is an input, too");
    }

    private void refused(String problem, Object... arguments) {
        Run run = exportStored(arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aTerminalIsNotShownBytes() {
        Run run = Run.onTerminal("", "export", "--store", store, "-f", "xlsx");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("xlsx is nothing for a terminal: name a file with -o");
    }

    @Test
    void withoutAStoreTheUserIsToldHowToGetOne() {
        Run run = export("--store", folder.resolve("gone.db"), "-f", "csv");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is no store").contains("onrecord read");
        assertThat(folder.resolve("gone.db")).doesNotExist();
    }

    @Test
    void whoeverReadsTheStreamMayGo() {
        Run run = Run.withBrokenOutput("export", "--store", store, "-f", "csv");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("whoever read it has gone");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Run run = exportStored("-o", folder.resolve("gone/out.csv"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be written").contains("no such file or folder");
    }

    @Test
    void whatAnInterruptedExportLeftIsWrittenOver() throws IOException {
        Path out = folder.resolve("out.csv");
        Files.writeString(folder.resolve("out.csv.export.partial"), "half\n".repeat(100_000));
        Files.createFile(folder.resolve("out.csv.partial.lock"));
        Files.writeString(out, "old");
        assertThat(exportStored("-o", out).code()).isZero();
        assertThat(Files.readString(out)).startsWith("statement_id,").doesNotContain("half");
        assertThat(folder.resolve("out.csv.partial.lock")).doesNotExist();

        Path brat = folder.resolve("brat");
        Files.createDirectories(folder.resolve("brat.export.partial/half"));
        Files.createFile(folder.resolve("brat.partial.lock"));
        assertThat(exportStored("-f", "brat", "-o", brat).code()).as(lastError).isZero();
        assertThat(brat.resolve("annotation.conf")).exists();
        assertThat(brat.resolve("half")).doesNotExist();
    }

    @Test
    void whatAnInterruptedReadLeftIsKeptByAnExportToTheSameFile() throws IOException {
        Path out = folder.resolve("records.jsonl");
        Path left = Files.copy(recordsFile(RECORDS.get(0)), folder.resolve("left.jsonl.partial"));
        String before = Files.readString(left);
        assertThat(exportStored("records", "-o", folder.resolve("left.jsonl")).code())
                .isZero();
        assertThat(left).hasContent(before);
        Run overInput = export("records", "--from", left, "-o", folder.resolve("left.jsonl"));
        assertThat(overInput.code()).as(overInput.err()).isZero();
        assertThat(left).hasContent(before);
        Files.delete(left);
        Path partial = Files.move(out, folder.resolve("out.jsonl.export.partial"));
        Run refused = export("records", "--from", partial, "-o", folder.resolve("out.jsonl"));
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("is an input, too");
        assertThat(Files.readString(partial)).isEqualTo(before);
        Files.delete(partial);
    }

    @Test
    void aFolderThatNoExportLeftIsNotDeleted() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("brat.export.partial"));
        Files.writeString(mine.resolve("precious.txt"), "mine");
        Run refused = exportStored("-f", "brat", "-o", folder.resolve("brat"));
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains(mine + " is in the way").contains("remove it");
        assertThat(mine.resolve("precious.txt")).hasContent("mine");
        Files.delete(mine.resolve("precious.txt"));
        Files.delete(mine);
        // Any other name is nobody's business.
        Files.createDirectories(folder.resolve("brat.partial"));
        assertThat(exportStored("-f", "brat", "-o", folder.resolve("brat")).code())
                .isZero();
        Files.delete(folder.resolve("brat.partial"));
    }

    @Test
    void anImportSkipsWhatIsNoRecordAndTakesTheRest() throws IOException {
        Path file = recordsFile(RECORDS.get(0), RECORDS.get(1));
        Files.writeString(
                file,
                "not json\n\n" + Files.readString(file) + Files.readString(file).replace("\"start\":0", "\"start\":1"));
        Path other = folder.resolve("other.db");
        Run run = Run.of("import", "--store", other, file);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("skipped " + file + ":1:")
                .contains("skipped " + file + ":5:")
                .contains("imported 2 new, 3 skipped to " + other);
        Run piped = Run.withInput("not json\n", "import", "--format", "jsonl", "--store", other, "-");
        assertThat(piped.code()).isEqualTo(1);
        assertThat(piped.err()).contains("stdin:1:");
        assertThat(Run.of("import", "--store", other, "x.zzz").err()).contains("tells no format");
        Path none = folder.resolve("none.db");
        Run missing = Run.of("import", "--store", none, file, folder.resolve("gone.jsonl"));
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("gone.jsonl cannot be read: no such file or folder");
        assertThat(none).doesNotExist();
    }
}
