package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void aTextThatStartsWithItsTitleRepeatsIt() {
        assertThat(repeated("Minister quits", "Minister quits\n\nThe minister resigned."))
                .isTrue();
    }

    @Test
    void caseAccentsQuotationMarksAndSpacesDoNotMatter() {
        assertThat(repeated("Café “closed”, says mayor", "CAFE 'CLOSED',  SAYS MAYOR.\nIt is."))
                .isTrue();
        assertThat(repeated("Große Pläne", "GROSSE PLA\u0308NE")).isTrue();
    }

    @Test
    void aKickerAndAByLineMayStandBeforeTheTitle() {
        assertThat(repeated("Minister quits", "POLITICS\nBy Mara Lindqvist\nMinister quits\nHe resigned."))
                .isTrue();
    }

    @Test
    void aTitleOverTwoLinesIsRepeated() {
        assertThat(repeated("Minister quits over harbour talks", "Minister quits\nover harbour talks\nHe resigned."))
                .isTrue();
    }

    @Test
    void aTitleThatOpensAParagraphIsRepeatedIfItsSentenceEnds() {
        assertThat(repeated("Minister quits", "Minister quits. He resigned on Thursday."))
                .isTrue();
        assertThat(repeated("Minister quits", "Minister quits – He resigned on Thursday."))
                .isTrue();
    }

    @Test
    void aLongerSentenceOrWordDoesNotRepeatIt() {
        assertThat(repeated("Talks fail", "Talks fail to impress the union.")).isFalse();
        assertThat(repeated("Talks fail", "Talks failed.")).isFalse();
        assertThat(repeated("Talks fail", "Talks fail-safe.")).isFalse();
        assertThat(repeated("War", "Wardens said on Thursday that they were tired."))
                .isFalse();
    }

    @Test
    void aTextThatEndsBeforeItsTitleDoesNotRepeatIt() {
        assertThat(repeated("Minister quits over harbour talks", "Minister quits"))
                .isFalse();
    }

    @Test
    void aMentionFarBelowIsNoRepetition() {
        assertThat(repeated("Minister quits", "One.\nTwo.\nThree.\nFour.\nMinister quits"))
                .isFalse();
    }

    @Test
    void nothingRepeatsATitleWithoutLetters() {
        assertThat(repeated("…", "…\nOne.")).isFalse();
        assertThat(repeated("Minister quits", "")).isFalse();
    }

    private static boolean repeated(String title, String text) {
        return Titles.repeated(title, Layout.of(text).text(text));
    }
}
