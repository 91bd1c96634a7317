package io.onrecord.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputesTest {

    private static final String ANA = "{1s:Ana Orell} {1c:said} {1k:the dam leaked}. ";
    private static final String ACCUSED = "{1s:Ana Orell} {1c:accused} {1k:the board of hiding a crack}. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{2s:The board} {2c:denied} {2k:it}. | 2 DENIES 1 (denied)",
                "{2s:The board} {2c:flatly denies} {2k:this}. | 2 DENIES 1 (flatly denies)",
                "{2s:Peter Ito} {2c:contradicted} {2k:her}. | 2 REJECTS 1 (contradicted)",
                "{2s:Peter Ito} {2c:disputed} {2k:that}. | 2 REJECTS 1 (disputed)",
                "{2s:The board} {2c:dismissed} {2k:those claims as “absurd”}. | 2 REJECTS 1 (dismissed … as “absurd”)",
                "{2s:Peter Ito} {2c:shrugs} {2k:that} {2c:off}. | 2 REJECTS 1 (shrugs … off)",
                "{2s:Peter Ito} {2c:laughed} {2k:at the idea}. | 2 REJECTS 1 (laughed at)",
                "{2s:Peter Ito} {2c:does not share} {2k:that view}. | 2 REJECTS 1 (does not share)",
                "{2k:“That's a filthy lie,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (lie)",
                "{2k:“Nonsense,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (Nonsense)",
                "{2k:“Fat chance,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (Fat chance)",
                "{2s:Peter Ito} {2c:said} {2k:the claim was not true}. | 2 REJECTS 1 (true)",
                "{2s:Peter Ito} {2c:said} {2k:there was no truth in her story}. | 2 REJECTS 1 (no truth)",
                "{2k:“She is right,”} {2s:Peter Ito} {2c:said}. | 2 SUPPORTS 1 (right)",
                "{2s:Peter Ito} {2c:backs} {2k:her}. | 2 SUPPORTS 1 (backs)",
                "{2s:Peter Ito} {2c:agreed}: {2k:“It was running out of the wall.”} | 2 SUPPORTS 1 (agreed)",
                "{2s:Peter Ito} {2c:confirmed} {2k:this}. | 2 SUPPORTS 1 (confirmed)",
                "{2s:Peter Ito} {2c:conceded} {2k:that the dam leaked}. | 2 CONCEDES 1 (conceded)",
                "{2s:She} {2c:insisted} {2c:again} {2k:that the dam leaked}. | 2 REPEATS 1 (insisted again)",
                "{2s:She} {2c:stood by} {2k:her account}. | 2 REPEATS 1 (stood by)",
                "{2s:She} {2c:withdrew} {2k:that statement}. | 2 REJECTS 1 (withdrew)"
            })
    void whatTheCueDoesOrTheContentJudgesGoesToTheStatementBefore(String answer, String edge) {
        assertThat(Retold.of(ANA + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{2s:The board} {2c:did not deny} {2k:it}.",
                "{2s:The board} {2c:could deny} {2k:it}.",
                "{2s:The board} {2c:declined to comment on} {2k:the claim}.",
                "{2s:The board} {2c:denied} {2k:that it had sold the land}.",
                "{2s:Peter Ito} {2c:said} {2k:it was wrong to wait}.",
                "{2s:Peter Ito} {2c:called} {2k:her “a fine engineer”}.",
                "{2s:She} {2c:said} {2k:the wall had moved}."
            })
    void whatDisputesNothingHereHasNoEdge(String answer) {
        assertThat(Retold.of(ANA + answer).edges()).isEmpty();
    }

    @Test
    void aNounGoesToWhatItsKindOfStatementIs() {
        assertThat(Retold.of(
                                ACCUSED
                                        + "{2s:Peter Ito} {2c:said} {2k:the wall was new}. {3s:The board} {3c:denied} {3k:the accusation}.")
                        .edges())
                .containsExactly("3 DENIES 1 (denied)");
    }

    @Test
    void aNounWithItsOwnerGoesToTheOwnersStatement() {
        assertThat(Retold.of(
                                ANA
                                        + "{2s:Peter Ito} {2c:said} {2k:it was dry}. {3s:The mayor} {3c:rejected} {3k:Ms Orell's claim}.")
                        .edges())
                .containsExactly("3 REJECTS 1 (rejected)");
    }

    @Test
    void aFigureIsAStatementWithANumber() {
        assertThat(Retold.of(
                                "{1s:Ana Orell} {1c:says} {1k:the dam holds 40 tonnes}. {2s:Peter Ito} {2c:says} {2k:it is old}. "
                                        + "{3s:The mayor} {3c:called} {3k:that figure “ridiculous”}.")
                        .edges())
                .containsExactly("3 REJECTS 1 (called … “ridiculous”)");
    }

    @Test
    void whatADisputeReportsItselfIsMeantFirst() {
        assertThat(Retold.of(
                                ANA
                                        + "{2s:The mayor} {2c:dismissed} {2k:a {2.1c:suggestion} {2.1k:that the wall had moved}}.")
                        .edges())
                .containsExactly("2 REJECTS 2.1 (dismissed)");
    }

    @Test
    void aPropositionThatIsSpelledOutIsFoundByItsWordsAndNumbers() {
        String two =
                "{1s:Ana Orell} {1c:said} {1k:six people had died}. {2s:Peter Ito} {2c:said} {2k:four people had died}. ";
        assertThat(Retold.of(two + "{3s:The mayor} {3c:denied} {3k:that six people had died}.")
                        .edges())
                .containsExactly("3 DENIES 1 (denied)");
    }

    @Test
    void whoSaysOtherwiseRejectsWhatWasStatedLast() {
        assertThat(Retold.of(ANA + "{2s:A neighbour} {2c:said} {2k:otherwise}.").edges())
                .containsExactly("2 REJECTS 1 (otherwise)");
        assertThat(Retold.of(ANA + "{2s:The mayor} {2c:told} {2k:a different story}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (a different story)");
    }

    @Test
    void whatIsNotSoIsRejected() {
        assertThat(Retold.of(ANA + "{2k:“That is not so,”} {2s:Peter Ito} {2c:said}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (not so)");
    }

    @Test
    void onesOwnFaultIsAConcessionUnlessItMayOnlyBe() {
        assertThat(Retold.of(ANA + "{2k:“We got that wrong,”} {2s:Peter Ito} {2c:said}.")
                        .edges())
                .containsExactly("2 CONCEDES 1 (wrong)");
        assertThat(Retold.of(ANA + "{2k:“I could be wrong,”} {2s:Peter Ito} {2c:said}.")
                        .edges())
                .isEmpty();
    }

    @Test
    void whatIsStoodByMayFollow() {
        assertThat(Retold.of("{1s:Ana Orell} {1c:stands by} {1k:her account}. {2k:“It leaked,”} {2s:Orell} {2c:said}.")
                        .edges())
                .containsExactly("1 REPEATS 2 (stands by)");
    }

    @Test
    void whoIsSetAgainstADenialIsWhatItDenies() {
        assertThat(Retold.of(
                                "{1s:The board} {1c:denies} {1k:that the check was skipped}, but {2s:two workers} {2c:said} "
                                        + "{2k:it never took place}.")
                        .edges())
                .containsExactly("1 DENIES 2 (denies)");
    }

    @Test
    void whatFollowsADenialContradictsWithTheWordsThatDiffer() {
        assertThat(Retold.of(
                                "{1s:Ana Orell} {1c:said} {1k:the lorry weighed 62 tonnes}. {2k:“A lie,”} {2s:Karl Rask} {2c:said}. "
                                        + "{3s:Rask} {3c:said} {3k:the lorry weighed 38 tonnes}.")
                        .edges())
                .containsExactly("2 REJECTS 1 (A lie)", "3 CONTRADICTS 1 (38)");
    }

    @Test
    void oneWhoHasDeniedSomethingJudgesTheSame() {
        Retold told = Retold.of(ANA + "\n\n{2s:Bram Oskell} {2c:denied} {2k:reports of six dead}. "
                + "{3k:“It is wrong,”} {3s:Oskell} {3c:said}.");
        assertThat(told.edges()).isEmpty();
        assertThat(told.pending()).containsExactly("2 DENIES reports of six dead", "3 REJECTS reports of six dead");
        assertThat(told.references().get(0).spelled()).isTrue();
    }

    @Test
    void whatIsOutsideTheArticleIsGivenWithTheWordsThatNameIt() {
        Retold told = Retold.of("{1s:The minister} {1c:denied} {1k:that the dam leaked}.");
        assertThat(told.pending()).containsExactly("1 DENIES the dam leaked");
    }

    @Test
    void confidenceLiesBetweenChanceAndCertainty() {
        Retold told = Retold.of(ANA + "{2s:The board} {2c:denied} {2k:it}.");
        assertThat(told.disputes().get(0).confidence()).isBetween(0.5, 0.99);
    }

    @Tag("size")
    @Test
    void aTextOfNothingButDenialsTakesNoMoreThanItsLength() {
        StringBuilder text = new StringBuilder(ANA);
        for (int i = 2; i < 500; i++) {
            text.append("{" + i + "s:The board} {" + i + "c:denied} {" + i + "k:it}. ");
        }
        List<String> edges = Retold.of(text.toString()).edges();
        assertThat(edges).hasSizeLessThan(100);
    }
}
