package io.onrecord.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    private static Tokens tokens(String text) {
        return Tokens.of(text, new Span(0, text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The dam held until 2024-05-16, 2024-05 and 16/5/2024.",
                "It rained on Thursday, May 16, 2024, on 16 May and on the sixteenth of May.",
                "It broke in May 2019, in Sept. 2020, last June, in 1953 and in fiscal 2019.",
                "They had asked since the 1990s, the early nineties, the '80s and the nineteenth century.",
                "Sales fell in the third quarter, in Q3 2019, in 2018's second half and in the year-ago quarter.",
                "It opened in the first half of 2019, in the second half of last year, its third quarter.",
                "Nobody came this summer, last winter, in the spring of 2019 or late autumn 2020.",
                "She wrote two days ago, three weeks later, a year earlier, eighteen months before, a decade ago.",
                "He waited a further two weeks, the past three summers, several months, dozens of years ago, years.",
                "It was decided last week, this year, next month, the previous day, the same month, the following night.",
                "They met the day before, the year after, the end of the year, earlier in the month, at year's end.",
                "She left yesterday, last night, this morning, today, tonight and tomorrow.",
                "He called on Monday, last Tuesday, the following Friday, on Tuesday of last week, last week on Sunday.",
                "It comes every month, each of the three years, daily, Mondays, quarterly.",
                "The trading week, consecutive weeks, full year, whole weeks, calendar year, the latest week, recent weeks.",
                "Nearly four years ago, a fortnight ago, half a year ago, a hundred years ago, twenty-one days ago.",
            })
    void eachWordThatAnExpressionBeginsWithMayOpenOne(String text) {
        Tokens words = tokens(text);
        Grammar grammar = new Grammar(words, false);
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i) && grammar.simple(i) != null) {
                found++;
                assertThat(Grammar.mayOpen(words.at(i)))
                        .as("'%s' in %s", words.at(i), text)
                        .isTrue();
            }
        }
        assertThat(found).as(text).isGreaterThan(2);
    }

    @Test
    void mostWordsOpenNone() {
        Tokens words = tokens("The council said that nobody had opened a gate of the dam without being told to do so.");
        int open = 0;
        for (int i = 0; i < words.size(); i++) {
            open += words.isWord(i) && Grammar.mayOpen(words.at(i)) ? 1 : 0;
        }
        assertThat(open).as("the articles alone").isLessThan(5);
    }
}
