package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord copies}. */
class CopiesTest {

    private static final String LEDE =
            "The council of Tessel will keep its ferry, whatever is offered for it, mayor Mara"
                    + " Oldin said on Monday after a debate that went on until midnight. ";
    private static final String REST = "“We won’t sell it – not now, not next year,” she told reporters outside the old"
            + " customs house. Ilan Serrat, who speaks for the islanders, said that three in four of them had no other way"
            + " to reach a doctor. The buyer, a holding from Velia, would not comment. ";
    private static final String END =
            "The ferry was built in 1962 and has run aground twice, the last time in a fog that"
                    + " nobody on board remembers without a shudder.";
    private static final String OTHER =
            "The harbour board of Orlo has put off its vote on the new crane until June, after"
                    + " its treasurer found that nobody had asked what the old one would fetch. Dockers laughed.";

    @TempDir
    private Path folder;

    private Path wires;

    @BeforeEach
    void write() throws IOException {
        wires = Files.writeString(
                folder.resolve("wires.jsonl"),
                line("https://tessel.example/1", "2024-05-17", "Tessel Courier", "Ferry stays", LEDE + REST + END)
                        + line(
                                "https://orlo.example/2",
                                "2024-05-18T09:00:00Z",
                                "Orlo Post",
                                "FERRY STAYS",
                                ascii(LEDE + REST + END))
                        + line(
                                "https://avnews.example/0",
                                "2024-05-16T22:10:00Z",
                                "AvNews",
                                "Tessel keeps ferry",
                                "TESSEL (AvNews) – " + LEDE + REST + END)
                        + line(
                                "https://isk.example/3",
                                "2024-05-17T06:00:00Z",
                                "Isk Daily",
                                "In brief",
                                LEDE + "“We won’t sell it – not now, not next year,” she told reporters.")
                        + line(
                                "https://orlo.example/4",
                                "2024-05-17T06:00:00Z",
                                "Orlo Post",
                                "Crane must wait",
                                OTHER));
    }

    private static String ascii(String text) {
        return text.replace('“', '"').replace('”', '"').replace('’', '\'').replace("–", "--");
    }

    private static String line(String url, String published, String outlet, String title, String text) {
        return JsonMapper.shared()
                        .writeValueAsString(JsonMapper.shared()
                                .createObjectNode()
                                .put("url", url)
                                .put("published", published)
                                .put("outlet", outlet)
                                .put("title", title)
                                .put("text", text))
                + "\n";
    }

    @Test
    void theOriginStandsFirstAndItsCopiesBelow() throws IOException {
        Run run = Run.of("copies", wires);
        assertThat(run.code()).isZero();
        Golden.holds("copies.txt", run.out());
        assertThat(run.err()).contains("5 articles read, 3 copies of 1 origin");
    }

    @Test
    void jsonLinesHaveAGroupALine() {
        Run run = Run.of("copies", "-q", "-f", "jsonl", wires);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).isEmpty();
        JsonNode group = JsonMapper.shared().readTree(run.out());
        assertThat(group.get("origin").get("address").asString()).isEqualTo("https://avnews.example/0");
        assertThat(group.get("origin").get("published").asString()).isEqualTo("2024-05-16T22:10:00Z");
        List<String> kinds = new ArrayList<>();
        group.get("copies")
                .forEach(copy -> kinds.add(
                        copy.get("outlet").asString() + " " + copy.get("kind").asString()));
        assertThat(kinds).containsExactly("Isk Daily contained", "Tessel Courier near", "Orlo Post near");
        assertThat(group.get("copies").get(1).get("score").asDouble()).isEqualTo(1);
    }

    @Test
    void csvHasAnArticleALine() {
        Run run = Run.of("copies", "-q", "-f", "csv", wires);
        assertThat(run.lines()).hasSize(5);
        assertThat(run.lines().get(0)).isEqualTo("group,kind,score,id,address,outlet,published,title");
        assertThat(run.lines().get(1))
                .startsWith("1,origin,,")
                .endsWith(",https://avnews.example/0,AvNews,2024-05-16T22:10:00Z,Tessel keeps ferry");
        assertThat(run.lines().get(4)).startsWith("1,near,1.00,").contains("FERRY STAYS");
    }

    @Test
    void theSameWordsAreExactWhateverTheTypography() throws IOException {
        Files.writeString(folder.resolve("a.txt"), LEDE + REST);
        Files.writeString(folder.resolve("b.txt"), ascii(LEDE + REST).toUpperCase(Locale.ROOT));
        Run run = Run.of("copies", folder.resolve("b.txt"), folder.resolve("a.txt"));
        assertThat(run.out()).contains("exact", "100 %", "a.txt", "b.txt");
    }

    @Test
    void theOrderOfTheInputDecidesNothing() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(wires));
        Collections.reverse(lines);
        Path turned = Files.write(folder.resolve("turned.jsonl"), lines);
        assertThat(Run.of("copies", turned).out())
                .isEqualTo(Run.of("copies", wires).out());
    }

    @Test
    void anArticleThatIsInTheInputTwiceIsNoCopyOfItself() {
        Run run = Run.of("copies", wires, wires);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(Run.of("copies", wires).out());
        assertThat(run.err()).contains("10 articles read", "5 in the input more than once");
    }

    @Test
    void withoutCopiesNothingIsPrinted() throws IOException {
        Files.writeString(folder.resolve("a.txt"), OTHER);
        Run run = Run.of("copies", folder.resolve("a.txt"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("1 article read, no copies");
    }

    @Test
    void resultsGoToAFileThatIsNoInput() throws IOException {
        Path out = folder.resolve("copies.csv");
        Run run = Run.of("copies", "-f", "csv", "-o", out, wires);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(5);
        Run over = Run.of("copies", "-o", wires, wires);
        assertThat(over.code()).isEqualTo(2);
        assertThat(over.err()).contains("is an input, too");
    }

    @Test
    void whatIsWrongWithTheOutputIsSaidBeforeAnythingIsRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"id\":\"a\"}\n");
        Run nowhere = Run.of("copies", "-o", folder.resolve("gone/copies.csv"), broken, wires);
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("cannot be written").doesNotContain("broken.jsonl");
        Path left = Files.writeString(folder.resolve("copies.csv.partial"), "half");
        Run interrupted = Run.of("copies", "-o", folder.resolve("copies.csv"), broken, wires);
        assertThat(interrupted.code()).isEqualTo(1);
        assertThat(interrupted.err())
                .contains(left + " was left by an interrupted run: remove it, or name another file")
                .doesNotContain("--resume", "broken.jsonl");
        assertThat(left).hasContent("half");
        Path none = folder.resolve("none.csv");
        assertThat(Run.of("copies", "-o", none, broken).code()).isEqualTo(1);
        assertThat(none).doesNotExist();
        assertThat(OutputFile.partial(none)).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestCompared() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"id\":\"a\"}\n");
        Run run = Run.of("copies", broken, wires);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("broken.jsonl", "1 skipped").doesNotContain("Exception");
        assertThat(run.out()).contains("avnews.example");
        Run nothing = Run.of("copies", folder.resolve("gone.txt"));
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("gone.txt");
    }

    @Test
    void standardInputIsRead() throws IOException {
        Run run = Run.withInput(Files.readString(wires), "copies", "-");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(Run.of("copies", wires).out());
    }

    @Test
    void aTitleThatWouldSteerATerminalIsMadeSafe() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.jsonl"),
                line("https://a.example", "2024-05-16", "A", "Evil \u001b[2J title\nwith lines", LEDE + REST)
                        + line("https://b.example", "2024-05-17", "B", "=cmd, \"quoted\"", LEDE + REST));
        assertThat(Run.of("copies", file).out()).doesNotContain("\u001b").hasLineCount(3);
        Run csv = Run.of("copies", "-q", "-f", "csv", file);
        assertThat(csv.out()).contains("\"=cmd, \"\"quoted\"\"\"");
    }
}
