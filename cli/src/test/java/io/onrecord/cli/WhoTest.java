package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Identities;
import io.onrecord.store.Selection;
import io.onrecord.store.Store;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** who and index, on a store that is there. */
class WhoTest {

    private static final int ARTICLES = 6;
    private static final int STATEMENTS = 5;

    @TempDir
    private Path folder;

    private Path store = Path.of(".");
    private final List<ArticleRecord> records = new ArrayList<>();
    private String lastError = "";

    @BeforeEach
    void aStore() {
        store = folder.resolve("onrecord.db");
        try (Store open = Store.open(store.toString())) {
            for (int seed = 0; seed < ARTICLES; seed++) {
                records.add(NewsRecords.of(seed, STATEMENTS));
                open.put(records.get(seed));
            }
            open.putIdentities(Identities.of(open.appearances()).all());
        }
    }

    @AfterEach
    void noFault() {
        assertThat(lastError).doesNotContain("\tat ", "fault of Onrecord");
    }

    private Run who(Object... arguments) {
        return run("who", arguments);
    }

    private Run run(String command, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(command, "--store", store));
        words.addAll(List.of(arguments));
        Run run = Run.of(words.toArray());
        lastError = run.err();
        return run;
    }

    private String content(int record, int statement) {
        ArticleRecord one = records.get(record);
        return one.statements()
                .get(statement)
                .attribution()
                .content()
                .get(0)
                .of(one.article().text().value());
    }

    private Statement statement(int record, int number) {
        return records.get(record).statements().get(number);
    }

    @Test
    void indexMakesTheIndexAndThenFindsItUpToDate() throws IOException {
        Run first = run("index");
        assertThat(first.code()).isZero();
        assertThat(first.err())
                .contains("30 statements were given vectors", "6 articles were taken", "30 statements can be found");
        assertThat(run("index").err()).contains("0 statements were given vectors", "0 articles were taken");
        assertThat(run("index", "--rebuild").err()).contains("0 statements were given", "6 articles were taken");
        assertThat(Files.isDirectory(folder.resolve("onrecord.db.index"))).isTrue();
        assertThat(run("index", "-q").err()).isEmpty();
    }

    @Test
    void aHitSaysWhoWhatWhereAndWhyItWasFound() {
        Run run = who("--about", content(2, 1), "--limit", 1);
        assertThat(run.code()).isZero();
        ArticleRecord record = records.get(2);
        Resolution.Resolved speaker = (Resolution.Resolved) statement(2, 1).speaker();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "1. " + speaker.name(),
                        content(2, 1),
                        record.article().address(),
                        record.article().metadata().outlet().orElseThrow(),
                        "paragraph 2, ",
                        statement(2, 1).id(),
                        "near in meaning: ",
                        "words: ",
                        speaker.why());
        assertThat(run.err()).contains("1 of ");
    }

    @Test
    void rowsForProgramsHaveEveryColumnOfStatementsAndWhatFoundThem() {
        Run json = who("--about", content(2, 1), "--format", "jsonl", "-q");
        assertThat(json.lines().get(0))
                .startsWith("{\"rank\":1,\"score\":")
                .contains("\"statement_id\":\"" + statement(2, 1).id() + "\"", "\"near\":", "\"matched_words\":");
        assertThat(json.err()).isEmpty();
        Run csv = who("--format", "csv", "--limit", 1000);
        assertThat(csv.lines().get(0)).startsWith("rank,score,matched_words,near,statement_id,");
        assertThat(csv.lines()).hasSize(1 + ARTICLES * STATEMENTS);
    }

    @Test
    void rowsForProgramsTellWhatPeopleLookedAt() {
        assertThat(run("correct", statement(2, 1).id(), "--stance", "denies", "--author", "editor")
                        .code())
                .isZero();
        List<String> rows = who("--format", "jsonl", "--limit", 1000).lines();
        assertThat(rows)
                .filteredOn(row -> row.contains("\"corrected\":true"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("\"DENIES\""));
    }

    @Test
    void pagesFollowOneAnotherWithoutGaps() {
        List<String> all = who("--format", "jsonl", "--limit", 1000).lines();
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 7) {
            paged.addAll(
                    who("--format", "jsonl", "--limit", 7, "--offset", offset).lines());
        }
        assertThat(paged).isEqualTo(all);
        assertThat(who("--limit", 3).err()).contains("3 of 30; go on with --offset 3");
    }

    @Test
    void aNameFindsTheirStatementsAndAMisspeltOneIsPutRight() {
        String name = ((Resolution.Resolved) statement(0, 0).speaker()).name();
        Run run = who(name.toUpperCase(java.util.Locale.ROOT), "--limit", 100);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(name + " · person · in 1 article · ");
        String last = name.substring(name.indexOf(' ') + 1);
        Run slip = who(name.replace(last, last + "q"));
        assertThat(slip.code()).isEqualTo(1);
        assertThat(slip.out()).isEmpty();
        assertThat(slip.err()).contains("nobody is called", "did you mean ", name);
        assertThat(who("Xqzwv Kjhgf").err()).contains("nobody is called 'Xqzwv Kjhgf'");
    }

    @Test
    void whoCameJustNowIsKnown() {
        ArticleRecord newcomer = NewsRecords.of(ARTICLES + 7, STATEMENTS);
        try (Store open = Store.open(store.toString())) {
            open.put(newcomer);
        }
        for (Speaker speaker : newcomer.speakers()) {
            assertThat(who(speaker.name()).err()).as(speaker.name()).doesNotContain("nobody is called");
        }
    }

    @Test
    void whatSomebodyIsSaidToHaveSaidIsToldSo() throws IOException {
        Path article = Files.writeString(
                folder.resolve("wall.txt"),
                "Councillor Priya Lind said on Monday that Ilan Marrow, the engineer, had warned that the sea wall was unsafe.\n");
        assertThat(Run.of("read", "--quiet", "--store", store, article).code()).isZero();

        assertThat(who("Ilan Marrow").out()).contains("as Councillor Priya Lind tells it");
        assertThat(who("Priya Lind").out()).doesNotContain("tells it");
        Run claim = Run.of("claims", "--store", store, "--words-only", "sea", "wall", "unsafe");
        assertThat(claim.out().replaceAll("\\s+", " "))
                .contains("Ilan Marrow, had warned (warns) · as Councillor Priya Lind tells it");
        assertThat(Run.of("claims", "--store", store, "--words-only", "-f", "csv", "sea", "wall", "unsafe")
                        .out())
                .contains("reported_by", "Ilan Marrow,Councillor Priya Lind,");
        String outer =
                Run.of("who", "Priya Lind", "--store", store, "-f", "jsonl").out();
        String id = outer.replaceAll("(?s).*?\"statement_id\":\"([0-9a-f]{32})\".*", "$1");
        assertThat(Run.of("correct", id, "--reject", "--store", store).code()).isZero();
        assertThat(Run.of("claims", "--store", store, "--words-only", "sea", "wall", "unsafe")
                        .out())
                .doesNotContain("tells it");
    }

    @Test
    void filtersAreThoseOfExport() {
        assertThat(who("--outlet", "Nowhere Times").err())
                .contains("nothing found", "no outlet nowhere times, there are ");
        assertThat(who("--stance", "shouts").code()).isEqualTo(2);
        assertThat(who("--since", "yesterday").code()).isEqualTo(2);
        assertThat(who("--limit", 0).code()).isEqualTo(2);
        assertThat(who("--article", records.get(3).article().address(), "--format", "jsonl")
                        .lines())
                .hasSize(STATEMENTS);
    }

    @Test
    void noIndexAnswersFromWhatIsThereAndSaysWhatIsLeftOut() {
        assertThat(who("--no-index").err()).contains("there is no search index yet");
        run("index");
        try (Store open = Store.open(store.toString())) {
            open.put(NewsRecords.of(77, STATEMENTS));
            open.forget(new Selection.Address(records.get(0).article().address()));
        }
        Run run = who("--no-index", "--limit", 100);
        assertThat(run.err()).contains("2 articles that changed are left out, 5 statements are found by words alone");
        assertThat(run.out()).doesNotContain(records.get(0).article().address());
        assertThat(who("--limit", 100).err()).contains("30 of 30");
    }

    @Test
    void everyStringIsASearch() {
        run("index");
        for (String typed : List.of(
                "*:* OR [",
                "\"",
                "- -",
                "a AND (",
                "😀",
                "-\"x",
                "x".repeat(10_000),
                "ba ".repeat(4_000),
                "%s %n ${x}")) {
            Run run = who("--about", typed, "--limit", 2);
            assertThat(run.code()).as(typed).isZero();
        }
        assertThat(who("--about", " ").err()).contains("--about has no words");
        assertThat(who("--about", "x".repeat(10_000)).err()).contains("longer than 2000 characters");
        assertThat(who("x".repeat(10_000)).err()).contains("nobody is called").hasSizeLessThan(400);
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        run("index");
        try (var files = Files.list(folder.resolve("onrecord.db.index"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {7, 7, 7});
            }
        }
        assertThat(who("--limit", 100).err()).contains("30 of 30");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        Run run = Run.of("who", "--store", folder.resolve("none.db"), "--about", "dam");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is no store", "none.db");
    }

    @Test
    void wordsOnATerminalAreMarked() {
        run("index");
        String word = content(1, 0).split(" ", -1)[0];
        Run run = Run.of("who", "--store", store, "--about", word, "--color", "always", "--words-only", "--limit", 1);
        assertThat(run.out()).contains("\u001b[1m" + word + "\u001b[0m");
    }
}
