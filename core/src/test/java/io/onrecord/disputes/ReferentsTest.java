package io.onrecord.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several statements is meant. */
class ReferentsTest {

    private static final String ANA = "{1s:Ana Orell} {1c:said} {1k:the dam leaked}. ";
    private static final String TWO = ANA + "{2s:Peter Ito} {2c:said} {2k:the wall was new}. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // A pronoun, or an answer, means the last; a person's, that person's.
                "{3s:The mayor} {3c:denied} {3k:it}. | 3 DENIES 2 (denied)",
                "{3k:“Nonsense,”} {3s:the mayor} {3c:said}. | 3 REJECTS 2 (Nonsense)",
                "{3s:The mayor} {3c:contradicted} {3k:Orell}. | 3 REJECTS 1 (contradicted)",
                "{3s:The mayor} {3c:contradicted} {3k:Ms Orell on Monday}. | 3 REJECTS 1 (contradicted)",
                "{3s:The mayor} {3c:disagreed with} {3k:Ana Orell}. | 3 REJECTS 1 (disagreed with)",
                "{3s:The mayor} {3c:contradicted} {3k:him}. | 3 REJECTS 2 (contradicted)",
                // One's own words are not disputed by oneself, others' are not repeated.
                "{3s:Peter Ito} {3c:denied} {3k:it}. | 3 DENIES 1 (denied)",
                "{3s:Ana Orell} {3c:stood by} {3k:her claim}. | 3 REPEATS 1 (stood by)",
                "{3s:Ana Orell} {3c:withdrew} {3k:that claim}. | 3 REJECTS 1 (withdrew)",
                // Whose it is.
                "{3s:The mayor} {3c:rejected} {3k:Ana Orell's claim}. | 3 REJECTS 1 (rejected)",
                "{3s:The mayor} {3c:rejected} {3k:the claim by Ana Orell}. | 3 REJECTS 1 (rejected)",
                "{3s:The mayor} {3c:rejected} {3k:the claims of Ms Orell as “mad”}. | 3 REJECTS 1 (rejected … as “mad”)",
                "{3s:The mayor} {3c:rejected} {3k:the Orell claim}. | 3 REJECTS 1 (rejected)",
                // What it says.
                "{3s:The mayor} {3c:denied} {3k:that the dam leaked}. | 3 DENIES 1 (denied)",
                "{3s:The mayor} {3c:denied} {3k:the dam leaked}. | 3 DENIES 1 (denied)",
                "{3s:The mayor} {3c:rejected} {3k:the claim that the dam leaked}. | 3 REJECTS 1 (rejected)",
                "{3s:The mayor} {3c:rejected} {3k:claims of a leaking dam}. | 3 REJECTS 1 (rejected)",
                "{3s:The mayor} {3c:confirmed} {3k:the new wall}. | 3 SUPPORTS 2 (confirmed)",
                "{3s:The mayor} {3c:verified} {3k:the leaking dam}. | 3 SUPPORTS 1 (verified)",
                "{3s:The mayor} {3c:corroborated} {3k:the leaking dam}. | 3 SUPPORTS 1 (corroborated)",
                "{3s:The mayor} {3c:rejected} {3k:that the dam leaked}. | 3 REJECTS 1 (rejected)",
                "{3s:The mayor} {3c:rejected} {3k:the dam had leaked}. | 3 REJECTS 1 (rejected)",
                "{3s:The mayor} {3c:rejected} {3k:leaking of the dam}. | 3 REJECTS 1 (rejected)",
                "{3s:Ana Orell} {3c:repeated} {3k:that the dam leaked}. | 3 REPEATS 1 (repeated)",
                "{3k:The claim} {3c:was later rejected by} {3s:the mayor}. | 3 REJECTS 2 (was later rejected by)",
                "{3k:“The dam leaked,”} {3s:the mayor} {3c:confirmed}. | 3 SUPPORTS 1 (confirmed)",
                "{3s:The mayor} {3c:agreed with} {3k:both Orell} and a guard. | 3 SUPPORTS 1 (agreed with)"
            })
    void wordsMeanTheStatementThatTheyName(String answer, String edge) {
        assertThat(Retold.of(TWO + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{3s:The mayor} {3c:rejected} {3k:Karl Zorn's claim}. | 3 REJECTS Karl Zorn's claim",
                "{3s:The mayor} {3c:denied} {3k:that six ships had sunk}. | 3 DENIES six ships had sunk",
                "{3s:The mayor} {3c:denied} {3k:that the dam never leaked}. | 3 DENIES the dam never leaked",
                "{3s:The mayor} {3c:denied} {3k:that two dams leaked}. | 3 DENIES two dams leaked",
                "{3s:The mayor} {3c:dismissed} {3k:the figure}. | 3 REJECTS the figure",
                "{3s:The mayor} {3c:dismissed} {3k:the toll}. | 3 REJECTS the toll",
                "{3s:The mayor} {3c:rejected} {3k:paying more}. | 3 REJECTS paying more",
                "{3s:The mayor} {3c:confirmed} {3k:the arrests}. | 3 SUPPORTS the arrests"
            })
    void whatNobodyHereStatedIsLeftWithItsWords(String answer, String pending) {
        Retold told = Retold.of(TWO + answer);

        assertThat(told.edges()).isEmpty();
        assertThat(told.pending()).containsExactly(pending);
    }

    @Test
    void aPronounMeansNothingThatStandsFarAway() {
        String far = ANA + "It rained. The road was wet. Nobody came. {2s:The board} {2c:denied} {2k:it}.";

        assertThat(Retold.of(far).edges()).isEmpty();
        assertThat(Retold.of(far).pending()).containsExactly("2 DENIES it");
        assertThat(Retold.of(ANA + "It rained. {2s:The board} {2c:denied} {2k:it}.")
                        .edges())
                .containsExactly("2 DENIES 1 (denied)");
    }

    @Test
    void inAnotherParagraphAPronounMeansTheSentenceBeforeAlone() {
        assertThat(Retold.of(ANA + "\n\n{2s:The board} {2c:denied} {2k:it}.").edges())
                .containsExactly("2 DENIES 1 (denied)");
        assertThat(Retold.of(ANA + "\n\nIt rained. {2s:The board} {2c:denied} {2k:it}.")
                        .edges())
                .isEmpty();
    }

    @Test
    void aPersonIsMeantFromFartherAwayThanAThing() {
        String gap = "It rained. The road was wet. Nobody came. The lights went out. ";

        assertThat(Retold.of(ANA + gap + "{2s:The board} {2c:contradicted} {2k:Ana Orell}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (contradicted)");
        assertThat(Retold.of(ANA + gap + "{2s:The board} {2c:contradicted} {2k:her}.")
                        .edges())
                .isEmpty();
    }

    @Test
    void aNounThatIsPointedAtLiesNearerThanOneWithItsOwner() {
        String gap = "It rained. The road was wet. Nobody came. The lights went out. Dogs barked. ";
        String claimed = "{1s:Ana Orell} {1c:claimed} {1k:the dam leaked}. " + gap;

        assertThat(Retold.of(claimed + "{2s:The board} {2c:rejected} {2k:that claim}.")
                        .edges())
                .isEmpty();
        assertThat(Retold.of(claimed + "{2s:The board} {2c:rejected} {2k:the claim}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (rejected)");
        assertThat(Retold.of(claimed + gap + gap + "{2s:The board} {2c:rejected} {2k:the claim}.")
                        .edges())
                .isEmpty();
        assertThat(Retold.of(claimed + gap + gap + "{2s:The board} {2c:rejected} {2k:Orell's claim}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (rejected)");
    }

    @Test
    void aCueWithTheWordOfTheNounGoesBeforeAnotherThatIsNearer() {
        String two = "{1s:Ana Orell} {1c:warned} {1k:the dam would break}. "
                + "{2s:Peter Ito} {2c:said} {2k:it was late}. It rained. ";

        assertThat(Retold.of(two + "{3s:The mayor} {3c:dismissed} {3k:the warning}.")
                        .edges())
                .containsExactly("3 REJECTS 1 (dismissed)");
        assertThat(Retold.of(two + "{3s:The mayor} {3c:dismissed} {3k:the remark}.")
                        .edges())
                .containsExactly("3 REJECTS 2 (dismissed)");
    }

    @Test
    void whatOnlyDisputesIsNotDisputedItself() {
        assertThat(Retold.of(ANA + "{2s:The board} {2c:denied} {2k:it}. {3s:Peter Ito} {3c:rejected} {3k:it}, too.")
                        .edges())
                .containsExactly("2 DENIES 1 (denied)", "3 REJECTS 1 (rejected)");
    }

    @Test
    void aQuestionIsNotDisputed() {
        assertThat(Retold.of(ANA + "{2s:Peter Ito} {2c:asked} {2k:whether it rained}. "
                                + "{3s:The mayor} {3c:denied} {3k:it}.")
                        .edges())
                .containsExactly("3 DENIES 1 (denied)");
    }

    @Test
    void heIsNoMinistryAndTheyMayBeOne() {
        String camp = ANA + "{2s:The Velian Chamber of Notaries} {2c:said} {2k:the wall was new}. ";

        assertThat(Retold.of(camp + "{3s:The mayor} {3c:contradicted} {3k:her}.")
                        .edges())
                .containsExactly("3 REJECTS 1 (contradicted)");
        assertThat(Retold.of(camp + "{3s:The mayor} {3c:contradicted} {3k:the chamber}.")
                        .edges())
                .containsExactly("3 REJECTS 2 (contradicted)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"our report", "this newspaper's report"})
    void theOutletsOwnReportIsWhatTheArticleStatesFirst(String report) {
        assertThat(Retold.of(TWO + "{3s:The mayor} {3c:rejected} {3k:" + report + "}.")
                        .edges())
                .containsExactly("3 REJECTS 1 (rejected)");
    }

    @Test
    void whatIsDeniedAfterwardsMayFollow() {
        assertThat(Retold.of(
                                "{1s:The board} {1c:rejected} {1k:Ana Orell's claim}. {2s:Orell} {2c:said} {2k:the dam leaked}.")
                        .edges())
                .containsExactly("1 REJECTS 2 (rejected)");
        assertThat(Retold.of(
                                "{1s:The board} {1c:rejected} {1k:Ana Orell's claim}. It rained. Nobody came. Dogs barked. "
                                        + "{2s:Orell} {2c:said} {2k:the dam leaked}.")
                        .edges())
                .isEmpty();
        assertThat(Retold.of(
                                "{1s:The board} {1c:denied} {1k:that the dam leaked}. {2s:Orell} {2c:said} {2k:the dam leaked}.")
                        .edges())
                .containsExactly("1 DENIES 2 (denied)");
    }

    @Test
    void whatOnlyPassesAnotherStatementOnStandsForThat() {
        assertThat(Retold.of(
                                "{1s:The paper} {1c:reported} {1k:that {1.1s:Ana Orell} {1.1c:said} {1.1k:the big old dam leaked}}. "
                                        + "{2s:The board} {2c:denied} {2k:it}.")
                        .edges())
                .containsExactly("2 DENIES 1.1 (denied)");
        assertThat(Retold.of(
                                "{1s:The paper} {1c:reported} {1k:that there was much water in the valley, as "
                                        + "{1.1s:Ana Orell} {1.1c:said} {1.1k:at noon}}. {2s:The board} {2c:rejected} {2k:the paper's report}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (rejected)");
    }

    @Test
    void whoJudgesWhatTheyReportMeansThat() {
        assertThat(Retold.of(
                                ANA
                                        + "{2s:The mayor} {2c:said} {2k:that {2.1s:Peter Ito's} {2.1c:remark} that {2.1k:the wall moved} was false}.")
                        .edges())
                .containsExactly("2 REJECTS 2.1 (false)");
    }

    @Test
    void aContrastSetsOneStatementAgainstADenialAndAnAndDoesNot() {
        assertThat(Retold.of(
                                "{1s:The board} {1c:denies} {1k:that the check was skipped}, and {2s:two workers} {2c:said} "
                                        + "{2k:it never took place}.")
                        .edges())
                .isEmpty();
        assertThat(Retold.of(
                                "{1s:The board} {1c:denies} {1k:that the check was skipped}. But {2s:two workers} {2c:said} "
                                        + "{2k:it never took place}.")
                        .edges())
                .isEmpty();
        assertThat(Retold.of(
                                "{1s:The board} {1c:confirms} {1k:that the check was skipped}, but {2s:two workers} {2c:said} "
                                        + "{2k:it never took place}.")
                        .edges())
                .isEmpty();
    }

    @Test
    void ofTwoThatSayItTheOneWithMoreOfTheWordsIsMeant() {
        assertThat(Retold.of("{1s:Ana Orell} {1c:said} {1k:the old dam leaked at night}. "
                                + "{2s:Peter Ito} {2c:said} {2k:the dam leaked}. "
                                + "{3s:The mayor} {3c:denied} {3k:that the old dam leaked at night}.")
                        .edges())
                .containsExactly("3 DENIES 1 (denied)");
        assertThat(Retold.of(
                                "{1s:Ana Orell} {1c:said} {1k:the dam leaked}. {2s:Peter Ito} {2c:said} {2k:the dam leaked}. "
                                        + "{3s:The mayor} {3c:denied} {3k:that the dam leaked}.")
                        .edges())
                .containsExactly("3 DENIES 2 (denied)");
    }

    @Test
    void theFartherAwayWhatIsMeantTheLessSure() {
        double near = Retold.of(ANA + "{2s:The board} {2c:rejected} {2k:Orell's claim}.")
                .disputes()
                .get(0)
                .confidence();
        double far = Retold.of(
                        ANA + "It rained. Nobody came. Dogs barked. {2s:The board} {2c:rejected} {2k:Orell's claim}.")
                .disputes()
                .get(0)
                .confidence();

        assertThat(far).isLessThan(near).isGreaterThan(0.5);
    }
}
