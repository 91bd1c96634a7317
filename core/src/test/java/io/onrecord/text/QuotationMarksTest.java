package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of each pair of marks, and of marks without a partner. */
class QuotationMarksTest {

    private static Quotations quotations(String text) {
        return Quotations.of(Layout.LINES.text(text));
    }

    private static List<String> of(String text, List<Span> spans) {
        return spans.stream().map(span -> span.start() + span.of(text)).toList();
    }

    private static List<String> pairs(String text) {
        return quotations(text).pairs().stream().map(span -> span.of(text)).toList();
    }

    private static String enclosed(String text) {
        Quotations quotations = quotations(text);
        Span pair = quotations.pairs().get(0);
        return text.substring(quotations.opened(pair), quotations.closing(pair));
    }

    @Test
    void aPairEnclosesWhatStandsBetweenItsMarks() {
        assertThat(enclosed("She said “no” twice.")).isEqualTo("no");
        assertThat(enclosed("She said ''no'' twice.")).isEqualTo("no");
        assertThat(enclosed("She said ``no'' twice.")).isEqualTo("no");
        assertThat(enclosed("She said ‘‘no’’ twice.")).isEqualTo("no");
        assertThat(enclosed("She said 'no' twice.")).isEqualTo("no");
        assertThat(enclosed("She said “” twice.")).isEmpty();
    }

    @Test
    void aPairThatItsParagraphDoesNotCloseGoesToItsEnd() {
        String text = "“It rains.\n“It pours.”";
        Quotations quotations = quotations(text);

        assertThat(of(text, quotations.pairs())).containsExactly("0“It rains.", "11“It pours.”");
        Span first = quotations.pairs().get(0);
        Span second = quotations.pairs().get(1);
        assertThat(quotations.isClosed(first)).isFalse();
        assertThat(quotations.isClosed(second)).isTrue();
        assertThat(quotations.closing(first)).isEqualTo(10);
        assertThat(quotations.closing(second)).isEqualTo(text.length() - 1);
        assertThat(quotations.opened(second)).isEqualTo(12);
        assertThat(quotations.openers()).isEmpty();
        assertThat(quotations.closers()).isEmpty();
    }

    @Test
    void aUnitIsQuotedFromMarkToMark() {
        String text = "a “b” c";
        Quotations quotations = quotations(text);

        assertThat(IntStream.range(0, text.length()).filter(quotations::quotes)).containsExactly(2, 3, 4);
    }

    @Test
    void marksWithoutAPartnerAreListedInTheOrderOfTheText() {
        String text = "It was so.” A “banner read “No” and “at once.\nHe left.’ It was «late.";
        Quotations quotations = quotations(text);

        assertThat(of(text, quotations.closers())).containsExactly("10”", "54’");
        assertThat(of(text, quotations.openers())).containsExactly("14“", "36“", "63«");
        assertThat(of(text, quotations.pairs())).containsExactly("27“No”");
    }

    @Test
    void aSingleMarkThatFollowsPunctuationClosesNothing() {
        assertThat(quotations("He left.’s").closers()).isEmpty();
        assertThat(quotations("He left.’").closers()).hasSize(1);
        assertThat(quotations("He left.’’").closers()).hasSize(1);
        assertThat(quotations("’ He left").closers()).isEmpty();
        assertThat(quotations("dogs’ tails").closers()).isEmpty();
    }

    @Test
    void aStraightMarkInsideAWordIsNone() {
        assertThat(pairs("a\"b\" c\"d")).isEmpty();
    }

    @Test
    void aMarkAfterADigitIsAMeasureUnlessItCloses() {
        assertThat(pairs("“He is 6'2\" tall,” she said.")).containsExactly("“He is 6'2\" tall,”");
        assertThat(pairs("\"It was 1990\" he said.")).containsExactly("\"It was 1990\"");
        assertThat(pairs("a 27\" screen and a 19\" one")).isEmpty();
    }

    @Test
    void aBracketOrADashMayStandBeforeAnOpeningMark() {
        for (String before : new String[] {"(", "[", "{", "—", "–", "-", "/", ":", " ", "\u00A0"}) {
            assertThat(pairs("so" + before + "\"no\" it is")).as(before).containsExactly("\"no\"");
        }
        assertThat(pairs("so.\"no\" it is")).isEmpty();
    }

    @Test
    void germanAndFrenchMarksMayStandEitherWay() {
        assertThat(pairs("Er sagt „nein“ und »nie«.")).containsExactly("„nein“", "»nie«");
        assertThat(pairs("Il dit « non » et ‹ oui ›.")).containsExactly("« non »", "‹ oui ›");
        assertThat(pairs("Hon sa »nej» och ”aldrig”.")).containsExactly("»nej»", "”aldrig”");
        assertThat(pairs("彼は「いいえ」と『本』。")).containsExactly("「いいえ」", "『本』");
    }

    @Test
    void wordsThatBeginWithAnApostropheAreNoQuotation() {
        assertThat(pairs("'Tis the season of '68 and '90s songs, get 'em")).isEmpty();
        assertThat(pairs("'Tisn't so,' he said.")).containsExactly("'Tisn't so,'");
        assertThat(pairs("'968 men,' he said.")).containsExactly("'968 men,'");
    }

    @Test
    void theApostropheOfAPluralClosesOnlyWhereNothingElseDoes() {
        assertThat(pairs("'The workers' pay is low,' she said.")).containsExactly("'The workers' pay is low,'");
        assertThat(pairs("He called them 'the workers' and left.")).containsExactly("'the workers'");
        assertThat(pairs("'I was goin' home,' he said.")).containsExactly("'I was goin' home,'");
        assertThat(pairs("She said 'the Joneses' and 'the Smiths' came."))
                .containsExactly("'the Joneses'", "'the Smiths'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workers", "WORKERS", "waltz", "Marx", "goin", "tho", "NO"})
    void aWordThatMayEndWithAnApostropheEndsNoQuotationThatGoesOn(String word) {
        String text = "'A " + word + "' day is over,' he said.";
        assertThat(pairs(text)).containsExactly("'A " + word + "' day is over,'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dog", "man", "DAY", "7"})
    void anyOtherWordEndsIt(String word) {
        String text = "'A " + word + "' day is over,' he said.";
        assertThat(pairs(text)).containsExactly("'A " + word + "'");
    }

    @Test
    void anApostropheThatNoSpaceFollowsEndsIt() {
        assertThat(pairs("'The workers', he said, 'are tired'.")).containsExactly("'The workers'", "'are tired'");
        assertThat(pairs("It is 'for the workers'")).containsExactly("'for the workers'");
    }

    @Test
    void aYearIsNoHeight() {
        assertThat(pairs("\"the '90\" he said.")).containsExactly("\"the '90\"");
        assertThat(pairs("“He is 6’2\" tall,” she said. “So?”")).containsExactly("“He is 6’2\" tall,”", "“So?”");
        assertThat(pairs("„nein“ “yes” ›nein‹ ‹non›")).containsExactly("„nein“", "“yes”", "›nein‹", "‹non›");
    }

    @Test
    void aQuotationInSingleMarksGoesOnWhereTheNextParagraphReopensIt() {
        assertThat(pairs("'It rains.\n'It pours,' she said.")).containsExactly("'It rains.", "'It pours,'");
        assertThat(pairs("She said: 'It rains.\nIt pours.")).isEmpty();
        assertThat(quotations("'It rains.\nIt pours.").openers()).hasSize(1);
    }

    @Test
    void contentTakesInMarksOnlyWhereItHoldsAllBetweenThem() {
        String text = "He said “no” and “never”.";
        Quotations quotations = quotations(text);

        assertThat(quotations.withMarks(new Span(9, 11)).of(text)).isEqualTo("“no”");
        assertThat(quotations
                        .withMarks(new Span(text.indexOf("never"), text.indexOf("never") + 5))
                        .of(text))
                .isEqualTo("“never”");
        assertThat(quotations.withMarks(new Span(9, 10)).of(text)).isEqualTo("n");
        assertThat(quotations.withMarks(new Span(9, text.indexOf("never") + 5)).of(text))
                .isEqualTo("“no” and “never”");
    }
}
