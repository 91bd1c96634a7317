package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void aSpanIsItsCharacters() {
        assertThat(new Span(3, 7).of("We will appeal")).isEqualTo("will");
        assertThat(new Span(3, 7).length()).isEqualTo(4);
        assertThat(new Span(3, 7)).hasToString("[3, 7)");
    }

    @Test
    void spansThatOnlyTouchDoNotOverlap() {
        assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
        assertThat(new Span(3, 5).overlaps(new Span(0, 3))).isFalse();
        assertThat(new Span(0, 4).overlaps(new Span(3, 5))).isTrue();
        assertThat(new Span(3, 5).overlaps(new Span(0, 4))).isTrue();
        assertThat(new Span(0, 9).overlaps(new Span(3, 5))).isTrue();
    }

    @Test
    void aSpanContainsItselfAndWhatLiesWithin() {
        Span span = new Span(2, 6);
        assertThat(span.contains(span)).isTrue();
        assertThat(span.contains(new Span(3, 4))).isTrue();
        assertThat(span.contains(new Span(1, 4))).isFalse();
        assertThat(span.contains(new Span(5, 7))).isFalse();
    }

    @Test
    void spansSortByStartThenByEnd() {
        assertThat(Stream.of(new Span(4, 5), new Span(0, 9), new Span(0, 2)).sorted())
                .containsExactly(new Span(0, 2), new Span(0, 9), new Span(4, 5));
    }
}
