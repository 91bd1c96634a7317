package io.onrecord.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement does with the one before: by its cue, by what it calls it, by a content that only judges. */
class ActsTest {

    private static final String ANA = "{1s:Ana Orell} {1c:said} {1k:the dam leaked}. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{2s:The board} {2c:ruled} {2k:this out}. | 2 DENIES 1 (ruled … out)",
                "{2s:The board} {2c:ruled out} {2k:that claim}. | 2 DENIES 1 (ruled out)",
                "{2s:The board} {2c:poured cold water on} {2k:the claim}. | 2 REJECTS 1 (poured cold water on)",
                "{2s:The board} {2c:took issue with} {2k:that claim}. | 2 REJECTS 1 (took issue with)",
                "{2s:The board} {2c:cast doubt on} {2k:her claim}. | 2 REJECTS 1 (cast doubt on)",
                "{2s:Peter Ito} {2c:took} {2k:issue with her}. | 2 REJECTS 1 (took issue with)",
                "{2s:The board} {2c:would have none of} {2k:it}. | 2 REJECTS 1 (would have none of)",
                "{2s:Peter Ito} {2c:did not believe} {2k:that claim}. | 2 REJECTS 1 (did not believe)",
                "{2s:Peter Ito} {2c:did not accept} {2k:it}. | 2 REJECTS 1 (did not accept)",
                "{2s:Peter Ito} {2c:bore} {2k:her out}. | 2 SUPPORTS 1 (bore … out)",
                "{2s:Peter Ito} {2c:sided with} {2k:her}. | 2 SUPPORTS 1 (sided with)",
                "{2s:Peter Ito} {2c:agreed with} {2k:both of them}. | 2 SUPPORTS 1 (agreed with)",
                "{2s:Peter Ito} {2c:accepted} {2k:that the dam leaked}. | 2 CONCEDES 1 (accepted)",
                "{2s:She} {2c:stuck to} {2k:her story}. | 2 REPEATS 1 (stuck to)",
                "{2s:She} {2c:took back} {2k:that claim}. | 2 REJECTS 1 (took back)",
                "{2s:She} {2c:took} {2k:it back}. | 2 REJECTS 1 (took … back)",
                "{2s:Peter Ito} {2c:decried} {2k:the claim}. | 2 REJECTS 1 (decried)",
                "{2s:She} {2c:revised} {2k:her account}. | 2 REJECTS 1 (revised)",
                "{2s:She} {2c:swallowed} {2k:her words}. | 2 REJECTS 1 (swallowed)",
                "{2s:The board} {2c:would have} {2k:none of it}. | 2 REJECTS 1 (would have none of)",
                "{2k:The claim} {2c:was rejected by} {2s:the mayor}. | 2 REJECTS 1 (was rejected by)",
                "{2s:The board} {2c:denied it}: {2k:“The dam was dry.”} | 2 DENIES 1 (denied it)",
                "{2s:The board} {2c:denies} {2k:“that the dam leaked”}. | 2 DENIES 1 (denies)",
                "{2k:“The dam leaked,”} {2s:Peter Ito} {2c:admitted}. | 2 CONCEDES 1 (admitted)"
            })
    void aCueDoesWhatItsVerbDoesWithTheWordsThatBelongToIt(String answer, String edge) {
        assertThat(Retold.of(ANA + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{2s:Peter Ito} {2c:agreed to} {2k:resign}.",
                "{2s:Peter Ito} {2c:challenged} {2k:her to resign}.",
                "{2s:Peter Ito} {2c:backed away} {2k:from her}.",
                "{2s:Peter Ito} {2c:took} {2k:the train}.",
                "{2s:Peter Ito} {2c:ruled} {2k:the country and when it was over he went out}.",
                "{2s:Peter Ito} {2c:asked} {2k:whether she was wrong}.",
                "{2s:Peter Ito} {2c:may deny} {2k:it}.",
                "{2s:She} {2c:stood by} {2k:him}.",
                "{2s:Peter Ito} {2c:rejected} {2k:the new timetable}."
            })
    void theSameVerbWithOtherWordsDoesNothing(String answer) {
        assertThat(Retold.of(ANA + answer).edges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{2s:Peter Ito} {2c:called} {2k:the claim absurd}. | 2 REJECTS 1 (called … absurd)",
                "{2s:Peter Ito} {2c:called} {2k:her claim “not true”}. | 2 REJECTS 1 (called … “not true”)",
                "{2s:Peter Ito} {2c:called} {2k:her claim “never wrong”}. | 2 SUPPORTS 1 (called … “never wrong”)",
                "{2s:Peter Ito} {2c:described} {2k:the claim as a lie}. | 2 REJECTS 1 (described … as a lie)",
                "{2s:Peter Ito} {2c:called} {2k:this “pure speculation”}. | 2 REJECTS 1 (called … “pure speculation”)"
            })
    void whatAStatementIsCalledJudgesIt(String answer, String edge) {
        assertThat(Retold.of(ANA + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{2s:Peter Ito} {2c:called} {2k:the claim important}.",
                "{2s:Peter Ito} {2c:did not call} {2k:the claim absurd}.",
                "{2s:Peter Ito} {2c:called} {2k:her a liar}."
            })
    void aNameThatDoesNotJudgeOrIsNotOfAStatementDoesNothing(String answer) {
        assertThat(Retold.of(ANA + answer).edges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{2k:“It is wrong,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (wrong)",
                "{2k:“It isn't true,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (true)",
                "{2k:“That cannot be right,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (right)",
                "{2k:“That's never been true,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (true)",
                "{2k:“It's simply a shameless, cynical lie,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (cynical)",
                "{2k:“These are lies,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (lies)",
                "{2k:“She's lying,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (lying)",
                "{2k:“She lied about the dam,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (lied)",
                "{2k:“Ms Orell is wrong,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (wrong)",
                "{2k:“Her claim is not false,”} {2s:Peter Ito} {2c:said}. | 2 SUPPORTS 1 (false)",
                "{2s:Peter Ito} {2c:said} {2k:the claim was baseless}. | 2 REJECTS 1 (baseless)",
                "{2s:Peter Ito} {2c:said} {2k:the claims had no basis}. | 2 REJECTS 1 (no basis)",
                "{2s:Peter Ito} {2c:said} {2k:that the claim was without foundation}. | 2 REJECTS 1 (without foundation)",
                "{2k:“There is no truth in it,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (no truth)",
                "{2k:“Complete rubbish,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (Complete rubbish)",
                "{2k:“Not true,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (true)",
                "{2k:“A complete lie!”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (A complete lie)",
                "{2k:“Absolutely right,”} {2s:Peter Ito} {2c:said}. | 2 SUPPORTS 1 (right)",
                "{2k:“I was in Lisden. It is a lie,”} {2s:Peter Ito} {2c:said}. | 2 REJECTS 1 (lie)",
                "{2k:“I was there,”} {2s:Peter Ito} {2c:said}. {2k:“That is a lie.”} | 2 REJECTS 1 (lie)"
            })
    void aContentThatOnlyJudgesGoesToWhatItJudges(String answer, String edge) {
        assertThat(Retold.of(ANA + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{2k:“It would be wrong to wait,”} {2s:Peter Ito} {2c:said}.",
                "{2k:“It is right that the dam is shut,”} {2s:Peter Ito} {2c:said}.",
                "{2k:“Is it a lie?”} {2s:Peter Ito} {2c:said}.",
                "{2k:“Who wants it? Nonsense,”} {2s:Peter Ito} {2c:said}.",
                "{2k:“The water is cold. The wall is wet. It is a lie,”} {2s:Peter Ito} {2c:said}.",
                "{2k:“The bread is false,”} {2s:Peter Ito} {2c:said}.",
                "{2s:Peter Ito} {2c:said} {2k:it was his habit to have tea at the lodge in the woods behind the old mill with a lie or two}."
            })
    void aContentThatSaysMoreOrOtherThingsJudgesNothing(String answer) {
        assertThat(Retold.of(ANA + answer).edges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{2k:“That was our mistake,”} {2s:the board} {2c:said}. | 2 CONCEDES 1 (our mistake)",
                "{2k:“I was wrong,”} {2s:Peter Ito} {2c:said}. | 2 CONCEDES 1 (wrong)",
                "{2k:“We are sorry,”} {2s:Peter Ito} {2c:said}. | 2 CONCEDES 1 (sorry)",
                "{2k:“I'm sorry,”} {2s:Peter Ito} {2c:said}. | 2 CONCEDES 1 (sorry)"
            })
    void whoOwnsAFaultConcedes(String answer, String edge) {
        assertThat(Retold.of(ANA + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{2k:“I was wrong to wait,”} {2s:Peter Ito} {2c:said}.",
                "{2k:“That was not our mistake,”} {2s:the board} {2c:said}.",
                "{2k:“If we are mistaken, we will pay,”} {2s:the board} {2c:said}.",
                "{2k:“A mistake was found in the wall,”} {2s:the board} {2c:said}."
            })
    void whoOwnsNoFaultConcedesNothing(String answer) {
        assertThat(Retold.of(ANA + answer).edges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{2s:The mayor} {2c:remembers} {2k:it differently}. | 2 REJECTS 1 (differently)",
                "{2s:The mayor} {2c:gave} {2k:another account}. | 2 REJECTS 1 (another account)",
                "{2s:The mayor} {2c:told} {2k:quite the opposite story}. | 2 REJECTS 1 (opposite story)",
                "{2s:She} {2c:said} again {2k:that the dam leaked}. | 2 REPEATS 1 (said again)",
                "{2s:She} {2c:said} once more {2k:that the dam leaked}. | 2 REPEATS 1 (said once more)",
                "{2s:She} {2c:still claims} {2k:that the dam leaked}. | 2 REPEATS 1 (still claims)",
                "{2s:She} again {2c:said} {2k:that the dam leaked}. | 2 REPEATS 1 (again said)"
            })
    void otherwiseAndAgainTellWhatAPlainCueDoes(String answer, String edge) {
        assertThat(Retold.of(ANA + answer).edges()).containsExactly(edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{2s:The mayor} {2c:said} {2k:the water tasted differently in the old town of Lisden}.",
                "{2s:The mayor} {2c:said} {2k:another bridge had moved}.",
                "{2s:She} {2c:said} {2k:the dam leaked again}.",
                "{2s:She} {2c:hopes} again {2k:that the dam leaked}.",
                "{2s:Peter Ito} {2c:said} again {2k:that the dam leaked}."
            })
    void otherwiseAndAgainOfOtherThingsDoNothing(String answer) {
        assertThat(Retold.of(ANA + answer).edges()).isEmpty();
    }

    @Test
    void whoPleadsNotGuiltyDeniesTheCharge() {
        assertThat(Retold.of("{1s:The prosecutor} {1c:accused} {1k:Karl Rask of theft}. "
                                + "{2s:Ana Orell} {2c:said} {2k:it was late}. {3s:Rask} {3c:pleaded} {3k:not guilty}.")
                        .edges())
                .containsExactly("3 DENIES 1 (pleaded not guilty)");
        assertThat(Retold.of("{1s:The prosecutor} {1c:accused} {1k:Karl Rask of theft}. "
                                + "{2s:Rask} {2c:pleaded not guilty} {2k:to the charge}.")
                        .edges())
                .containsExactly("2 DENIES 1 (pleaded not guilty)");
    }
}
