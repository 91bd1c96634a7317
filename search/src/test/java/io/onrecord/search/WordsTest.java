package io.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void wordsInQuotationMarksStandTogetherAndAMinusKeepsWordsOut() {
        Words words = Words.of("bridge “eastern pier” -bolts -\"brass band\" steel");
        assertThat(words.plain().split("\\s+", -1)).containsExactly("bridge", "steel");
        assertThat(words.phrases()).containsExactly("eastern pier");
        assertThat(words.without()).containsExactly("bolts", "brass band");
        assertThat(words.all()).contains("bridge", "eastern pier", "steel").doesNotContain("bolts", "band");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "-",
                "- -",
                "--",
                "\"open",
                "a AND (b OR -",
                "title:x^9~ [1 TO *] {} ?* \\ / && || !",
                "-\"",
                "-\"x",
                "😀 -😀 \"😀\"",
                "\u0000\uD83D",
                "\" \" -\" \""
            })
    void everyStringIsASearch(String typed) {
        Words words = Words.of(typed);
        assertThat(words.cut()).isFalse();
        assertThat(words.phrases()).noneMatch(String::isBlank);
        assertThat(words.without()).noneMatch(String::isBlank);
        assertThat(Matches.of(words).in(typed)).isNotNull();
    }

    @Test
    void aMinusWithinAWordIsNone() {
        assertThat(Words.of("well-known 2019-05").without()).isEmpty();
        assertThat(Words.of("costs - and more").without()).isEmpty();
    }

    @Test
    void ofALongStringTheBeginningCounts() {
        Words words = Words.of("dam " + "x".repeat(9_000) + " -secret");
        assertThat(words.cut()).isTrue();
        assertThat(words.without()).isEmpty();
        assertThat(words.all().length()).isLessThanOrEqualTo(Words.MOST_CHARACTERS);
        assertThat(Words.of("😀".repeat(5_000)).all()).doesNotEndWith("\uD83D");
        assertThat(Words.of("\"a\" ".repeat(400)).phrases()).hasSize(8);
    }

    @Test
    void tellsWhichWordsAreThereInAnyOfTheirEndings() {
        Matches matches = Matches.of(Words.of("inspections \"of bridges\" -pier"));
        String text = "The bridge's inspector inspected the Brïdges; the pier.";
        assertThat(matches.in(text))
                .extracting(span -> span.of(text))
                .containsExactly("bridge's", "inspected", "Brïdges");
        assertThat(matches.wordsIn(List.of(text))).containsExactly("inspections", "bridges");
        assertThat(matches.in("")).isEmpty();
        assertThat(Matches.of(Words.NONE).in(text)).isEqualTo(List.<Span>of());
    }
}
