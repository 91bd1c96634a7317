package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTaskTest {

    private static final String GOLD = """
            {"id": "a", "title": "Rain", "text": "🚢 Ito said \\"no\\".\\n\\nIt rained.", "attributions": [{"source": [[2, 5]], "cue": [[6, 10]], "content": [[11, 15]]}]}

            {"id": "b", "text": "Nothing here. Or here.", "attributions": []}
            {"id": "c", "title": " ", "text": "Ito said no and yes.", "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 19]]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void figuresAndCountsOfThreeArticles() throws IOException {
        ScriptedEngine engine = new ScriptedEngine(AttributionTaskTest::outcome);
        Evaluation evaluation = Tasks.named("attribution").orElseThrow().run(gold(GOLD), engine);

        assertThat(evaluation.figures())
                .contains(
                        entry("token.content.p", 60.0),
                        entry("token.content.r", 50.0),
                        entry("linked.loose.f1", 40.0),
                        entry("quoted.recall", 100.0),
                        entry("unquoted.recall", 0.0),
                        entry("form.direct.recall", 100.0),
                        entry("form.indirect.recall", 0.0),
                        entry("empty.statements", 2.0),
                        entry("precision.at.0.5", 33.33),
                        entry("recall.at.0.5", 50.0),
                        entry("kept.at.0.5", 100.0),
                        entry("recall.at.0.7", 0.0),
                        entry("linked.loose.ece", 16.67),
                        entry("linked.loose.auc", 0.5))
                .doesNotContainKeys("precision.at.0.7", "source.auc")
                .doesNotContainKey("form.mixed.recall");
        assertThat(evaluation.counts())
                .contains(
                        entry("articles", 3L),
                        entry("articles.missing", 1L),
                        entry("linked.loose.correct", 1L),
                        entry("linked.loose.predicted", 3L),
                        entry("linked.loose.gold", 2L),
                        entry("form.direct.gold", 1L),
                        entry("form.indirect.correct", 0L),
                        entry("empty.articles", 1L));
        assertThat(evaluation.producer()).isEqualTo(ScriptedEngine.PRODUCER);
    }

    @Test
    void theEngineGetsIdsAsAddressesTitlesAndParagraphs() throws IOException {
        ScriptedEngine engine = new ScriptedEngine(AttributionTaskTest::outcome);
        new AttributionTask(Marks.AS_THEY_ARE).run(gold(GOLD), engine);

        assertThat(engine.given()).extracting(Article::address).containsExactly("a", "b", "c");
        assertThat(engine.given())
                .extracting(article -> article.metadata().title())
                .containsExactly(Optional.of("Rain"), Optional.empty(), Optional.empty());
        Text text = engine.given().get(0).text();
        assertThat(text.paragraphs())
                .extracting(span -> span.of(text.value()))
                .containsExactly("🚢 Ito said \"no\".", "It rained.");
    }

    @Test
    void theEngineReadsTheGoldWithItsMarksTurned() throws IOException {
        ScriptedEngine engine = new ScriptedEngine(AttributionTaskTest::outcome);
        Evaluation evaluation = Tasks.named(
                        "attribution", new TaskOptions(Marks.CURLY, Optional.empty(), Optional.empty(), false))
                .orElseThrow()
                .run(gold(GOLD), engine);
        assertThat(engine.given().get(0).text().value()).startsWith("🚢 Ito said “no”.");
        // What is quoted is told by the gold, so that figures with other marks can be compared.
        assertThat(new AttributionTask(Marks.SINGLE)
                        .run(gold(GOLD), new ScriptedEngine(AttributionTaskTest::outcome))
                        .counts())
                .isEqualTo(evaluation.counts());
    }

    /** Finds the statement of a, misses c, and finds two in b that are counted and three that are not. */
    private static Outcome<ArticleRecord> outcome(Article article) {
        if (article.address().equals("c")) {
            return new Outcome.Skipped<>("c", Outcome.Stage.ENCODING, "too wet");
        }
        if (article.address().equals("a")) {
            return kept(article, new Parts(spans(3, 6), spans(7, 11), spans(12, 16)));
        }
        var outer = Statements.of(article, new Parts(List.of(), spans(0, 7), spans(8, 12)));
        var second = Statements.of(article, new Parts(List.of(), spans(14, 16), spans(17, 21)));
        var inner = Statements.of(
                article,
                Location.TEXT,
                new Parts(List.of(), spans(8, 9), spans(9, 12)),
                Optional.of(outer.id()),
                false);
        var furniture = Statements.of(
                article, Location.TEXT, new Parts(List.of(), List.of(), spans(0, 3)), Optional.empty(), true);
        return new Outcome.Kept<>(Statements.record(article, List.of(outer, second, inner, furniture)));
    }

    private static Outcome<ArticleRecord> kept(Article article, Parts parts) {
        return new Outcome.Kept<>(Statements.record(article, List.of(Statements.of(article, parts))));
    }

    private static List<Span> spans(int start, int end) {
        return List.of(new Span(start, end));
    }

    @Test
    void anEngineThatGivesWhatItWasNotGivenIsAnError() throws IOException {
        Path file = gold(GOLD);
        Engine stranger = new ScriptedEngine(article ->
                new Outcome.Kept<>(Statements.record(Article.of("z", article.text(), article.metadata()), List.of())));
        assertThatThrownBy(() -> new AttributionTask(Marks.AS_THEY_ARE).run(file, stranger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a record of z, which it was not given");
        Engine editor = new ScriptedEngine(article -> new Outcome.Kept<>(
                Statements.record(Article.of(article.address(), Text.line("edited"), article.metadata()), List.of())));
        assertThatThrownBy(() -> new AttributionTask(Marks.AS_THEY_ARE).run(file, editor))
                .hasMessageContaining("changed the text of a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"id": "a"                                                     | not a JSON object of one article
            {"id": "a"} x                                                  | not a JSON object of one article
            []                                                             | expected a JSON object of one article
            {"text": "x", "attributions": []}                              | the article has no string 'id'
            {"id": 7, "text": "x", "attributions": []}                     | the article has no string 'id'
            {"id": " ", "text": "x", "attributions": []}                   | the id is blank
            {"id": "a", "attributions": []}                                | the article has no string 'text'
            {"id": "a", "text": "x"}                                       | neither 'attributions' nor 'spans'
            {"id": "a", "text": "x", "attributions": {}}                   | 'attributions' must be a list
            {"id": "a", "text": "x", "attributions": [7]}                  | with the lists source, cue and content, found 7
            {"id": "a", "text": "x", "spans": {"source": [], "cue": []}}   | with the lists source, cue and content, found {
            {"id": "a", "text": "x", "spans": {"source": [[0]]}}           | a source span is [start, end], not [0]
            {"id": "a", "text": "x", "spans": {"source": [[0, 1.5]]}}      | a source span is [start, end], not [0,1.5]
            {"id": "a", "text": "🚢", "spans": {"source": [[0, 2]]}}       | source span [0, 2) is empty or lies outside the text (1 code points)
            {"id": "a", "text": "x", "spans": {"source": [[1, 1]]}}        | source span [1, 1) is empty
            {"id": "ok", "text": "x", "attributions": []}                  | the id 'ok' stands in an earlier line, too
            """)
    void aBadLineIsNamed(String line, String problem) throws IOException {
        Path file = gold("{\"id\": \"ok\", \"text\": \"x\", \"attributions\": []}\n\n" + line + "\n");
        assertThatThrownBy(() -> new AttributionTask(Marks.AS_THEY_ARE)
                        .run(file, new ScriptedEngine(AttributionTaskTest::outcome)))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageStartingWith(file + ":3: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aFileWithoutArticlesOrNotInUtf8OrMissingIsAnError() throws IOException {
        ScriptedEngine engine = new ScriptedEngine(AttributionTaskTest::outcome);
        Path empty = gold("\n");
        assertThatThrownBy(() -> new AttributionTask(Marks.AS_THEY_ARE).run(empty, engine))
                .isInstanceOf(GoldFormatException.class)
                .hasMessage(empty + ": no articles; expected one JSON object a line");
        Path latin = folder.resolve("latin.jsonl");
        Files.writeString(latin, "{\"id\": \"é\"}", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new AttributionTask(Marks.AS_THEY_ARE).run(latin, engine))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining(":1: this line or a later one is not UTF-8");
        assertThatThrownBy(() -> new AttributionTask(Marks.AS_THEY_ARE).run(folder.resolve("none.jsonl"), engine))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.jsonl");
        assertThat(engine.given()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheGold() throws IOException {
        assertThat(GoldFile.read(gold("\ufeff" + GOLD), Marks.AS_THEY_ARE)).containsOnlyKeys("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({"0.125, 0.12", "2.675, 2.67", "1.005, 1.0", "66.66666666666667, 66.67", "12.345, 12.35", "99.995, 100.0"
    })
    void roundingIsThatOfPython(double value, double rounded) {
        assertThat(AttributionScore.rounded(value, 2)).isEqualTo(rounded);
    }

    private Path gold(String lines) throws IOException {
        Path file = folder.resolve("gold.jsonl");
        Files.writeString(file, lines);
        return file;
    }
}
