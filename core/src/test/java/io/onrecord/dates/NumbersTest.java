package io.onrecord.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.dates.Numbers.Count;
import io.onrecord.model.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, days of a month and years, each with the words that it takes. */
class NumbersTest {

    private static Numbers of(String text) {
        return new Numbers(tokens(text));
    }

    private static Tokens tokens(String text) {
        return Tokens.of(text, new Span(0, text.length()));
    }

    /** How many tokens some words are. */
    private static int length(String words) {
        Tokens tokens = tokens(words);
        int length = 0;
        while (!tokens.at(length).isEmpty()) {
            length++;
        }
        return length;
    }

    private static void takes(Count count, String words, int value) {
        assertThat(count.isThere()).as(words).isTrue();
        assertThat(count.value()).as(words).isEqualTo(value);
        assertThat(count.end()).as(words).isEqualTo(length(words));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, days",
        "123456, 123456, days",
        "three, 3, days",
        "twenty, 20, days",
        "twenty-four, 24, days",
        "twenty four, 24, days",
        "twenty, 20, ten days",
        "ninety nine, 99, days",
        "nine, 9, nine days",
        "two hundred, 200, days",
        "two thousand, 2000, days",
        "twenty five thousand, 25000, days",
        "a, 1, day",
        "an, 1, hour",
        "a couple of, 2, days",
        "a couple, 2, days",
        "a dozen, 12, days",
        "a hundred, 100, days",
        "a few, -1, days",
        "several, -1, days",
        "dozens, -1, of days",
        "a number of, -1, days",
        "a, 1, number",
        // Parts of one more, and a range, of which the first counts.
        "2 1/2, 2, days",
        "two and a half, 2, days",
        "two to three, 2, days",
        "two or three, 2, days",
        "2-3, 2, days",
        "2–3, 2, days",
        "two and a half to three, 2, days",
        "two, 2, to the town",
        "two, 2, and a day",
        "2, 2, 1 days",
        "2, 2, half/day"
    })
    void howMany(String words, int value, String behind) {
        takes(of(words + " " + behind).count(0), words, value);
        Count later = of("after " + words + " " + behind).count(1);
        assertThat(later.value()).isEqualTo(value);
        assertThat(later.end()).isEqualTo(1 + length(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"days", "the three days", "1234567 days", "x3 days", "3rd", "hundred days", "3a days"})
    void whereNoNumberBegins(String words) {
        assertThat(of(words).count(0)).isSameAs(Numbers.NONE);
        assertThat(Numbers.NONE.isThere()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1|May",
                "31|31|May",
                "3rd|3|of May",
                "21st|21|May",
                "22nd|22|May",
                "11th|11|May",
                "third|3|of May",
                "twenty-first|21|of May",
                "thirtieth|30|of May",
                "thirty-first|31|of May",
                "9|9|, 2001",
                "9|9|.",
                "9|9|. 30 people",
                "9|9|, 30 people"
            })
    void aDayOfAMonth(String words, int day, String behind) {
        boolean close = behind.startsWith(".") || behind.startsWith(",");
        takes(of(words + (close ? "" : " ") + behind).dayOfMonth(0), words, day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 May",
                "32 May",
                "32nd of May",
                "123 May",
                "9,000 people",
                "9.5 May",
                "9:30 a.m.",
                "9% of May",
                "9 percent of May",
                "May",
                "thirty-second of May",
                "a3rd of May",
                "3xx of May",
                "rd of May",
                "123rd"
            })
    void whatIsNoDayOfAMonth(String words) {
        assertThat(of(words).dayOfMonth(0)).isSameAs(Numbers.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000|1000|.",
                "2999|2999|.",
                "1996|1996|, he said",
                "2005|2005|. 30 people",
                "nineteen ninety-six|1996|",
                "nineteen ninety|1990|",
                "twenty twenty-four|2024|",
                "twenty ten|2010|",
                "fifteen twelve|1512|",
                "two thousand|2000|people",
                "two thousand and five|2005|",
                "two thousand five|2005|",
                "two thousand and twenty-one|2021|",
                "two thousand twenty|2020| ten"
            })
    void aYear(String words, int year, String behind) {
        String text = words
                + (behind == null ? "" : behind.startsWith(".") || behind.startsWith(",") ? behind : " " + behind);
        takes(of(text).year(0), words, year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999",
                "0999",
                "3000",
                "19960",
                "1996,000",
                "1996.5",
                "1996:30",
                "1996%",
                "1996's",
                "fourteen ninety-two",
                "thirty twelve",
                "nineteen",
                "nineteen five",
                "two hundred",
                "May"
            })
    void whatIsNoYear(String words) {
        assertThat(of(words).year(0)).isSameAs(Numbers.NONE);
    }
}
