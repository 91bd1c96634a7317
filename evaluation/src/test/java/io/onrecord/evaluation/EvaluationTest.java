package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static Evaluation evaluation() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("span.content.p", 62.5);
        figures.put("span.content.r", 60.0);
        figures.put("span.content.f1", 61.22);
        figures.put("quoted.recall", 78.3);
        figures.put("linked.loose.auc", 0.8713);
        figures.put("empty.statements", 0.2402);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", 84L);
        counts.put("span.content.correct", 1200L);
        counts.put("span.content.predicted", 1920L);
        counts.put("span.content.gold", 2000L);
        counts.put("quoted.correct", 783L);
        counts.put("quoted.gold", 1000L);
        return new Evaluation("attribution", "gold/\"dev\".jsonl", figures, counts, ScriptedEngine.PRODUCER);
    }

    @Test
    void asJson() {
        assertThat(evaluation().toJson())
                .isEqualTo("{\"task\":\"attribution\",\"file\":\"gold/\\\"dev\\\".jsonl\","
                        + "\"figures\":{\"span.content.p\":62.5,\"span.content.r\":60.0,\"span.content.f1\":61.22,"
                        + "\"quoted.recall\":78.3,\"linked.loose.auc\":0.8713,\"empty.statements\":0.2402},"
                        + "\"counts\":{\"articles\":84,\"span.content.correct\":1200,"
                        + "\"span.content.predicted\":1920,\"span.content.gold\":2000,"
                        + "\"quoted.correct\":783,\"quoted.gold\":1000},"
                        + "\"producer\":{\"version\":\"0.1.0\",\"model\":\"scripted\",\"options\":\"none\"}}");
    }

    @Test
    void asTable() {
        assertThat(evaluation().toTable()).isEqualTo("""
                        attribution on gold/"dev".jsonl
                                                       P         R        F1     found      gold
                        span.content               62.50     60.00     61.22     1,920     2,000
                        quoted.recall              78.30   (783 of 1,000)
                        linked.loose.auc          0.8713
                        empty.statements          0.2402
                        articles                      84
                        made with onrecord 0.1.0, model scripted, options none
                        """);
    }

    @Test
    void aFigureIsANumber() {
        assertThatThrownBy(() -> new Evaluation("t", "f", Map.of("x", Double.NaN), Map.of(), ScriptedEngine.PRODUCER))
                .hasMessage("figure x of the task t is NaN, not a number");
    }

    @Test
    void tasksHaveNames() {
        assertThat(Tasks.all())
                .extracting(Task::name)
                .containsExactly(
                        "attribution",
                        "calibration",
                        "nested",
                        "speakers",
                        "pronouns",
                        "stance",
                        "dates",
                        "identity",
                        "article-text",
                        "claims",
                        "claim-weights",
                        "copies",
                        "same-claim",
                        "stance-to-claim",
                        "disputes");
        assertThat(Tasks.all()).allMatch(task -> task.describes().endsWith("."));
        assertThat(Tasks.named("chess")).isEmpty();
    }
}
