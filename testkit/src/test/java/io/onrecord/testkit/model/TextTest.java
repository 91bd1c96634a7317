package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.testkit.Paragraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void aLineIsOneParagraphWithoutTheSpaceAroundIt() {
        Text text = Text.line("  Talks fail \n");
        assertThat(text.value()).isEqualTo("  Talks fail \n");
        assertThat(text.paragraphs()).containsExactly(new Span(2, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " \t\n\u2003"})
    void aLineOfNothingHasNoParagraph(String value) {
        assertThat(Text.line(value).paragraphs()).isEmpty();
    }

    @Test
    void aLineMayBeginAndEndWithCharactersOutsideTheBasicPlane() {
        Text text = Text.line(" 😀 talks 😀 ");
        assertThat(text.paragraphs().get(0).of(text.value())).isEqualTo("😀 talks 😀");
    }

    @Test
    void aLongTextIsNotShownWhole() {
        assertThat(Text.line("x".repeat(5000)).toString()).hasSizeLessThan(120).contains("1 paragraphs");
    }

    @Test
    void inTestsEveryLineThatHoldsSomethingIsAParagraph() {
        Text text = Paragraphs.ofLines("One\n\n  Two \r\n \nThree");
        assertThat(text.paragraphs().stream().map(span -> span.of(text.value())))
                .containsExactly("One", "Two", "Three");
    }
}
