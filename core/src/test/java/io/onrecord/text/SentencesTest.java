package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    /** A bar stands where a sentence ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The dam is safe.|Nobody was hurt.",
                "Mr. Orell met Sen. Ito in St. Brevin.|They talked.",
                "\"Is it safe?\" asked Ito.|Nobody knew.",
                "\"It is safe!\"|The mayor left.",
                "“It is safe.”|“It is not.”",
                "He moved to the U.S. in 2019.|He stayed.",
                "He lives in the U.S.|The firm does not.",
                "Dr. J. P. Varga Jr. of Avenia Inc. said so.|Ito did not.",
                "Work began at 9 a.m. Monday.|It ended at 5 p.m.|The crew left.",
                "It grew 3.5 percent.|That is much.",
                "He waited … and left.|She stayed…|Nobody came.",
                "What?!|No.",
                "(It rained.)|The match went on.",
                "No. 10 was silent.|So was Ms. Orell.",
                "On Jan. 5 he left.|On Feb. 6 he came back.",
                "It was he, not I.|They knew.",
                "See onrecord.example for more.|It is free.",
                "¿Qué?|Nada.",
                "One without an end",
                "大坝很安全。|没有人受伤。"
            })
    void sentencesEndWhereReadersSeeThemEnd(String marked) {
        List<String> expected = List.of(marked.split("\\|"));
        String text = marked.replace("|", " ");
        assertThat(of(text)).isEqualTo(expected);
    }

    @Test
    void everyVisibleCharacterIsInOneSentenceAndWhiteSpaceAroundInNone() {
        assertThat(of("  One.  Two \u00a0")).containsExactly("One.", "Two");
        assertThat(of(" \n ")).isEmpty();
        assertThat(of("...")).containsExactly("...");
    }

    @Test
    void onlyTheRangeIsRead() {
        String text = "One. Two. Three.";
        assertThat(Sentences.of(text, new Span(5, 9))).containsExactly(new Span(5, 9));
    }

    @Test
    void aRowOfMarksTakesNoLongerThanItsLength() {
        assertThat(of("a. ".repeat(200_000))).hasSize(1);
        assertThat(of("Ab. ".repeat(200_000))).hasSize(200_000);
    }

    private static List<String> of(String text) {
        return Sentences.of(text, new Span(0, text.length())).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
