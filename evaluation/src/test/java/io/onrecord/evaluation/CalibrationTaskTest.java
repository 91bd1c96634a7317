package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Calibration.Target;
import io.onrecord.attribution.Mode;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTaskTest {

    private static final String SENTENCE = "Ito said it rained. ";
    private static final int EACH = 40;

    @TempDir
    Path folder;

    @Test
    void aBoastfulEngineIsBroughtToReason() throws IOException {
        Path weights = folder.resolve("weights.properties");
        Task task = Tasks.named(
                        "calibration",
                        new TaskOptions(Marks.AS_THEY_ARE, Optional.of(weights), Optional.empty(), false))
                .orElseThrow();
        assertThat(task.raw()).isTrue();
        Evaluation evaluation = task.run(gold(30), engine());

        // Confidence is 0.6 to 0.96, and half of that comes true.
        assertThat(evaluation.figures().get("statement.ece.raw")).isGreaterThan(30);
        assertThat(evaluation.figures().get("statement.ece")).isLessThan(6);
        assertThat(evaluation.figures().get("statement.auc")).isGreaterThan(0.5);
        assertThat(evaluation.figures())
                .containsKeys("source.ece", "content.ece", "content.auc.raw")
                .doesNotContainKey("cue.auc");
        assertThat(evaluation.counts())
                .containsEntry("statement.items", 1200L)
                .containsEntry("source.items", 1200L)
                .containsEntry("articles", 30L);

        assertThat(Files.readString(weights)).startsWith("# Fitted by").contains("30 articles", "scripted");
        Calibration fitted = Calibration.parse(Files.readString(weights));
        Attribution raw = statements(article(0), new Random(1)).get(0).attribution();
        double before = raw.confidence().statement();
        assertThat(fitted.apply(raw).confidence().statement()).isEqualTo(before / 2, within(0.08));
        // All sources are right, and that is learnt, too.
        assertThat(Target.SOURCE.of(fitted.apply(raw).confidence()).orElseThrow())
                .isGreaterThan(0.98);
    }

    @Test
    void theSameArticlesGiveTheSameWeights() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        for (Path weights : List.of(one, other)) {
            new CalibrationTask(Optional.of(weights)).run(gold(10), engine());
        }
        assertThat(one).hasSameTextualContentAs(other);
    }

    @Test
    void whatANetworkLeavesOutByItselfOutlivesAFit() throws IOException {
        Path weights = folder.resolve("weights");
        Producer large = new Producer("0.1.0", "e5-l12-minilm-l6-polnear-1 sha256:00", "none");
        new CalibrationTask(Optional.of(weights))
                .run(gold(10), new ScriptedEngine(CalibrationTaskTest::outcome, large));

        double shipped = Calibration.shipped(large.model()).leastConfidence(Mode.BALANCED);
        assertThat(shipped).isNotEqualTo(Mode.BALANCED.leastConfidence());
        assertThat(Calibration.parse(Files.readString(weights)).leastConfidence(Mode.BALANCED))
                .isEqualTo(shipped);
    }

    @Test
    void tooFewArticlesOrRolesAloneAreNoGoldForIt() throws IOException {
        Path few = gold(4);
        assertThatThrownBy(() -> new CalibrationTask(Optional.empty()).run(few, engine()))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining("of 5 articles or more");
        Path roles = folder.resolve("roles.jsonl");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lines.add("{\"id\":\"" + i + "\",\"text\":\"x\",\"spans\":{\"source\":[],\"cue\":[],\"content\":[]}}");
        }
        Files.write(roles, lines);
        assertThatThrownBy(() -> new CalibrationTask(Optional.empty()).run(roles, engine()))
                .hasMessageContaining("whole attributions");
    }

    @Test
    void anEngineThatFindsNothingGivesNoFigures() throws IOException {
        Evaluation evaluation = new CalibrationTask(Optional.empty())
                .run(gold(5), new ScriptedEngine(article -> new Outcome.Kept<>(Statements.record(article, List.of()))));
        assertThat(evaluation.figures()).isEmpty();
        assertThat(evaluation.counts()).containsEntry("statement.items", 0L);
    }

    /** Articles of one sentence again and again, which is a statement everywhere. */
    private Path gold(int articles) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int a = 0; a < articles; a++) {
            lines.append("{\"id\":\"").append(a).append("\",\"text\":\"").append(SENTENCE.repeat(EACH));
            lines.append("\",\"attributions\":[");
            for (int s = 0; s < EACH; s++) {
                int at = s * SENTENCE.length();
                lines.append(s == 0 ? "" : ",")
                        .append("{\"source\":[[" + at + "," + (at + 3) + "]],\"cue\":[[" + (at + 4) + "," + (at + 8)
                                + "]],\"content\":[[" + (at + 9) + "," + (at + 18) + "]]}");
            }
            lines.append("]}\n");
        }
        Path file = folder.resolve("gold-" + articles + ".jsonl");
        Files.writeString(file, lines);
        return file;
    }

    private static Article article(int number) {
        return Article.of(String.valueOf(number), Text.line(SENTENCE.repeat(EACH)), Metadata.NONE);
    }

    private static Engine engine() {
        return new ScriptedEngine(CalibrationTaskTest::outcome);
    }

    private static Outcome<ArticleRecord> outcome(Article article) {
        Random random = new Random(Long.parseLong(article.address()));
        return new Outcome.Kept<>(Statements.record(article, statements(article, random)));
    }

    /** Finds every sentence; one is right with half of its confidence, and else has the wrong words. */
    private static List<Statement> statements(Article article, Random random) {
        List<Statement> statements = new ArrayList<>();
        for (int s = 0; s < EACH; s++) {
            int at = s * SENTENCE.length();
            double p = 0.6 + random.nextInt(37) / 100.0;
            boolean right = random.nextDouble() < p / 2;
            Parts parts = new Parts(
                    List.of(new Span(at, at + 3)),
                    List.of(new Span(at + 4, at + 8)),
                    List.of(right ? new Span(at + 9, at + 18) : new Span(at, at + 9)));
            statements.add(Statements.of(article, parts, p));
        }
        return statements;
    }
}
