package io.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SureTest {

    @Test
    void aStatementBelowGoesAndOneAtTheLeastStays() {
        assertThat(kept(0.5, statement("a", 0.5), statement("b", 0.4999))).containsExactly("a");
        assertThat(kept(0, statement("a", 0))).containsExactly("a");
    }

    @Test
    void whatStandsWithinOneThatGoesGoesWithIt() {
        assertThat(kept(
                        0.5,
                        statement("innermost", 0.9, "inner"),
                        statement("outer", 0.4),
                        statement("inner", 0.8, "outer"),
                        statement("other", 0.6),
                        statement("within other", 0.7, "other"),
                        statement("unsure", 0.1, "other")))
                .containsExactly("other", "within other");
    }

    private static List<String> kept(double least, Statement... statements) {
        return Sure.of(List.of(statements), least).stream().map(Statement::id).toList();
    }

    private static Statement statement(String id, double confidence) {
        return statement(id, confidence, Optional.empty());
    }

    private static Statement statement(String id, double confidence, String within) {
        return statement(id, confidence, Optional.of(within));
    }

    private static Statement statement(String id, double confidence, Optional<String> within) {
        Attribution words = new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                List.of(),
                List.of(new Span(2, 3)),
                List.of(new Span(0, 1)),
                new Confidence(confidence, Optional.empty(), Optional.of(1.0), 1));
        return new Statement(
                id,
                words,
                new Unresolved(Unresolved.NO_SOURCE),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                within,
                false);
    }
}
