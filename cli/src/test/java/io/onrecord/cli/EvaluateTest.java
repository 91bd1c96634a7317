package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.attribution.Calibration;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord evaluate}. */
@Tag("long")
class EvaluateTest {

    /** Of a corpus, which two tests ask for. */
    private static final Map<Path, JsonNode> FIGURES = new HashMap<>();

    @TempDir
    private Path folder;

    private static Path corpus(String name) {
        Path file = Run.root().resolve("../shared/data").resolve(name);
        assumeTrue(Files.exists(file), "skipped: the research corpora are not in ../shared/data");
        return file;
    }

    @Test
    void oneObjectHasTheTaskTheFileTheFiguresAndTheCounts() throws IOException {
        Path gold = folder.resolve("gold.jsonl");
        Files.writeString(gold, """
                {"id":"a","text":"“We will appeal,” said Ms Ito.","attributions":[{"source":[[23,29]],"cue":[[18,22]],"content":[[0,17]]}]}
                """);
        Run run = Run.of("evaluate", "attribution", gold, "--json");
        assertThat(run.code()).isZero();
        JsonNode object = JsonMapper.shared().readTree(run.out());
        assertThat(object.get("task").asString()).isEqualTo("attribution");
        assertThat(object.get("figures").get("linked.exact.f1").asDouble()).isEqualTo(100);
        assertThat(object.get("counts").get("articles").asInt()).isEqualTo(1);
        assertThat(object.get("producer").get("model").asString()).contains("sha256:");
        assertThat(Run.of("evaluate", "attribution", gold).out()).contains("linked.exact", "quoted.recall");
    }

    @Test
    void aModeAndALeastConfidenceAreNamedBesideTheFigures() throws IOException {
        Path gold = folder.resolve("gold.jsonl");
        Files.writeString(gold, "{\"id\":\"a\",\"text\":\"“We will appeal,” said Ms Ito.\",\"attributions\":[]}\n");
        Run run = Run.of(
                "evaluate",
                "attribution",
                gold,
                "--mode",
                "precision",
                "--min-confidence",
                "0.5",
                "--marks",
                "straight");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("options mode=precision min-confidence=0.5");
    }

    @Test
    void anOptionOfAnotherTaskIsAUsageError() {
        Run marks = Run.of("evaluate", "calibration", "gold.jsonl", "--marks", "curly");
        assertThat(marks.code()).isEqualTo(2);
        assertThat(marks.err()).contains("--marks is for the task attribution");
        assertThat(Run.of("evaluate", "attribution", "gold.jsonl", "--write", "weights")
                        .err())
                .contains("--write is for the task calibration");
        assertThat(Run.of("evaluate", "nested", "gold.jsonl", "--articles", "articles.jsonl")
                        .err())
                .contains("--articles is for the task stance");
        assertThat(Run.of("evaluate", "calibration", "gold.jsonl", "--min-confidence", "0.5")
                        .code())
                .isEqualTo(2);
        assertThat(Run.of("evaluate", "attribution", "gold.jsonl", "--marks", "square")
                        .err())
                .contains("curly, straight, single");
    }

    @Test
    void theCalibrationOfTheDevArticlesHoldsOnThoseItWasNotFittedOn() throws IOException {
        Path weights = folder.resolve("weights.properties");
        Run run = Run.of("evaluate", "calibration", corpus("polnear/dev.jsonl"), "--write", weights, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(run.out()).get("figures");
        for (String target : new String[] {"statement", "source", "cue", "content"}) {
            assertThat(figures.get(target + ".ece").asDouble()).as(target).isLessThanOrEqualTo(4);
            assertThat(figures.get(target + ".auc").asDouble()).as(target).isGreaterThanOrEqualTo(0.82);
        }
        // What ships says what this command writes, as near as it matters: weights that stand for one another differ
        // more, by the
        // last bits of scores, which are the processor's. The calibrations of two networks differ by 0.07 on average.
        Calibration fitted = Calibration.parse(Files.readString(weights));
        Calibration shipped = Calibration.shipped("default");
        DoubleSummaryStatistics apart = statements()
                .mapToDouble(raw -> Math.abs(fitted.apply(raw).confidence().statement()
                        - shipped.apply(raw).confidence().statement()))
                .summaryStatistics();
        assertThat(apart.getCount()).isEqualTo(216);
        assertThat(apart.getAverage()).isLessThanOrEqualTo(0.02);
        assertThat(apart.getMax()).isLessThanOrEqualTo(0.1);
    }

    /** Statements with a raw confidence, of many kinds. */
    private static Stream<Attribution> statements() {
        List<Attribution> all = new ArrayList<>();
        for (double sure : new double[] {0.5, 0.9, 0.99}) {
            for (double source : new double[] {0, 0.7, 0.98}) {
                for (Form form : Form.values()) {
                    for (int spans = 1; spans <= 2; spans++) {
                        for (int length : new int[] {15, 250}) {
                            all.add(statement(sure, source, form, spans, length, 4));
                            all.add(statement(sure, source, form, spans, length, 12));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static Attribution statement(double sure, double source, Form form, int spans, int length, int cue) {
        Optional<Double> named = source == 0 ? Optional.empty() : Optional.of(source);
        List<Span> content = IntStream.range(0, spans)
                .mapToObj(i -> new Span(40 + 300 * i, 40 + 300 * i + length))
                .toList();
        return new Attribution(
                Location.TEXT,
                form,
                named.isPresent() ? List.of(new Span(0, 12)) : List.of(),
                List.of(new Span(13, 13 + cue)),
                content,
                new Confidence(0.9 * sure * sure * named.orElse(1.0), named, Optional.of(sure), sure));
    }

    @Test
    void theStanceOfGivenCuesNeedsNoNetwork() throws IOException {
        Path articles = folder.resolve("articles.jsonl");
        Files.writeString(articles, """
                {"id":"a","text":"Ms Ito denied it.","attributions":[{"source":[[0,6]],"cue":[[7,13]],"content":[[14,16]]}]}
                """);
        Path gold = folder.resolve("cues.jsonl");
        Files.writeString(gold, """
                {"article":"a","cue":[[7,13]],"stance":"DENIES","negated":false,"hypothetical":false}
                """);
        Run run = Run.of("evaluate", "stance", gold, "--articles", articles, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode object = JsonMapper.shared().readTree(run.out());
        assertThat(object.get("figures").get("stance.macro_f1").asDouble()).isEqualTo(100);
        assertThat(object.get("producer").get("model").asString()).isEqualTo("none");
        assertThat(Run.of("evaluate", "stance", gold).err()).contains("--articles");
        assertThat(Run.of("evaluate", "stance", gold, "--articles", folder.resolve("gone.jsonl"))
                        .err())
                .contains("gone.jsonl does not exist");
    }

    @Test
    void copiesOfAGeneratedSetNeedNeitherFileNorNetwork() throws IOException {
        Path set = folder.resolve("set.jsonl");
        Run run = Run.of("evaluate", "copies", "--seed", 77, "--write", set, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(run.out()).get("figures");
        assertThat(figures.get("copies.precision").asDouble()).isGreaterThanOrEqualTo(99);
        assertThat(figures.get("copies.recall").asDouble()).isGreaterThanOrEqualTo(95);
        assertThat(Run.of("evaluate", "copies", set).out()).contains("copies.recall", "jaccard.recall", "set.jsonl");
        assertThat(Run.of("evaluate", "copies", set, "--seed", 77).err()).contains("name no file");
        assertThat(Run.of("evaluate", "copies").err()).contains("Missing required parameter: 'FILE'");
        Run other = Run.of("evaluate", "dates", "--seed", 1, "gold.jsonl");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("--seed is for the task copies");
    }

    @Test
    void theShippedNetworkKeepsItsLevelOnTheDevArticles() {
        JsonNode figures = figures(corpus("polnear/dev.jsonl"));
        assertThat(figures.get("span.source.f1").asDouble()).isGreaterThanOrEqualTo(78.5);
        assertThat(figures.get("span.cue.f1").asDouble()).isGreaterThanOrEqualTo(72.5);
        assertThat(figures.get("span.content.f1").asDouble()).isGreaterThanOrEqualTo(62);
        assertThat(figures.get("linked.loose.f1").asDouble()).isGreaterThanOrEqualTo(66.5);
    }

    @Test
    void paragraphsWithoutStatementsAreLeftAlone() {
        assertThat(figures(corpus("polnear/paragraphs-dev.jsonl"))
                        .get("empty.statements")
                        .asDouble())
                .isLessThanOrEqualTo(0.25);
    }

    @Test
    void theFiguresAreThoseOfThePublishedScorerOnTheRecordsThatReadWrites() throws Exception {
        // Some of them: all articles would be read twice more.
        Path gold = Files.write(
                folder.resolve("some.jsonl"),
                Files.readAllLines(corpus("polnear/dev.jsonl")).subList(0, 12));
        Path scorer = Run.root().resolve("../shared/tools/score.py");
        Path records = folder.resolve("records.jsonl");
        assertThat(Run.of("read", "-q", "-f", "jsonl", "-o", records, gold).code())
                .isZero();
        Process process = new ProcessBuilder(
                        "python3", scorer.toString(), gold.toString(), records.toString(), "--json")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        JsonNode theirs = JsonMapper.shared().readTree(output);
        JsonNode ours = figures(gold);
        for (String name : theirs.propertyNames()) {
            JsonNode value = theirs.get(name);
            if (value.has("f1")) {
                for (String part : new String[] {"p", "r", "f1"}) {
                    assertThat(ours.get(name + "." + part).asDouble())
                            .as(name + "." + part)
                            .isEqualTo(value.get(part).asDouble(), within(0.001));
                }
            } else if (name.endsWith(".recall")) {
                assertThat(ours.get(name).asDouble()).as(name).isEqualTo(value.asDouble(), within(0.001));
            }
        }
    }

    private static JsonNode figures(Path gold) {
        return FIGURES.computeIfAbsent(gold, file -> {
            Run run = Run.of("evaluate", "attribution", file, "--json");
            assertThat(run.code()).as(run.err()).isZero();
            return JsonMapper.shared().readTree(run.out()).get("figures");
        });
    }

    @Test
    void anUnknownTaskIsAUsageErrorThatListsTheTasks() {
        Run run = Run.of("evaluate", "chess", "gold.jsonl");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("chess").contains("attribution");
    }

    @Test
    void aGoldFileThatIsMissingOrBrokenIsSaidToBeSo() throws IOException {
        Run missing = Run.of("evaluate", "attribution", folder.resolve("gone.jsonl"));
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("gone.jsonl");
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"id\":\"a\"}\n");
        Run run = Run.of("evaluate", "attribution", broken);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("broken.jsonl:1").doesNotContain("Exception");
    }

    @Test
    void theTextOfPagesIsMeasuredBesideAllThatTheyShow() throws IOException {
        Files.createDirectories(folder.resolve("html"));
        Files.writeString(folder.resolve("gold.jsonl"), """
                {"id":"a","url":"https://lisdenpost.example/2026/05/03/ferry.html","text":"The ferry to Tesk sank on Sunday, the port said.\\n\\n“We saw it go,” said Mara Oldin, who keeps the light."}
                """);
        String page = """
                <html><head><title>Ferry sinks - Lisden Post</title></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
                <article><h1>Ferry sinks</h1><p>The ferry to Tesk sank on Sunday, the port said.</p>
                <p>“We saw it go,” said Mara Oldin, who keeps the light.</p></article><footer>All about us and our friends</footer></body></html>
                """;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("html/a.html.gz")))) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
        Run run = Run.of("evaluate", "article-text", folder, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(run.out()).get("figures");
        assertThat(figures.get("article_text.f1").asDouble()).isEqualTo(100);
        assertThat(figures.get("article_text.precision").asDouble()).isEqualTo(100);
        assertThat(figures.get("article_text.recall").asDouble()).isEqualTo(100);
        assertThat(figures.get("everything.precision").asDouble()).isBetween(50.0, 80.0);
        assertThat(Run.of("evaluate", "article-text", folder).out()).contains("article_text", "everything");
    }

    @Test
    void aFolderOfPagesThatIsNotWholeIsNamedWithItsLine() throws IOException {
        Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\":\"a\",\"url\":\"https://x.example/\",\"text\":\"x\"}\n");
        assertThat(Run.of("evaluate", "article-text", folder).err())
                .contains("gold.jsonl:1: its page", "does not exist");
        Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\":\"../a\",\"url\":\"https://x.example/\",\"text\":\"x\"}\n");
        assertThat(Run.of("evaluate", "article-text", folder).err())
                .contains("gold.jsonl:1: '../a' names a page outside");
        Files.writeString(folder.resolve("gold.jsonl"), "{\"id\":\"a\"}\n");
        Files.createDirectories(folder.resolve("html"));
        Files.writeString(folder.resolve("html/a.html.gz"), "not packed");
        assertThat(Run.of("evaluate", "article-text", folder).err()).contains("a.html.gz:1: not a whole gzip file");
        assertThat(Run.of("evaluate", "article-text", folder.resolve("gold.jsonl"))
                        .err())
                .contains("expected a folder");
    }

    @Test
    void thePagesOfTheBenchmarkAreReadAsWellAsTheIssueAsks() throws IOException {
        Run run = Run.of("evaluate", "article-text", corpus("article-text"), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(run.out()).get("figures");
        assertThat(figures.get("article_text.f1").asDouble()).isGreaterThanOrEqualTo(97.5);
        assertThat(figures.get("article_text.precision").asDouble()).isGreaterThanOrEqualTo(97);
        assertThat(figures.get("everything.f1").asDouble()).isLessThan(80);
    }
}
