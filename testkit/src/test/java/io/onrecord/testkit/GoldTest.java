package io.onrecord.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.testkit.Gold.Half;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldTest {

    @Test
    void allPassagesAreThere() {
        assertThat(Gold.forms(Half.OPEN)).hasSize(125);
        assertThat(Gold.forms(Half.RESERVED)).hasSize(126);
        assertThat(Gold.alone(Half.OPEN)).hasSize(50);
        assertThat(Gold.alone(Half.RESERVED)).hasSize(51);
        assertThat(statements(Half.OPEN)).isEqualTo(79);
        assertThat(statements(Half.RESERVED)).isEqualTo(77);
    }

    private static int statements(Half half) {
        return Gold.attributions(half).stream()
                .mapToInt(passage -> passage.attributions().size())
                .sum();
    }

    @ParameterizedTest
    @EnumSource(Half.class)
    void spansLieInTheirTextAndHoldWholeWords(Half half) {
        Gold.forms(half).forEach(passage -> check(passage.id(), passage.text(), passage.content()));
        for (Gold.AttributionPassage passage : Gold.attributions(half)) {
            for (Gold.Parts parts : passage.attributions()) {
                assertThat(parts.content()).as(passage.id()).isNotEmpty();
                check(passage.id(), passage.text(), parts.source());
                check(passage.id(), passage.text(), parts.cue());
                check(passage.id(), passage.text(), parts.content());
            }
        }
    }

    private static void check(String id, Text text, List<Span> spans) {
        for (Span span : spans) {
            assertThat(span.end()).as(id).isLessThanOrEqualTo(text.length());
            assertThat(span.of(text.value()))
                    .as(id)
                    .isEqualTo(span.of(text.value()).strip());
        }
    }
}
