package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures are score.py's: as kept beside this test, and live where that scorer and Python are at hand. */
class ScoreParityTest {

    private static final Path SHARED =
            Path.of(System.getProperty("onrecord.root", "."), "..", "shared").normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"linked", "roles"})
    void figuresOfTheSampleAreThoseKept(String kind) throws IOException {
        assertEqual(evaluate(sample(kind)), Resources.text("sample-figures-" + kind + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linked", "roles"})
    void figuresOfTheSampleAreThoseOfTheScorer(String kind) throws IOException, InterruptedException {
        Evaluation evaluation = evaluate(sample(kind));
        assertEqual(evaluation, scorer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.jsonl", "paragraphs-dev.jsonl"})
    void figuresOfACorpusAreThoseOfTheScorer(String name) throws IOException, InterruptedException {
        Path corpus = SHARED.resolve("data").resolve("polnear").resolve(name);
        assumeTrue(Files.exists(corpus), () -> "skipped: no " + corpus);
        Evaluation evaluation =
                evaluate(List.copyOf(GoldFile.read(corpus, Marks.AS_THEY_ARE).values()));
        assertEqual(evaluation, scorer());
    }

    private static List<GoldArticle> sample(String kind) {
        return kind.equals("linked") ? Sample.articles() : Sample.rolesOnly();
    }

    /** Writes both files for the scorer, and runs the task on the first with an engine that gives the second. */
    private Evaluation evaluate(List<GoldArticle> gold) throws IOException {
        Map<String, GoldArticle> byId = new LinkedHashMap<>();
        gold.forEach(article -> byId.put(article.id(), article));
        List<String> records = new ArrayList<>();
        Engine engine = new ScriptedEngine(article -> {
            Outcome<ArticleRecord> outcome =
                    Sample.outcome(Objects.requireNonNull(byId.get(article.address())), article);
            if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                records.add(Sample.recordLine(kept.value()));
            }
            return outcome;
        });
        Files.write(goldFile(), gold.stream().map(Sample::goldLine).toList());
        Evaluation evaluation = new AttributionTask(Marks.AS_THEY_ARE).run(goldFile(), engine);
        Files.write(recordFile(), records);
        return evaluation;
    }

    private Path goldFile() {
        return folder.resolve("gold.jsonl");
    }

    private Path recordFile() {
        return folder.resolve("records.jsonl");
    }

    private String scorer() throws IOException, InterruptedException {
        Path script = SHARED.resolve("tools").resolve("score.py");
        assumeTrue(Files.exists(script), () -> "skipped: no " + script);
        Path output = folder.resolve("figures.json");
        ProcessBuilder builder = new ProcessBuilder(
                        "python3",
                        "-B",
                        script.toString(),
                        goldFile().toString(),
                        recordFile().toString(),
                        "--json")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no python3 on this machine");
            throw e;
        }
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String json = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(json).isZero();
        return json;
    }

    /** Each of the scorer's figures and counts is there, to the last digit, and no other figure but those it lacks. */
    private static void assertEqual(Evaluation evaluation, String scorer) {
        JsonNode expected = new JsonMapper().readTree(scorer);
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                for (String part : List.of("p", "r", "f1")) {
                    figures.put(name + "." + part, value.get(part).doubleValue());
                }
                for (String part : List.of("predicted", "gold")) {
                    counts.put(name + "." + part, value.get(part).longValue());
                }
            } else if (name.endsWith(".recall")) {
                figures.put(name, value.doubleValue());
            } else {
                counts.put(name, value.longValue());
            }
        }
        assertThat(figures).hasSizeGreaterThan(17);
        assertThat(evaluation.figures()).containsAllEntriesOf(figures);
        assertThat(evaluation.counts()).containsAllEntriesOf(counts);
        TreeSet<String> others = new TreeSet<>(evaluation.figures().keySet());
        others.removeAll(figures.keySet());
        assertThat(others)
                .allMatch(name -> name.startsWith("form.")
                        || name.startsWith("empty.")
                        || name.endsWith(".ece")
                        || name.endsWith(".auc")
                        || name.contains(".at."));
    }
}
