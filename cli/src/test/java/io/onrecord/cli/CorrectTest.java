package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.corrections.Differences;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people put right, from the command line, on what the real engine reads. */
@Tag("long")
class CorrectTest {

    private static final String TALKS = "{\"id\": \"press.example/talks\", \"outlet\": \"Avenia Post\", \"published\":"
            + " \"2026-03-02\", \"text\": \"The finance minister of Avenia, Mara Oldin, said the harbour would open in"
            + " spring. Ilan Serrat, the mayor of Reval, denied that any money was missing. He added that the books were"
            + " sound.\"}\n";
    private static final String FERRY =
            "{\"id\": \"herald.example/ferry\", \"outlet\": \"Reval Herald\", \"published\":"
                    + " \"2026-03-04\", \"text\": \"Mayor Ilan Serrat said the ferry would sail again in June, and Mara Oldin"
                    + " warned that the pier was old.\"}\n";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path file;

    /** Once; each test has a copy, which it may change. */
    @BeforeAll
    static void read() throws IOException {
        Path articles = Files.writeString(shared.resolve("articles.jsonl"), TALKS + FERRY);
        Path read = shared.resolve("onrecord.db");
        Run run = Run.of("read", "--store", read, articles);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("kept in " + read + ": 2 new");
    }

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(shared.resolve("onrecord.db"), folder.resolve("onrecord.db"));
    }

    private ArticleRecord talks() {
        try (Store store = Store.open(file.toString())) {
            return store.get(store.versions("press.example/talks").get(0).articleId())
                    .orElseThrow();
        }
    }

    private List<String> speakers() {
        try (Store store = Store.open(file.toString())) {
            return store.corrected(talks().article().id()).orElseThrow().record().statements().stream()
                    .map(Differences::speaker)
                    .toList();
        }
    }

    private Run run(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--store";
        all[arguments.length + 1] = file;
        return Run.of(all);
    }

    @Test
    void aStatementIsPutRightByItsNumberAndByTheBeginningOfItsId() {
        assertThat(speakers()).containsExactly("Mara Oldin", "Ilan Serrat", "Ilan Serrat");

        Run first = run(
                "correct", "press.example/talks:3", "--speaker", "mara oldin", "--author", "editor", "--note", "p. 2");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("speaker  Ilan Serrat → Mara Oldin").contains("that the books were sound");
        String id = talks().statements().get(1).id();
        Run second = run("correct", id.substring(0, 8), "--stance", "rejects", "--negated", "--author", "editor");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains("stance  denies → not rejects");
        assertThat(speakers()).containsExactly("Mara Oldin", "Ilan Serrat", "Mara Oldin");

        Run history = run("history");
        assertThat(history.code()).isZero();
        assertThat(history.out())
                .contains("press.example/talks", "editor  speaker Ilan Serrat → Mara Oldin  (p. 2)")
                .contains("editor  stance denies → not rejects");
        assertThat(run("history", id.substring(0, 8), "--format", "jsonl").lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("\"kind\":\"STANCE\"", "\"stance\":\"REJECTS\"", "\"holds\":true"));

        Run undone = run("correct", "talks:3", "--undo", "--author", "chief");
        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(undone.out()).contains("taken back: speaker Ilan Serrat → Mara Oldin");
        assertThat(speakers()).containsExactly("Mara Oldin", "Ilan Serrat", "Ilan Serrat");
        assertThat(run("history", "press.example/talks").out())
                .contains("holds no more")
                .contains("chief  took back");
        Run twice = run("correct", "talks:3", "--undo");
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).contains("nothing was said of").contains("that could be taken back");
    }

    @Test
    void whoIsNewToTheArticleIsTakenAndSaid() {
        Run run = run("correct", "talks:1", "--speaker", "Tove Arden");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("Tove Arden is new to this article, whose speakers are Mara Oldin, Ilan Serrat");
        assertThat(speakers().get(0)).isEqualTo("Tove Arden");
        assertThat(run("correct", "talks:1", "--nobody").out()).contains("speaker  Tove Arden → CORRECTED");
    }

    @Test
    void whomOnlyACorrectionNamesIsFoundByWordsAndWhoAsksForTheNameIsToldSo() {
        fails(1, run("who", "Tove Arden"), "nobody is called 'Tove Arden'");
        run("correct", "talks:1", "--speaker", "Tove Arden");

        Run named = run("who", "tove arden");
        fails(1, named, "a correction names somebody so: 'onrecord who --about \"tove arden\"' finds it");
        Run found = run("who", "--about", "Tove Arden", "--words-only");
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out()).contains("Tove Arden", "the harbour would open");

        run("correct", "talks:1", "--undo");
        assertThat(run("who", "Tove Arden").err()).doesNotContain("a correction names");
    }

    @Test
    void aRejectedStatementIsGoneFromWhatIsShown() {
        assertThat(run("correct", "talks:2", "--reject").out()).contains("rejected");
        assertThat(speakers()).containsExactly("Mara Oldin", "Ilan Serrat");
    }

    @Test
    void slipsAreSaidWithWhatThereIs() {
        String id = talks().statements().get(0).id();
        String wrong = id.substring(0, 6) + (id.charAt(6) == '0' ? "1" : "0");
        fails(1, run("correct", wrong, "--accept"), "no statement in", "the nearest is " + id.substring(0, 12));
        fails(1, run("correct", "ab", "--accept"), "too short to name a statement: give at least 4 digits");
        fails(1, run("correct", "what he said", "--accept"), "'what he said' names no statement");
        fails(1, run("correct", "talks:9", "--accept"), "has statements 1 to 3, so there is no number 9");
        fails(1, run("correct", "talk.example:1", "--accept"), "no article talk.example is kept in");
        fails(2, run("correct", "talks:1"), "say what is right: --speaker NAME");
        fails(2, run("correct", "talks:1", "--stance", "sings"), "'sings' is none of says, claims, denies");
        fails(2, run("correct", "talks:1", "--speaker", "X", "--kind", "robot"), "'robot' is none of person, state");
        fails(2, run("correct", "talks:1", "--kind", "person"), "give --speaker, too");
        fails(2, run("correct", "talks:1", "--negated", "--accept"), "give --stance, too");
        fails(2, run("correct", "talks:1", "--accept", "--reject"), "contradict one another");
        fails(2, run("correct", "talks:1", "--undo", "--accept"), "give it alone");
        fails(2, run("correct", "talks:1", "--speaker", " "), "the name of the speaker is empty");
        fails(1, run("correct", "talks:1", "--accept", "--note", "x".repeat(5000)), "at most 4000 characters");
        fails(1, run("history", "nowhere"), "no article nowhere is kept in");
        assertThat(run("history").err()).contains("nobody corrected anything in");
        Run none = Run.of("history", "--store", folder.resolve("none.db"));
        fails(1, none, "there is no store " + folder.resolve("none.db") + ": 'onrecord read FILE --store");
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    private static void fails(int code, Run run, String... words) {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    @Test
    void forgettingAsksFirstAndDeletesForGood() throws Exception {
        run("correct", "talks:1", "--speaker", "Quill Zanotti");
        Run dry = run("forget", "--outlet", "Avenia Post", "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.err()).contains("would forget 1 article with 3 statements in");
        Run asked = Run.withInput("n\n", "forget", "talks", "--store", file);
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err()).contains("forget 1 article with 3 statements").contains("nothing was forgotten");
        assertThat(Run.withInput("", "forget", "talks", "--store", file).code()).isEqualTo(1);
        assertThat(talks().statements()).hasSize(3);

        assertThat(Run.withInput("y\n", "forget", "talks", "--store", file).err())
                .contains("forgot 1 article");

        try (Store store = Store.open(file.toString())) {
            assertThat(store.versions("press.example/talks")).isEmpty();
            assertThat(store.counts().articles()).isEqualTo(1);
        }
        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("Quill Zanotti").doesNotContain("the books were sound");
        assertThat(run("forget", "--before", "2026-03-05", "--yes").err()).contains("forgot 1 article");
        assertThat(run("forget", "--before", "2026-03-05", "--yes").err()).contains("nothing to forget");
    }

    @Test
    void wordsLeaveASearchIndexThatLiesElsewhere() throws Exception {
        Path index = folder.resolve("elsewhere");
        assertThat(run("index", "--quiet", "--index", index).code()).isZero();
        assertThat(bytes(index).contains("harbour")).isTrue();
        fails(1, run("forget", "talks", "--yes", "--index", folder.resolve("none")), "nothing was forgotten");
        Run forgot = run("forget", "talks", "--yes", "--index", index);
        assertThat(forgot.code()).as(forgot.err()).isZero();
        assertThat(forgot.err()).contains("forgot 1 article");
        assertThat(bytes(index).contains("pier")).isTrue();
        assertThat(bytes(index).contains("harbour")).isFalse();
    }

    private static String bytes(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void forgettingNeedsOneThingThatIsThere() {
        fails(2, run("forget"), "name what to forget");
        fails(2, run("forget", "talks", "--outlet", "Avenia Post"), "one of them alone");
        fails(2, run("forget", "--before", "yesterday"), "'yesterday' is no day, month or year");
        fails(2, run("forget", "--before", "2026-02-30"), "'2026-02-30' is no day, month or year");
        fails(2, run("forget", "--before", "9999-01-01", "--yes"), "lies in the future");
        fails(1, run("forget", "--outlet", "avenia", "--yes"), "no article of the outlet 'avenia'", "Avenia Post");
        fails(1, run("forget", "nowhere", "--yes"), "no article nowhere is kept in");
    }

    @Test
    void readingAgainShowsWhatChangesBeforeItIsTaken() {
        run("correct", "talks:1", "--speaker", "Tove Arden");
        Run same = run("reread");
        assertThat(same.code()).isZero();
        assertThat(same.out()).isEmpty();
        assertThat(same.err()).contains("0 articles read again").contains("2 had been read so before");

        Run strict = run("reread", "--min-confidence", "0.999");
        assertThat(strict.code()).as(strict.err()).isZero();
        assertThat(strict.out())
                .contains("press.example/talks")
                .contains("  - ")
                .contains("  ! loose: \"");
        assertThat(strict.err())
                .contains("2 articles read again", "1 corrected statement would come loose", "nothing was changed");
        assertThat(talks().statements()).hasSize(3);
        assertThat(run("reread", "--min-confidence", "0.999", "--format", "jsonl", "--outlet", "Reval Herald")
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"format\":\"onrecord-reread/1\"")
                        .contains("herald.example/ferry", "\"gone\":[{"));

        Run taken = run("reread", "--min-confidence", "0.999", "--take", "--quiet");
        assertThat(taken.code()).isZero();
        assertThat(taken.err()).isEmpty();
        assertThat(talks().statements()).hasSizeLessThan(3);
        assertThat(speakers()).contains("Tove Arden");
        assertThat(run("history").out()).contains("loose");
        assertThat(run("reread", "--min-confidence", "0.999", "--take").err()).contains("0 articles read again");
        run("reread", "--take");
        assertThat(talks().statements()).hasSize(3);
        assertThat(run("history").out()).doesNotContain("loose");
        fails(2, run("reread", "--since", "soon"), "'soon' is no date: give 2024-05-16, 2024-05 or 2024");
    }

    @Test
    void speakersAreMergedAndSplit() {
        Run merged = run("merge", "speakers", "Serrat@talks", "Mara Oldin@ferry", "--author", "editor");
        assertThat(merged.code()).as(merged.err()).isZero();
        String[] ids = merged.lines().stream()
                .map(line -> line.replaceFirst(".* is ([0-9a-f]{32}) .*", "$1"))
                .toArray(String[]::new);
        assertThat(ids[0]).hasSize(32).isEqualTo(ids[1]);
        Run split = run("split", "speakers", "Serrat@talks", "Mara Oldin@ferry");
        assertThat(split.code()).as(split.err()).isZero();
        assertThat(split.lines().get(0).replaceFirst(".* is ", ""))
                .isNotEqualTo(split.lines().get(1).replaceFirst(".* is ", ""));
        assertThat(run("history").out()).contains("one: ", "two: ", "Ilan Serrat (press.example/talks)");

        Run nobody = run("merge", "speakers", "Ilan Serat", "Mara Oldin@talks");
        fails(1, nobody, "nobody in", "there is:");
        assertThat(nobody.err().lines())
                .anyMatch(line -> line.matches("  [0-9a-f]{32}  Ilan Serrat \\(person, \\d articles?\\)"));
        fails(1, run("split", "speakers", "Ilan Serrat", "Mara Oldin@talks"), "does not say in which article");
        fails(1, run("merge", "speakers", "Nobody@talks", "Mara Oldin@talks"), "has no speaker 'Nobody'", "Mara Oldin");
        fails(1, run("merge", "speakers", "Serrat@talks", "ilan serrat@talks"), "are one already");
        fails(2, run("merge", "speakers", "Mara Oldin"), "SPEAKER");
        fails(2, Run.of("merge"), "Say of what: speakers or claims");
    }

    @Test
    void claimsAreMergedAndSplitByTheirStatements() {
        Run merged = run("merge", "claims", "talks:1", "ferry:1", "--author", "editor");
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith("of 2 statements"));
        Run split = run("split", "claims", "talks:1", "ferry:1", "--author", "editor");
        assertThat(split.code()).as(split.err()).isZero();
        assertThat(split.lines()).allSatisfy(line -> assertThat(line).endsWith("of 1 statement"));
        fails(1, run("merge", "claims", "talks:1", "talks:1"), "is named twice");
    }

    @Test
    void mergingAndSplittingClaimsNeedsStatementsThatAreThere() {
        String id = talks().statements().get(0).id();
        String wrong = id.substring(0, 6) + (id.charAt(6) == '0' ? "1" : "0");
        for (String command : List.of("merge", "split")) {
            fails(
                    1,
                    run(command, "claims", wrong, "ferry:1"),
                    "no statement in",
                    "has an id that begins with " + wrong,
                    "the nearest is " + id.substring(0, 12));
            fails(
                    1,
                    run(command, "claims", "talks:1", "ferry:7"),
                    "herald.example/ferry has statements 1 to 2, so there is no number 7");
            fails(1, run(command, "claims", "talks:0", "ferry:1"), "so there is no number 0");
            fails(1, run(command, "claims", "talks:1", "the ferry"), "'the ferry' names no statement");
        }
        fails(2, run("split", "claims", "talks:1", "talks:2", "ferry:1"), "split takes two statements, not 3");
        assertThat(run("history").err()).as("nothing was decided").contains("nobody corrected anything in");
    }

    @Test
    void programsGetMergesAndSplitsToo() {
        ArticleRecord talks = talks();
        run("merge", "speakers", "Serrat@talks", "Mara Oldin@ferry", "--author", "editor");
        run("merge", "claims", "talks:1", "ferry:1", "--author", "editor");
        run("split", "claims", "talks:1", "ferry:1", "--author", "chief");
        String merged;
        try (Store store = Store.open(file.toString())) {
            merged = store.decisionLog().latest(10).stream()
                    .filter(made -> made.of() == MadeDecision.Of.SPEAKERS)
                    .map(MadeDecision::id)
                    .findFirst()
                    .orElseThrow();
            store.decisionLog().takeBack(merged, "chief");
        }

        Run run = run("history", "--format", "jsonl");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("nobody corrected anything");
        List<JsonNode> lines =
                run.lines().stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .extracting(line -> line.get("format").asString())
                .containsOnly("onrecord-decision/1")
                .hasSize(3);
        assertThat(lines)
                .extracting(line -> line.get("of").asString() + " "
                        + line.get("kind").asString() + " " + line.get("author").asString() + " "
                        + line.get("holds").asBoolean())
                .containsExactly("SPEAKERS MERGE editor false", "CLAIMS MERGE editor true", "CLAIMS SPLIT chief true");
        JsonNode speakers = lines.get(0);
        assertThat(speakers.get("id").asString()).isEqualTo(merged);
        assertThat(speakers.get("takenBack").get("author").asString()).isEqualTo("chief");
        assertThat(speakers.get("first").get("name").asString()).isEqualTo("Ilan Serrat");
        assertThat(speakers.get("first").get("article").get("address").asString())
                .isEqualTo("press.example/talks");
        assertThat(speakers.get("others")).hasSize(1);
        assertThat(speakers.get("others").get(0).get("name").asString()).isEqualTo("Mara Oldin");
        JsonNode claims = lines.get(1);
        assertThat(claims.has("takenBack")).isFalse();
        assertThat(claims.get("first").get("article").get("id").asString())
                .isEqualTo(talks.article().id());
        assertThat(claims.get("first").get("statement").asString())
                .isEqualTo(talks.statements().get(0).id());
        assertThat(claims.get("first").get("part").asInt()).isZero();
        assertThat(claims.get("others").get(0).get("article").get("address").asString())
                .isEqualTo("herald.example/ferry");
    }

    @Test
    void whatASecondSentencePutsIsNamedByItsStatementAndPart() throws Exception {
        Path quay = Files.writeString(
                folder.resolve("quay.jsonl"),
                "{\"id\": \"press.example/quay\", \"outlet\": \"Avenia Post\", \"published\": \"2026-03-05\", \"text\":"
                        + " \"“The quay was rebuilt in spring by the board. The pumps had rusted through long ago,”"
                        + " said Tove Arden.\"}\n");
        assertThat(run("read", quay).code()).isZero();
        JsonNode pumps = run("claims", "-f", "jsonl").lines().stream()
                .map(JsonMapper.shared()::readTree)
                .filter(claim -> claim.get("claim").asString().contains("pumps had rusted")
                        && !claim.get("claim").asString().contains("quay"))
                .findFirst()
                .orElseThrow();
        Run merged = run("merge", "claims", pumps.get("id").asString(), "ferry:2");
        assertThat(merged.code()).as(merged.err()).isZero();

        JsonNode first = JsonMapper.shared()
                .readTree(run("history", "-f", "jsonl").lines().get(0))
                .get("first");

        assertThat(first.get("article").get("address").asString()).isEqualTo("press.example/quay");
        assertThat(first.get("statement").asString()).matches("[0-9a-f]{32}");
        assertThat(first.get("part").asInt()).isEqualTo(1);
    }

    @Test
    void correctionsComeBeforeDecisionsForPrograms() {
        run("correct", "talks:1", "--accept", "--author", "editor");
        run("merge", "claims", "talks:1", "ferry:1", "--author", "editor");
        assertThat(run("history", "-f", "jsonl").lines())
                .extracting(
                        line -> JsonMapper.shared().readTree(line).get("format").asString())
                .containsExactly("onrecord-correction/1", "onrecord-decision/1");
    }

    @Test
    void whatPeopleMergedAndSplitIsGoldForSameClaim() throws Exception {
        run("merge", "claims", "talks:1", "ferry:1");
        run("merge", "claims", "talks:2", "ferry:2");
        run("split", "claims", "talks:1", "ferry:1");
        Path gold = folder.resolve("pairs.jsonl");

        Run written = run("training", "claims", "-o", gold);

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.err()).contains("2 pairs");
        List<JsonNode> pairs = Files.readAllLines(gold).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(pairs).extracting(pair -> pair.get("same").asInt()).containsExactly(0, 1);
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(pair.get("a").asString())
                        .isNotEmpty()
                        .isNotEqualTo(pair.get("b").asString()));
        Run scored = Run.of("evaluate", "same-claim", gold);
        assertThat(scored.code()).as(scored.err()).isZero();
    }

    @Test
    void whatPeoplePutRightIsGoldForEvaluate() throws Exception {
        run("correct", "talks:1", "--accept");
        run("correct", "talks:2", "--stance", "rejects");
        Run none = run("training", "attribution");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("0 lines of 0 articles; 1 left out");
        run("correct", "talks:3", "--speaker", "Mara Oldin");

        for (String task : List.of("attribution", "speakers", "stance")) {
            Path gold = folder.resolve(task + ".jsonl");
            Run written = run("training", task, "-o", gold);
            assertThat(written.code()).as(written.err()).isZero();
            Run scored = Run.of("evaluate", task, gold);
            assertThat(scored.code()).as(scored.err()).isZero();
        }
        assertThat(Files.readString(folder.resolve("speakers.jsonl")))
                .contains("\"speaker\":{\"name\":\"Mara Oldin\",\"kind\":\"PERSON\"}");
        assertThat(Files.readAllLines(folder.resolve("stance.jsonl"))).hasSize(2);
        assertThat(Files.readString(folder.resolve("attribution.jsonl"))).contains("\"attributions\":[{\"source\":[[");
    }
}
