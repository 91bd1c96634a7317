package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AS_THEY_ARE | “No,” said "Bo". «Ja» ''x''   | “No,” said "Bo". «Ja» ''x''
            STRAIGHT    | “No,” said "Bo". «Ja» ''x''   | "No," said "Bo". «Ja» ''x''
            CURLY       | "No," said “Bo”. ("Ja"–"x")   | “No,” said “Bo”. (“Ja”–“x”)
            SINGLE      | “No,” said "Bo". «Ja» ``x''   | ‘No,’ said 'Bo'. «Ja» ``x''
            SINGLE      | „Nein“, sagte sie             | ‘Nein‘, sagte sie
            """)
    void doubleMarksAreTurned(Marks marks, String text, String turned) {
        assertThat(marks.turn(text)).isEqualTo(turned);
    }

    @ParameterizedTest
    @EnumSource
    void everyOffsetStays(Marks marks) {
        String text = "🚢 “No,” said\u00a0\"Bo\" \n\"";
        assertThat(marks.turn(text)).hasSameSizeAs(text);
        assertThat(marks.turn("")).isEmpty();
    }
}
