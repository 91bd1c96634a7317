package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.evaluation.ClaimChain.Edge;
import io.onrecord.evaluation.ClaimChain.Linked;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTaskTest {

    /** {@code A said the dam leaked. B denied it. C said the dam leaked.}, in two articles; C stands in the second. */
    private static final String ARTICLES = """
            {"id": "one", "text": "Ana said the dam leaked. Bo denied it."}
            {"id": "two", "text": "Cy said the dam had leaked. Di called that \\"absurd\\"."}
            """;

    private static final String STATEMENTS = """
            {"article": "one", "event": "dam", "statements": [\
            {"id": "1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 23]], "within": null, "claim": "leak"}, \
            {"id": "2", "source": [[25, 27]], "cue": [[28, 34]], "content": [[35, 37]], "within": null, "claim": null}]}
            {"article": "two", "event": "dam", "statements": [\
            {"id": "1", "source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 26]], "within": null, "claim": "leak"}, \
            {"id": "2", "source": [[28, 30]], "cue": [[31, 37]], "content": [[38, 51]], "within": null, "claim": null}]}
            """;

    private static final String DISPUTES = """
            {"article": "one", "from": "2", "to": {"claim": "leak", "statement": "1"}, "kind": "DENIES", "evidence": [[28, 34]]}
            {"article": "two", "from": "2", "to": {"claim": "leak", "statement": "1"}, "kind": "REJECTS", "evidence": [[31, 37]]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void gold() throws IOException {
        Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
        Files.writeString(folder.resolve("statements.jsonl"), STATEMENTS);
        Files.writeString(folder.resolve("claims.jsonl"), "{\"id\": \"leak\"}\n");
        Files.writeString(folder.resolve("disputes.jsonl"), DISPUTES);
    }

    @Test
    void whatIsFoundAsTheGoldHasItIsRightThroughout() throws IOException {
        Evaluation evaluation = run(oneClaim(), Dispute.Kind.REJECTS, 4);
        assertThat(evaluation.figures())
                .contains(
                        entry("claims.b_cubed.f1", 100.0),
                        entry("disputes.precision", 100.0),
                        entry("disputes.recall", 100.0),
                        entry("disputes.evidence", 100.0),
                        entry("disputes.ends-found", 100.0),
                        entry("event.dam.disputes.f1", 100.0));
    }

    @Test
    void aStatementThatWasNotFoundIsAClaimOfItsOwnAndItsDisputeIsMissed() throws IOException {
        Evaluation evaluation = run(oneClaim(), Dispute.Kind.REJECTS, 2);
        assertThat(evaluation.figures())
                .contains(
                        entry("claims.b_cubed.precision", 100.0),
                        entry("claims.b_cubed.recall", 50.0),
                        entry("disputes.precision", 100.0),
                        entry("disputes.recall", 50.0),
                        entry("disputes.ends-found", 50.0),
                        entry("claims.b_cubed_gold_spans.recall", 100.0));
    }

    @Test
    void anotherKindIsWrongThoughTheLenientFigureTakesARejectionForADenial() throws IOException {
        Evaluation evaluation = run(oneClaim(), Dispute.Kind.DENIES, 4);
        assertThat(evaluation.figures())
                .contains(
                        entry("disputes.precision", 50.0),
                        entry("disputes.recall", 50.0),
                        entry("disputes.lenient.f1", 100.0),
                        entry("disputes.weakening.f1", 100.0));
    }

    @Test
    void anEdgeToAClaimCountsForWhatHalfOfItsStatementsPut() throws IOException {
        ClaimChain joined = records -> {
            List<Statement> two = records.get(1).statements();
            Linked linked = oneClaim().link(records);
            Edge edge = new Edge(
                    two.get(1).id(), "k", Optional.empty(), Dispute.Kind.REJECTS, List.of(new Span(31, 37)), 0.5);
            return new Linked(linked.claims(), List.of(edge));
        };
        Evaluation evaluation = run(joined, Dispute.Kind.CONCEDES, 4);
        assertThat(evaluation.figures().get("disputes.precision")).isCloseTo(66.67, within(0.01));
        assertThat(evaluation.figures()).contains(entry("disputes.recall", 100.0));
    }

    @Test
    void eachDisputeIsListedWithWhetherItIsRight() throws IOException {
        Path list = folder.resolve("list.txt");
        new ClaimsTask(oneClaim(), Optional.of(list)).run(folder, engine(Dispute.Kind.CONCEDES, 4));
        assertThat(Files.readString(list))
                .contains("right 0.50 one 2 DENIES one 1", "wrong 0.50 two 2 CONCEDES two 1", "missed two 2 REJECTS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "articles.jsonl | {} | articles.jsonl:1: there is no string 'id'",
                "claims.jsonl | {\"id\": \"dry\"} | statements.jsonl:1: claims.jsonl has no claim leak",
                "statements.jsonl | {\"article\": \"three\"} | statements.jsonl:1: articles.jsonl has no article three",
                "disputes.jsonl | {\"article\": \"one\", \"from\": \"9\", \"to\": {\"claim\": \"leak\"}} | has no statement 9",
                "disputes.jsonl | {\"article\": \"one\", \"from\": \"2\", \"to\": {\"claim\": \"leak\"}, \"kind\": \"HATES\", \"evidence\": [[0, 1]]} | 'HATES' is no kind of dispute"
            })
    void anotherFolderIsRefusedWithThePlace(String file, String line, String message) throws IOException {
        Files.writeString(folder.resolve(file), line);
        assertThatThrownBy(() -> run(ClaimChain.NONE, Dispute.Kind.REJECTS, 4))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileInsteadOfAFolderIsRefused() {
        assertThatThrownBy(() -> Tasks.named("claims")
                        .orElseThrow()
                        .run(folder.resolve("claims.jsonl"), engine(Dispute.Kind.REJECTS, 4)))
                .isInstanceOf(GoldFormatException.class)
                .hasMessageContaining("expected a folder");
    }

    private Evaluation run(ClaimChain chain, Dispute.Kind second, int statements) throws IOException {
        return new ClaimsTask(chain, Optional.empty()).run(folder, engine(second, statements));
    }

    /** The two that say that the dam leaked have one claim. */
    private static ClaimChain oneClaim() {
        return records -> {
            Map<String, String> claims = new HashMap<>();
            records.forEach(record -> claims.put(record.statements().get(0).id(), "k"));
            return new Linked(claims, List.of());
        };
    }

    /**
     * Finds the gold statements of the first article, and of the second where there are four.
     *
     * @param second kind of the dispute of the second article
     */
    private ScriptedEngine engine(Dispute.Kind second, int statements) {
        return new ScriptedEngine(article -> {
            boolean first = article.address().equals("one");
            List<Statement> found = new ArrayList<>();
            if (first) {
                found.add(statement(article, 0, 3, 4, 8, 9, 23));
                found.add(statement(article, 25, 27, 28, 34, 35, 37));
            } else if (statements == 4) {
                found.add(statement(article, 0, 2, 3, 7, 8, 26));
                found.add(statement(article, 28, 30, 31, 37, 38, 51));
            } else {
                // Somewhere else: no statement of the gold.
                found.add(statement(article, 28, 30, 31, 37, 3, 7));
            }
            List<Dispute> disputes = found.size() < 2
                    ? List.of()
                    : List.of(new Dispute(
                            found.get(1).id(),
                            found.get(0).id(),
                            first ? Dispute.Kind.DENIES : second,
                            List.of(new Span(28, 34)),
                            0.5));
            return new Outcome.Kept<>(new ArticleRecord(article, List.of(), found, disputes, ScriptedEngine.PRODUCER));
        });
    }

    private static Statement statement(Article article, int... ends) {
        return Statements.of(
                article,
                new Parts(
                        List.of(new Span(ends[0], ends[1])),
                        List.of(new Span(ends[2], ends[3])),
                        List.of(new Span(ends[4], ends[5]))));
    }
}
