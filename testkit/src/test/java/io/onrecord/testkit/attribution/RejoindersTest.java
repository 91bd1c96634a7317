package io.onrecord.testkit.attribution;

import static io.onrecord.testkit.RecordAssert.record;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short answers to what has been stated that the words alone show, where the network hears nothing or too much. */
class RejoindersTest {

    private static final String ITO = "[s1: Ito] [q1: said] [c1: that the dam leaked]. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "His deckhand backs him.|His deckhand|backs|him",
                "The board denies it.|The board|denies|it",
                "The board has repeatedly denied this.|The board|has repeatedly denied|this",
                "The board flatly denied that on Monday.|The board|flatly denied|that",
                "Mara Oldin dismissed the accusation.|Mara Oldin|dismissed|the accusation",
                "The mayor's office rejected Ito's claims.|The mayor's office|rejected|Ito's claims",
                "The mayor disputed his account of eleven shots.|The mayor|disputed|his account of eleven shots",
                "The mayor disputed the account of the long cold night on the river.|The mayor|disputed"
                        + "|the account of the long cold night",
                "Both agreed with him.|Both|agreed with|him",
                "The mayor laughed at the idea.|The mayor|laughed at|the idea",
                "The mayor laughed off the idea.|The mayor|laughed off|the idea",
                "The mayor laughed it off.|The mayor|laughed … off|it",
                "The police ruled this out.|The police|ruled … out|this",
                "The police ruled the theory out.|The police|ruled … out|the theory",
                "She is standing by her account.|She|is standing by|her account",
                "The mayor denied having paid the minister.|The mayor|denied|having paid the minister",
                "The mayor denied through his lawyer having paid the minister, but left."
                        + "|The mayor|denied|having paid the minister",
                "It rained, and the mayor denied it.|the mayor|denied|it",
                "It rained; the mayor denied it.|the mayor|denied|it",
                "The mayor repeated the claim again.|The mayor|repeated|the claim"
            })
    void somebodyAVerbAndAWordForWhatWasStatedAreAStatement(String answer, String source, String cue, String content) {
        record(ITO + answer)
                .says("Ito", "that the dam leaked")
                .says(source, content)
                .by(cue)
                .nothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The board denies.",
                "The mayor backs the new bridge.",
                "The board denied entry to the river.",
                "The board denied it the money.",
                "The man who denied it left.",
                "To deny it, the mayor lied.",
                "There he denied it to nobody.",
                "The mayor sitting on the old wooden bench by the river denied it.",
                "The mayor shares the house.",
                "The mayor laughed loudly.",
                "The police ruled the town.",
                "The mayor denied having left.",
                "If the mayor denies it, we go.",
                "It denied it.",
                "The board will deny it."
            })
    void whereTheWordsLeaveADoubtNothingIsTaken(String sentence) {
        record(ITO + sentence).says("Ito", "that the dam leaked").nothingElse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It rests on a claim the ministry denied.|the ministry|denied|a claim",
                "It rests on the charge that Mr Mori repeated.|Mr Mori|repeated|that",
                "It is an account which the board disputes, too.|the board|disputes|which",
                "It rests on a claim the mayor, Mara Oldin, denied.|the mayor, Mara Oldin,|denied|a claim",
                "It rests on the old claim Mori denied on Monday.|Mori|denied|the old claim"
            })
    void aNounThatSomebodyAnswersIsWhatTheyAnswer(String sentence, String source, String cue, String content) {
        record(ITO + sentence)
                .says("Ito", "that the dam leaked")
                .says(source, content)
                .by(cue)
                .nothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rests on claims the ministry denied.",
                "It rests on a house the ministry denied.",
                "It rests on a claim the ministry denied everybody.",
                "It rests on a claim who denied."
            })
    void aNounThatNobodyAnswersIsNot(String sentence) {
        record(ITO + sentence).says("Ito", "that the dam leaked").nothingElse();
    }

    @Test
    void anAsideSaysWhoContestsWhatASentenceBeginsWith() {
        record("The finding that the wall moved – contested by both neighbours – rests on one photograph.")
                .says("both neighbours", "The finding that the wall moved")
                .by("contested");
        record("The claim (flatly denied by the board) rests on one photograph.")
                .says("the board", "The claim")
                .by("flatly denied")
                .nothingElse();
        record("The bridge – contested by both neighbours – rests on one stone.")
                .nobodySaysAnything();
        record("The claim – contested by both neighbours and all the people of the old town – rests on stone.")
                .nobodySaysAnything();
    }

    @Test
    void whatStandsInAQuotationOrInAnothersWordsIsTheirs() {
        record("[s1: Ito] [q1: said]: [c1: “The dam leaked. The board denies it.”]")
                .says("Ito", "“The dam leaked. The board denies it.”")
                .nothingElse();
        record("“The board denies it.”").nobodySaysAnything();
    }

    @Test
    void aQuotationBehindAColonIsAStatementByItself() {
        record("[s1: The mayor] [q1: laughed] at the idea: [c1: “It is late.”]")
                .says("The mayor", "the idea")
                .by("laughed at")
                .says("The mayor", "“It is late.”")
                .by(":")
                .nothingElse();
        record("[s1: The mayor] [q1: laughed] it off: [c1: “It is late.”]")
                .says("The mayor", "it")
                .by("laughed … off")
                .says("The mayor", "“It is late.”")
                .by(":")
                .nothingElse();
    }

    @Test
    void whatTheNetworkKnowsStaysAsItIs() {
        record(ITO + "[s2: The board] [q2: denied] [c2: it].")
                .says("Ito", "that the dam leaked")
                .says("The board", "it")
                .by("denied")
                .nothingElse();
        record("[c1: “It is late,”] [s1: the mayor] [q1: laughed] at the idea: so he went.")
                .says("the mayor", "“It is late,”")
                .nothingElse();
    }

    @Test
    void whatTheNetworkRanTogetherWithAnAnswerIsTakenApart() {
        record("[s1: Ito] [q1: said] [c1: the dam leaked]. The mayor dismissed [c1: the claim] at noon.")
                .says("Ito", "the dam leaked")
                .says("The mayor", "the claim");
    }

    @Test
    void whatTheWordsAloneShowIsLessThanSure() {
        assertThat(record("The board denies it.").get().statements())
                .singleElement()
                .satisfies(statement -> assertThat(
                                statement.attribution().confidence().statement())
                        .isBetween(0.5, 0.9));
    }
}
