package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final CodePoints PLAIN = CodePoints.of("x".repeat(100));
    private static final List<Span> CUE = List.of(new Span(10, 14));
    private static final List<Span> CONTENT = List.of(new Span(15, 30), new Span(40, 50));

    @Test
    void idsAreTheSameInEveryVersion() {
        assertThat(Ids.article("harbour-talks.txt", "Talks fail.")).isEqualTo("34565278848f8ba340a155faaee002ff");
        assertThat(Ids.statement("a1", Location.TEXT, CUE, CONTENT, PLAIN))
                .isEqualTo("b548ecc23e033a5141790ef75790dca4");
    }

    @Test
    void equalInputGivesEqualIds() {
        assertThat(Ids.article("a", "b")).isEqualTo(Ids.article("a", "b")).matches("[0-9a-f]{32}");
    }

    @Test
    void everyPartOfAnArticleCounts() {
        assertThat(Stream.of(
                        Ids.article("a", "b"),
                        Ids.article("b", "a"),
                        Ids.article("a", "c"),
                        Ids.article("ab", ""),
                        Ids.article("", "ab"),
                        Ids.article("a ", "b")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPartOfAStatementCounts() {
        List<Span> one = List.of(new Span(15, 30));
        assertThat(Stream.of(
                        Ids.statement("a1", Location.TEXT, CUE, CONTENT, PLAIN),
                        Ids.statement("a2", Location.TEXT, CUE, CONTENT, PLAIN),
                        Ids.statement("a1", Location.TITLE, CUE, CONTENT, PLAIN),
                        Ids.statement("a1", Location.TEXT, CUE, one, PLAIN),
                        Ids.statement("a1", Location.TEXT, one, CUE, PLAIN),
                        Ids.statement("a1", Location.TEXT, List.of(), one, PLAIN),
                        Ids.statement("a1", Location.TEXT, one, List.of(), PLAIN),
                        Ids.statement("a1", Location.TEXT, List.of(new Span(1, 11)), one, PLAIN),
                        Ids.statement("a1", Location.TEXT, List.of(new Span(11, 12)), one, PLAIN)))
                .doesNotHaveDuplicates();
    }

    @Test
    void placesCountInCodePointsAsFilesDo() {
        CodePoints emoji = CodePoints.of("😀" + "x".repeat(98));
        assertThat(Ids.statement("a1", Location.TEXT, List.of(new Span(3, 5)), List.of(new Span(6, 9)), emoji))
                .isEqualTo(Ids.statement("a1", Location.TEXT, List.of(new Span(2, 4)), List.of(new Span(5, 8)), PLAIN));
    }
}
