package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTaskTest {

    private static final String OWN = """
            {"id": "a", "text": "Ito told Abe it rained.", "source": [[0, 3]], "cue": [[4, 8]], "content": [[13, 22]], "addressee": [[9, 12]], \
            "stance": "SAYS", "negated": false, "hypothetical": false}
            {"id": "b", "text": "Ito did not deny it.", "source": [[0, 3]], "cue": [[4, 16]], "content": [[17, 19]], \
            "stance": "DENIES", "negated": true, "hypothetical": false}
            {"id": "c", "text": "The firm agreed to pay.", "source": [[0, 8]], "cue": [[9, 15]], "content": [[16, 22]], \
            "stance": "PROMISES", "negated": false, "hypothetical": false}
            {"id": "d", "text": "𝔸be gurgled it rained.", "source": [[0, 3]], "cue": [[4, 11]], "content": [[12, 21]], \
            "stance": "BELIEVES", "negated": false, "hypothetical": true}
            """;

    private static final String ARTICLE = """
            {"id": "n", "text": "Ito asked why.", "attributions": [{"source": [[0, 3]], "cue": [[4, 9]], "content": [[10, 13]]}]}
            """;

    private static final String OF_ARTICLE = """
            {"article": "n", "cue": [[4, 9]], "labels": [{"stance": "ASKS"}, {"stance": "SAYS"}], \
            "stance": "ASKS", "negated": false, "hypothetical": false}
            """;

    private static final String PLOVER = """
            {"id": "p", "event": "AGREE", "textInfo": {"markup": "(SRC: Avenia) has (EVT: agreed) to (EVT: open) its border."}}
            {"id": "q", "event": "REJECT", "textInfo": "(SRC: Avenia) (EVT: praised) (TAR: Belmark) (LOC: in Tarnby) today."}
            {"id": "r", "event": "FIGHT", "textInfo": {"markup": "(SRC: Avenia) (EVT: shelled) (TAR: Belmark)."}}
            """;

    @TempDir
    Path folder;

    private final ScriptedEngine engine =
            new ScriptedEngine(article -> new Outcome.Skipped<>("x", Outcome.Stage.ENCODING, "not to be read"));

    @Test
    void stancesFlagsAndAddresseesAreCountedBesideTheBaselines() throws IOException {
        Evaluation evaluation = run(OWN);
        assertThat(evaluation.figures())
                .contains(
                        entry("stance.macro_f1", 66.67),
                        entry("stance.accuracy", 75.0),
                        entry("baseline.word.accuracy", 50.0),
                        entry("baseline.says.accuracy", 25.0),
                        entry("stance.denies.f1", 100.0),
                        entry("stance.believes.r", 0.0),
                        entry("negated.f1", 100.0),
                        entry("hypothetical.r", 0.0),
                        entry("addressee.f1", 100.0),
                        entry("fallback.accuracy", 0.0));
        assertThat(evaluation.counts())
                .contains(entry("cues", 4L), entry("stance.accuracy.correct", 3L), entry("fallback.accuracy.gold", 1L));
        assertThat(evaluation.figures()).doesNotContainKeys("labels.kappa", "stance.asks.f1");
        assertThat(engine.given()).isEmpty();
    }

    @Test
    void aCueOfAnArticleHasItsWordsFromThere() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), ARTICLE);
        TaskOptions options = new TaskOptions(Marks.AS_THEY_ARE, Optional.empty(), Optional.of(articles), false);
        Task task = Tasks.named("stance", options).orElseThrow();
        assertThat(task.needsEngine()).isFalse();
        Evaluation evaluation = task.run(gold(OF_ARTICLE), engine);
        assertThat(evaluation.figures()).contains(entry("stance.macro_f1", 100.0), entry("labels.kappa", 0.0));
        assertThat(evaluation.counts()).contains(entry("labels.items", 1L));
    }

    @Test
    void ofPloverTheClassesThatMapAreCounted() throws IOException {
        Evaluation evaluation = run(PLOVER);
        assertThat(evaluation.figures())
                .contains(entry("stance.accuracy", 50.0), entry("stance.promises.f1", 100.0))
                .doesNotContainKeys("negated.f1");
        assertThat(evaluation.counts()).contains(entry("cues", 2L), entry("unmapped", 1L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"text": 1}                                                                          | there is no string 'text'
            {"text": "xyz", "source": [], "cue": [[0, 9]], "content": [[1, 2]]}                  | a span of 'cue' is [start, end] within the text (3 code points), not [0,9]
            {"text": "xyz", "source": [], "cue": [[0, 1]]}                                       | there is no list 'content'
            {"text": "xyz", "source": [], "cue": [[0, 1]], "content": [], "stance": "SAYS"}      | a statement has content
            {"text": "xyz", "source": [], "cue": [[0, 1]], "content": [[1, 2]], "stance": "ODD"} | 'ODD' is no stance
            {"text": "xyz", "source": [], "cue": [[0, 1]], "content": [[1, 2]], "stance": "SAYS"} | 'negated' is neither true nor false
            {"event": "REJECT", "textInfo": "Nothing."}                                          | no words of it are marked as the event
            [1]                                                                                  | expected a JSON object
            {                                                                                    | not a JSON object
            """)
    void aBadLineIsNamed(String line, String problem) throws IOException {
        Path file = gold(line + "\n");
        assertThatThrownBy(() -> new StanceTask(Optional.empty()).run(file, engine))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageStartingWith(file + ":1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void articlesThatAreNeededAreAskedFor() throws IOException {
        Path file = gold(OF_ARTICLE);
        assertThatThrownBy(() -> new StanceTask(Optional.empty()).run(file, engine))
                .hasMessageContaining("--articles");
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), ARTICLE);
        StanceTask task = new StanceTask(Optional.of(articles));
        Path other = gold(OF_ARTICLE.replace("\"n\"", "\"m\""));
        assertThatThrownBy(() -> task.run(other, engine)).hasMessageContaining("there is no article 'm'");
        Path elsewhere = gold(OF_ARTICLE.replace("[[4, 9]]", "[[4, 8]]"));
        assertThatThrownBy(() -> task.run(elsewhere, engine)).hasMessageContaining("has the cue");
        Path deeds = gold(PLOVER.lines().skip(2).findFirst().orElseThrow());
        assertThatThrownBy(() -> task.run(deeds, engine)).hasMessageContaining("no line of it tells a stance");
    }

    @Test
    void theWrittenCuesKeepTheirLevel() throws IOException {
        Path gold = Path.of("../testkit/src/main/resources/io/onrecord/testkit/gold/stance-written-open.jsonl");
        assertThat(new StanceTask(Optional.empty()).run(gold, engine).figures().get("stance.macro_f1"))
                .isGreaterThanOrEqualTo(90);
    }

    @Test
    void theCuesOfTheNewsKeepTheirLevel() throws IOException {
        Path articles = Path.of("../../shared/data/polnear/dev.jsonl");
        assumeTrue(Files.exists(articles), "skipped: the research corpora are not in ../shared/data");
        Path gold = Path.of("../testkit/src/main/resources/io/onrecord/testkit/gold/stance-polnear-open.jsonl");
        Evaluation evaluation = new StanceTask(Optional.of(articles)).run(gold, engine);
        assertThat(evaluation.figures().get("stance.macro_f1")).isGreaterThanOrEqualTo(85);
        assertThat(evaluation.figures().get("labels.kappa")).isGreaterThan(0.8);
    }

    private Evaluation run(String lines) throws IOException {
        return Tasks.named("stance").orElseThrow().run(gold(lines), engine);
    }

    private Path gold(String lines) throws IOException {
        return Files.writeString(folder.resolve("gold.jsonl"), lines);
    }
}
