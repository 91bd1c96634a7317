package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedTaskTest {

    private static final String NESTED = """
            {"id": "n", "text": "Ito said Mori said Abe said no.", "attributions": [\
            {"id": "b", "source": [[9, 13]], "cue": [[14, 18]], "content": [[19, 30]], "within": "a", "kind": "nested"}, \
            {"id": "c", "source": [[19, 22]], "cue": [[23, 27]], "content": [[28, 30]], "within": "b", "kind": "nested"}, \
            {"id": "a", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 30]], "within": null, "kind": "plain"}]}
            """;

    private static final String OTHERS = """
            {"id": "o", "text": "Ito said no.\\n\\n“Never.”\\n\\nMori told Abe it rained and Doi it snowed.", "attributions": [\
            {"id": "a", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]], "within": null, "kind": "plain"}, \
            {"id": "b", "source": [], "cue": [], "content": [[14, 22]], "kind": "continued"}, \
            {"id": "c", "source": [[24, 28]], "cue": [[29, 33]], "content": [[38, 47]], "within": null, "kind": "plain"}, \
            {"id": "d", "source": [[24, 28]], "cue": [[29, 33]], "content": [[56, 65]], "within": null, "kind": "second-object"}]}
            """;

    private static final Parts OUTER = parts(0, 3, 4, 8, 9, 30);
    private static final Parts INNER = parts(9, 13, 14, 18, 19, 30);
    private static final Parts INNERMOST = parts(19, 22, 23, 27, 28, 30);

    @TempDir
    Path folder;

    @Test
    void aChainIsFoundLinkByLink() throws IOException {
        Evaluation evaluation = run(NESTED, article -> {
            Statement outer = statement(article, OUTER, Optional.empty());
            Statement inner = statement(article, INNER, Optional.of(outer));
            return List.of(outer, inner, statement(article, INNERMOST, Optional.of(inner)));
        });
        assertThat(evaluation.figures())
                .contains(
                        entry("nested.f1", 100.0),
                        entry("nested.within.p", 100.0),
                        entry("nested.continued.f1", 0.0),
                        entry("nested.all.r", 100.0),
                        entry("baseline.nested.f1", 0.0),
                        entry("baseline.all.p", 100.0),
                        entry("baseline.all.r", 33.33));
        assertThat(evaluation.counts())
                .contains(
                        entry("articles", 1L),
                        entry("nested.correct", 2L),
                        entry("nested.predicted", 2L),
                        entry("nested.gold", 2L),
                        entry("nested.continued.gold", 0L),
                        entry("baseline.all.predicted", 1L));
    }

    @Test
    void anInnerStatementOfAnotherThanItsOuterIsWrong() throws IOException {
        Evaluation evaluation = run(NESTED, article -> {
            Statement outer = statement(article, OUTER, Optional.empty());
            Statement inner = statement(article, INNER, Optional.of(outer));
            return List.of(outer, inner, statement(article, INNERMOST, Optional.of(outer)));
        });
        assertThat(evaluation.counts()).contains(entry("nested.correct", 1L), entry("nested.all.correct", 2L));
    }

    @Test
    void anInnerStatementCountsWhereItsOuterWasNotFound() throws IOException {
        Evaluation evaluation = run(NESTED, article -> {
            Statement other = statement(article, parts(9, 13, 14, 18, 19, 22), Optional.empty());
            return List.of(other, statement(article, INNERMOST, Optional.of(other)));
        });
        assertThat(evaluation.counts()).contains(entry("nested.correct", 1L), entry("nested.all.correct", 1L));
    }

    @Test
    void anInnerStatementThatIsGivenByItselfIsWrong() throws IOException {
        Evaluation evaluation = run(
                NESTED,
                article -> List.of(
                        statement(article, OUTER, Optional.empty()), statement(article, INNER, Optional.empty())));
        assertThat(evaluation.counts())
                .contains(
                        entry("nested.predicted", 0L),
                        entry("nested.correct", 0L),
                        entry("nested.all.predicted", 2L),
                        entry("nested.all.correct", 1L));
    }

    @Test
    void whatHasNoCueGoesOnAndWhatSharesOneIsASecondObject() throws IOException {
        Evaluation evaluation = run(
                OTHERS,
                article -> List.of(
                        statement(article, parts(0, 3, 4, 8, 9, 11), Optional.empty()),
                        Statements.of(article, new Parts(List.of(), List.of(), List.of(new Span(14, 22)))),
                        statement(article, parts(24, 28, 29, 33, 38, 47), Optional.empty()),
                        statement(article, parts(24, 28, 29, 33, 56, 65), Optional.empty())));
        assertThat(evaluation.figures())
                .contains(
                        entry("nested.f1", 100.0),
                        entry("nested.continued.f1", 100.0),
                        entry("nested.second.f1", 100.0),
                        entry("baseline.all.r", 50.0));
    }

    @Test
    void titlesAndFurnitureAreLeftOutAndAMissingRecordIsCounted() throws IOException {
        Evaluation evaluation = new NestedTask()
                .run(
                        gold(NESTED + OTHERS),
                        new ScriptedEngine(article -> article.address().equals("o")
                                ? new Outcome.Skipped<>("o", Outcome.Stage.ENCODING, "too wet")
                                : kept(
                                        article,
                                        List.of(Statements.of(
                                                article, Location.TEXT, OUTER, Optional.empty(), true)))));
        assertThat(evaluation.counts())
                .contains(
                        entry("articles", 2L),
                        entry("articles.missing", 1L),
                        entry("nested.all.predicted", 0L),
                        entry("nested.all.gold", 7L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"id": "x", "kind": "odd", "within": null}                                                | 'odd' is no kind of attribution
            {"id": "x", "kind": "nested", "within": null}                                             | of the kind 'nested' has no 'within'
            {"id": "x", "kind": "plain", "within": "x"}                                               | of the kind 'plain' has a 'within'
            {"id": "x", "kind": "nested", "within": "y"}                                              | no attribution has the id 'y'
            {"id": "x", "kind": "nested", "within": "x"}                                              | stand within each other
            {"kind": "plain", "within": null}                                                         | no string 'id'
            {"id": "x"}                                                                               | no string 'kind'
            """)
    void aBadLineIsNamed(String attribution, String problem) throws IOException {
        String marked = attribution.replaceFirst("^\\{", "{\"source\": [], \"cue\": [[0, 1]], \"content\": [[1, 2]], ");
        Path file = gold("{\"id\": \"a\", \"text\": \"xyz\", \"attributions\": [" + marked + "]}\n");
        assertThatThrownBy(() -> new NestedTask().run(file, new ScriptedEngine(article -> kept(article, List.of()))))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageStartingWith(file + ":1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void attributionsWithOneIdOrWithoutWholesAreAnError() throws IOException {
        String one = "{\"id\": \"x\", \"kind\": \"plain\", \"source\": [], \"cue\": [[0, 1]], \"content\": [[1, 2]]}";
        Path twice = gold("{\"id\": \"a\", \"text\": \"xyz\", \"attributions\": [" + one + ", " + one + "]}\n");
        ScriptedEngine engine = new ScriptedEngine(article -> kept(article, List.of()));
        assertThatThrownBy(() -> new NestedTask().run(twice, engine))
                .hasMessageContaining("two attributions have the id 'x'");
        Path roles =
                gold("{\"id\": \"a\", \"text\": \"xyz\", \"spans\": {\"source\": [], \"cue\": [], \"content\": []}}\n");
        assertThatThrownBy(() -> new NestedTask().run(roles, engine)).hasMessageContaining("has no 'attributions'");
    }

    private interface Finder {
        List<Statement> in(Article article);
    }

    private Evaluation run(String lines, Finder finder) throws IOException {
        ScriptedEngine engine = new ScriptedEngine(article -> kept(article, finder.in(article)));
        return Tasks.named("nested").orElseThrow().run(gold(lines), engine);
    }

    private static Outcome<ArticleRecord> kept(Article article, List<Statement> statements) {
        return new Outcome.Kept<>(Statements.record(article, new ArrayList<>(statements)));
    }

    private static Statement statement(Article article, Parts parts, Optional<Statement> outer) {
        return Statements.of(article, Location.TEXT, parts, outer.map(Statement::id), false);
    }

    private static Parts parts(int source, int sourceEnd, int cue, int cueEnd, int content, int contentEnd) {
        return new Parts(
                List.of(new Span(source, sourceEnd)),
                List.of(new Span(cue, cueEnd)),
                List.of(new Span(content, contentEnd)));
    }

    private Path gold(String lines) throws IOException {
        Path file = folder.resolve("gold.jsonl");
        Files.writeString(file, lines);
        return file;
    }
}
