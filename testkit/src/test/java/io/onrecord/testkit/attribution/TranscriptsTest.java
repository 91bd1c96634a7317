package io.onrecord.testkit.attribution;

import static io.onrecord.testkit.RecordAssert.record;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interviews and hearings that are printed turn by turn, where the form of the text says who speaks. */
class TranscriptsTest {

    private static final String ASKED = "WALDEN: Did you see it?\n";
    private static final String AGAIN = "\nWALDEN: Will you say so?";

    @Test
    void eachTurnIsAStatementOfWhoIsNamedBeforeItsColon() {
        record("The hearing began at nine.\n" + ASKED + "HALE: I never saw it." + AGAIN + "\nShe left at ten.")
                .says("WALDEN", "Did you see it?")
                .by(":")
                .indirectly()
                .says("HALE", "I never saw it.")
                .by(":")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sen. Ana Hale: I never saw it.|Sen. Ana Hale",
                "MS. HALE: I never saw it.|MS. HALE",
                "Hale (through an interpreter): I never saw it.|Hale",
                "ANA HALE, KEEPER: I never saw it.|ANA HALE, KEEPER",
                "MINISTER FOR ROADS: I never saw it.|MINISTER FOR ROADS",
                "Jan van der Hale: I never saw it.|Jan van der Hale",
                "HALE 2: I never saw it.|HALE 2",
                "00:12 HALE: I never saw it.|HALE",
                "(01:00:12) HALE: I never saw it.|HALE",
                "A: I never saw it.|A",
                "de Souza: I never saw it.|de Souza",
                "d'Aure: I never saw it.|d'Aure",
                "UNIDENTIFIED SPEAKER #2: I never saw it.|UNIDENTIFIED SPEAKER #2",
                "Voice from the gallery: I never saw it.|Voice from the gallery",
                "**Hale:** I never saw it.|Hale",
                "**Hale**: I never saw it.|Hale"
            })
    void whoSpeaksMayHaveATimeBeforeAndARoleBehind(String turn, String source) {
        record(ASKED + turn + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says(source, "I never saw it.")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
    }

    @Test
    void inCourtsLettersWithAFullStopAskAndAnswer() {
        record("Q. Did you see it?\nA. I never saw it.\nTHE COURT: Will you say so?\nA. I will.")
                .says("Q", "Did you see it?")
                .by(".")
                .says("A", "I never saw it.")
                .says("THE COURT", "Will you say so?")
                .says("A", "I will.")
                .nothingElse();
    }

    @Test
    void aTurnGoesOnOverParagraphsAndWhatHappensMeanwhile() {
        record(ASKED + "HALE: I never saw it.\n(Laughter.)\nThe key hung on a nail." + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it.", "The key hung on a nail.")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
        record(
                        "WALDEN:\nDid you see it?\nHALE:\nI never saw it.\nWALDEN:\nWill you say so?\nHALE:\nI will.\nWe were asleep.")
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it.")
                .says("WALDEN", "Will you say so?")
                .says("HALE", "I will.", "We were asleep.")
                .nothingElse();
    }

    @Test
    void whatTheArticleSaysBetweenTurnsIsNobodysTurn() {
        record(ASKED + "HALE: I never saw it.\nHale looked at his hands.\nWALDEN: Will you say so?\n"
                        + "[s1: Ito] [q1: said] [c1: that the dam leaked].\nHALE: I will.\nIt rained all day.")
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it.")
                .says("WALDEN", "Will you say so?")
                .says("Ito", "that the dam leaked")
                .says("HALE", "I will.")
                .nothingElse();
    }

    @Test
    void whoeverAnswersMayTellAtLengthOfOthers() {
        record(ASKED
                        + "HALE: It began with a letter.\n[s1: The mayor] [q1: wrote] [c1: that it leaned].\nIt took a year."
                        + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says("HALE", "It began with a letter.", "The mayor wrote that it leaned.", "It took a year.")
                .says("The mayor", "that it leaned")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
    }

    @Test
    void behindAllTurnsTheArticleMayQuoteSomebodysWe() {
        record(ASKED + "HALE: I never saw it." + AGAIN
                        + "\nHALE: I will.\n[c1: “We sleep at night,”] [q1: said] [s1: Ito].")
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it.")
                .says("WALDEN", "Will you say so?")
                .says("HALE", "I will.")
                .says("Ito", "“We sleep at night,”")
                .nothingElse();
    }

    @Test
    void anAdvertisementInATurnIsNoPartOfIt() {
        record(ASKED + "HALE: I never saw it.\nREAD MORE: The key that you lost.\nI was asleep." + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it.", "I was asleep.")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
    }

    @Test
    void anAnswerMayBeginWithAnInitial() {
        record("Q. Who else did you see?\nA. P. Ito. I gave it to him.\nQ. Will you say so?\nA. I will.")
                .says("Q", "Who else did you see?")
                .says("A", "P. Ito. I gave it to him.")
                .says("Q", "Will you say so?")
                .says("A", "I will.")
                .nothingElse();
    }

    @Test
    void questionsNeedNotNameWhomTheyArePutTo() {
        record("Q: Has the fleet left?\nA: I can tell you that it has.\nQ: Is he ill?\nA: He is not.")
                .says("Q", "Has the fleet left?")
                .says("A", "I can tell you that it has.")
                .says("Q", "Is he ill?")
                .says("A", "He is not.")
                .nothingElse();
    }

    @Test
    void whatTheNetworkHearsInATurnDoesNotTakeItApart() {
        record(ASKED + "[s1: HALE][q1: :] [c1: I never saw it]. Who did?" + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it. Who did?")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
        record("[s1: Ito] [q1: said] [c1: that the dam leaked]:\n"
                        + "WALDEN: [c1: Did you see it?]\nHALE: I never saw it." + AGAIN)
                .says("Ito", "that the dam leaked")
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I never saw it.")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
    }

    @Test
    void wordsThatLabelsHaveInCommonWithTheTurnsEndNoTurn() {
        record("Q: Did you see it?\nA: I never saw it.\nThere was a key.\nQ: Will you say so?\nA: I will.")
                .says("Q", "Did you see it?")
                .says("A", "I never saw it.", "There was a key.")
                .says("Q", "Will you say so?")
                .says("A", "I will.")
                .nothingElse();
        record(
                        "THE COURT: Did you see it?\nANA O’NEIL, KEEPER: I did.\nIt went to court.\nTHE COURT: Will you say so?\n"
                                + "O’NEIL: I will.\nThen Ana O’Neil sat down.")
                .says("THE COURT", "Did you see it?")
                .says("ANA O’NEIL, KEEPER", "I did.", "It went to court.")
                .says("THE COURT", "Will you say so?")
                .says("O’NEIL", "I will.")
                .nothingElse();
    }

    @Test
    void quotationsInTurnsAreOfTheTurn() {
        record(ASKED + "HALE: The sign was red.\n“NO ENTRY”\nI went in." + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says("HALE", "The sign was red.", "“NO ENTRY”", "I went in.")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
        record(ASKED + "HALE: (Laughs.) I did. (Laughs.)\n(Laughs.) We all did. (Laughs.)" + AGAIN)
                .says("WALDEN", "Did you see it?")
                .says("HALE", "(Laughs.) I did. (Laughs.)", "(Laughs.) We all did. (Laughs.)")
                .says("WALDEN", "Will you say so?")
                .nothingElse();
    }

    @Test
    void initialsAtTheStartOfAParagraphAreNoAnswers() {
        record(ASKED + "HALE: I did." + AGAIN + "\nHALE: I will.\n\nA. J. Ito left the room.\nA. Oldin did not.")
                .says("WALDEN", "Did you see it?")
                .says("HALE", "I did.")
                .says("WALDEN", "Will you say so?")
                .says("HALE", "I will.")
                .nothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Markets, and what a newspaper holds against what was said.
                "Treasury: US yields rose again.\nOil: US crude fell.\nTreasury: US bonds held.",
                "CLAIM: I won it all.\nTHE FACTS: He lost the north.\nCLAIM: We have it all.\nTHE FACTS: You have half.",
                // Scores, counts and prices.
                "Velia: 3\nAvenia: 2\nVelia: 4\nAvenia: 1",
                "Bread: 4 crowns.\nMilk: 2 crowns.\nBread: 5 crowns.",
                // Nobody speaks twice; one alone speaks.
                "Hale: I will halve the toll.\nBrandt: I will end it.\nQuell: I walk, as you know.",
                "Monday: We walk to you.\nMonday: We walk to us.\nMonday: We walk to me.",
                // What is said of people, in sentences, is of a third person.
                "Hale: The mayor leads by a mile.\nBrandt: The baker needs a miracle.\nHale: The mayor may win the north.",
                // The newspaper's own questions.
                "Q: What is a weir?\nA: A low dam across a river.\nQ: Who pays for it?\nA: The county pays for all of it.",
                "Q: Do I need a ticket?\nA: Yes, you need one.\nQ: Can I buy it there?\nA: No, you cannot.",
                // Two lines alone.
                "WALDEN: Did you see it?\nHALE: I never saw it.",
                // A sentence with a colon.
                "READ: Will you cross it?\nThe bridge leans.\nWATCH: How you may cross.\nREAD: What you need.",
                "Step 1: You mix the flour.\nTip: You may use rye.\nStep 2: You bake it.",
                "AVENIA: “We saw you,” he said.\nVELIA: It fell.\nAVENIA: “I fell,” she said.\nVELIA: Will it rise?",
                "He had this to say: I never saw it.\nShe had this to say: You did.\nHe had this to say: I did not."
            })
    void whatOnlyLooksLikeTurnsIsNone(String text) {
        record(text).nobodySaysAnything();
    }
}
